/// Every ceiling of the engine.
///
/// At a limit the call ends politely with a reason.
package struct EngineLimits: Hashable, Sendable {
    /// Nodes entered for one event; more is a loop without a listening node.
    package var nodesPerEvent = 100
    /// Documents served in one call.
    package var stepsPerCall = 500
    package var callLength: Duration = .seconds(4 * 3_600)
    /// The encoded session, in bytes.
    package var sessionBytes = 65_536
    /// What the recogniser heard, in characters; the rest is dropped.
    package var speechCharacters = 2_000
    /// One variable's value, in characters when written as text.
    package var valueCharacters = 16_384
    /// The provider's limit on a document is 64 kB, error 11750; 64,000 holds under either reading.
    package var documentBytes = 64_000
    /// Characters spoken in one document, so that it stays under `documentBytes` once written.
    package var spokenCharacters = 12_000

    package init() {}
}
