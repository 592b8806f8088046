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
    /// Silences and wrong answers in a row, at whatever nodes: a line with nobody on it, or a machine, gives nothing else.
    package var attempts = 10
    /// Expressions evaluated for one event.
    package var evaluationsPerEvent = 2_000
    /// What the recogniser heard, in Unicode scalars; the rest is dropped.
    package var speechScalars = 2_000
    /// One variable's value, in bytes as it is stored.
    package var valueBytes = 16_384
    /// What is spoken in one document, in bytes once it is written as XML.
    ///
    /// The provider takes 64 kB, error 11750; what is left of that is for tags, addresses and hints.
    package var spokenBytes = 40_000

    package init() {}
}
