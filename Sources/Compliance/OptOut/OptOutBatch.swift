/// Verdicts for many utterances, one a line.
package enum OptOutBatch {
    /// `opt-out`, `confirm` or `none`.
    ///
    /// A line break inside a text stands as `\n`, since an utterance is one line.
    package static func line(_ text: String, channel: OptOutChannel) -> String {
        classifier.classify(unescaped(text), channel: channel).rawValue
    }

    private static let classifier = OptOutClassifier()

    private static func unescaped(_ text: String) -> String {
        guard text.unicodeScalars.contains("\\") else { return text }
        var result = String.UnicodeScalarView()
        var isEscaped = false
        for scalar in text.unicodeScalars {
            switch (isEscaped, scalar) {
            case (true, "n"): result.append("\n")
            case (true, "\\"): result.append("\\")
            case (true, _): result.append(contentsOf: ["\\", scalar])
            case (false, "\\"): break
            case (false, _): result.append(scalar)
            }
            isEscaped = !isEscaped && scalar == "\\"
        }
        if isEscaped { result.append("\\") }
        return String(result)
    }
}
