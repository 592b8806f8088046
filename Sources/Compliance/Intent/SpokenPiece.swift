/// One thing that a document has spoken, played or waited.
package enum SpokenPiece: Hashable, Sendable {
    /// Speech of a synthesiser, with its length, estimated by ``SpeechLength`` or better known.
    case speech(text: String, milliseconds: Int64)
    /// A recording; its length is nil when its header does not say. What is said in it is not known.
    case recording(milliseconds: Int64?)
    case pause(milliseconds: Int64)
}

/// The three phrases that have to be heard: who calls, why, and how to stop it.
package struct IntentParts: Hashable, Sendable {
    package let caller: String
    package let purpose: String
    package let optOut: String

    package init(caller: String, purpose: String, optOut: String) {
        self.caller = caller
        self.purpose = purpose
        self.optOut = optOut
    }
}
