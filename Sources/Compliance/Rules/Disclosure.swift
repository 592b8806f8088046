/// How soon a call must say who calls and why.
package struct Disclosure: Hashable, Sendable {
    package let place: RulePlace
    /// Nil where the law says "at the beginning", "promptly" or "immediately".
    package let seconds: Int?
    package let what: String
    package let citation: String
    package let confidence: Confidence

    package init(place: RulePlace, seconds: Int?, what: String, citation: String, confidence: Confidence) {
        self.place = place
        self.seconds = seconds
        self.what = what
        self.citation = citation
        self.confidence = confidence
    }
}
