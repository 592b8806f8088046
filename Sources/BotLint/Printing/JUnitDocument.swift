/// A JUnit report, as build servers read it: suites of cases.
package struct JUnitDocument: Sendable {
    /// One case with what came of it.
    package struct Case: Sendable {
        package enum Outcome: Sendable {
            case passed
            /// With something to read.
            case noted(text: String)
            case failed(message: String, type: String, text: String)
            /// It could not be tried.
            case broken(message: String, type: String, text: String)
            case skipped(reason: String)
        }

        package let name: String
        package let outcome: Outcome

        package init(name: String, outcome: Outcome) {
            self.name = name
            self.outcome = outcome
        }
    }

    /// The cases of one file.
    package struct Suite: Sendable {
        package let name: String
        package let cases: [Case]

        package init(name: String, cases: [Case]) {
            self.name = name
            self.cases = cases
        }
    }

    package let name: String
    package let suites: [Suite]

    package init(name: String, suites: [Suite]) {
        self.name = name
        self.suites = suites
    }

    /// The report as XML.
    package var text: String {
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        let all = JUnitDocument.counts(suites.flatMap(\.cases))
        text += "<testsuites name=\"\(JUnitDocument.escaped(name))\"\(all)>\n"
        for suite in suites {
            let name = JUnitDocument.escaped(suite.name)
            text += "  <testsuite name=\"\(name)\"\(JUnitDocument.counts(suite.cases))>\n"
            for testCase in suite.cases { text += JUnitDocument.element(testCase, in: name) }
            text += "  </testsuite>\n"
        }
        return text + "</testsuites>\n"
    }

    private static func counts(_ cases: [Case]) -> String {
        var (failures, errors, skipped) = (0, 0, 0)
        for testCase in cases {
            switch testCase.outcome {
            case .passed, .noted: break
            case .failed: failures += 1
            case .broken: errors += 1
            case .skipped: skipped += 1
            }
        }
        return " tests=\"\(cases.count)\" failures=\"\(failures)\" errors=\"\(errors)\" skipped=\"\(skipped)\""
    }

    private static func element(_ testCase: Case, in suite: String) -> String {
        let head = "    <testcase classname=\"\(suite)\" name=\"\(escaped(testCase.name))\""
        let content: String
        switch testCase.outcome {
        case .passed: return head + "/>\n"
        case .noted(let text): content = "<system-out>\(escaped(text, isAttribute: false))</system-out>"
        case .failed(let message, let type, let text): content = outcome("failure", message, type, text)
        case .broken(let message, let type, let text): content = outcome("error", message, type, text)
        case .skipped(let reason): content = "<skipped message=\"\(escaped(reason))\"/>"
        }
        return head + ">\n      \(content)\n    </testcase>\n"
    }

    private static func outcome(_ name: String, _ message: String, _ type: String, _ text: String) -> String {
        "<\(name) message=\"\(escaped(message))\" type=\"\(escaped(type))\">\(escaped(text, isAttribute: false))</\(name)>"
    }

    /// The text in XML 1.0, which has no way at all to write most control characters.
    private static func escaped(_ text: String, isAttribute: Bool = true) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "\r": escaped += "&#13;"
            // In an attribute a reader makes blanks of these unless they are written so.
            case "\n" where isAttribute: escaped += "&#10;"
            case "\t" where isAttribute: escaped += "&#9;"
            case "\n", "\t": escaped.unicodeScalars.append(scalar)
            case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: escaped += "\u{FFFD}"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
