/// How a person would be contacted.
package enum ContactKind: String, Hashable, Sendable, Codable, CaseIterable {
    /// A call on which a person speaks.
    case live
    /// A call that plays a recorded or synthetic voice, which every voice bot is.
    case automated
    case text
}
