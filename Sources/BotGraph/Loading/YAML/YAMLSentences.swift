/// Says in plain words what the YAML library found wrong.
struct YAMLSentences {
    let source: SourceText

    /// What the library was doing when it met a mistake, and where that began.
    struct Context {
        let text: String
        let location: SourceLocation
    }

    func secondDocument(at location: SourceLocation) -> YAMLReader.Failure {
        YAMLReader.Failure(
            check: .multipleDocuments,
            message: "a second document starts here; a bot file holds one bot, so give this one a file of its own",
            location: within(location)
        )
    }

    func tooDeep(at location: SourceLocation) -> YAMLReader.Failure {
        YAMLReader.Failure(
            check: .tooLarge,
            message: "the file nests deeper than \(YAMLReader.depthLimit) levels",
            location: location
        )
    }

    func failure(_ problem: String, context: Context?, at place: SourceLocation) -> YAMLReader.Failure {
        if problem.hasPrefix("Maximum nesting level") {
            return tooDeep(at: within(place))
        }
        // A quote that is never closed is noticed at the end of the file, and a lone sign one character late.
        let began = within(context?.location ?? place)
        let isNoticedLate =
            YAMLSentences.scannedFromItsBegin.contains(context?.text ?? "")
            || (problem == "found unexpected end of stream" && context?.text == "while scanning a quoted scalar")
        let location = isNoticedLate ? began : within(place)
        return YAMLReader.Failure(
            check: .yamlSyntax,
            message: sentence(problem, context: context?.text, at: location, began: began),
            location: location
        )
    }

    /// A character that YAML does not allow.
    ///
    /// The library names it by value; its place is where it first stands.
    func character(_ value: Int32) -> YAMLReader.Failure {
        let index = source.scalars.firstIndex { Int32(bitPattern: $0.value) == value } ?? 0
        let code = String(max(0, value), radix: 16, uppercase: true)
        let padded = String(repeating: "0", count: max(0, 4 - code.count)) + code
        return YAMLReader.Failure(
            check: .yamlSyntax,
            message:
                "the character U+\(padded) is not allowed in YAML; remove it, or write it as an escape in double quotes",
            location: source.location(of: index)
        )
    }

    private static let scannedFromItsBegin: Set<String> = ["while scanning an alias", "while scanning an anchor"]

    private func sentence(
        _ problem: String,
        context: String?,
        at location: SourceLocation,
        began: SourceLocation
    ) -> String {
        let here = source.index(of: location).flatMap { source[$0] }
        if here == "\t" || problem.contains("tab character") {
            return "a tab cannot indent YAML; use spaces"
        }
        switch problem {
        case "mapping values are not allowed in this context":
            return "a ':' is not expected here; put a text that contains ': ' in quotes, and check the indentation"
        case "did not find expected key":
            return "a key is expected here; check the indentation, and the quotes of the line above"
        case "could not find expected ':'":
            return "a ':' is expected after a key; check the indentation and the quotes above"
        case "did not find expected '-' indicator":
            return "a list item with '-' is expected here; check the indentation"
        case "did not find expected ',' or ']'":
            return "a ',' or ']' is expected here, in the list that begins at \(began.line):\(began.column)"
        case "did not find expected ',' or '}'":
            return "a ',' or '}' is expected here, in the map that begins at \(began.line):\(began.column)"
        case "did not find expected node content":
            return "a value is expected here"
        case "found unexpected end of stream" where context == "while scanning a quoted scalar":
            return "a quote is opened and never closed"
        case "found character that cannot start any token":
            let shown = here.map { "'\(String($0).forMessage)'" } ?? "this"
            return "\(shown) cannot begin a value; put the text in quotes"
        case "found unknown escape character":
            return "this is no escape that YAML knows; write \\\\ for a backslash, or use single quotes"
        case "did not find expected alphabetic or numeric character":
            let sign = here == "&" || context == "while scanning an anchor" ? "&" : "*"
            return "a text that begins with '\(sign)' has to be in quotes: \"\(sign)\""
        case "block sequence entries are not allowed in this context":
            return "a list item cannot stand here; put the list on lines of its own below the key"
        case "found unexpected document indicator":
            return "a line of --- or ... stands inside a quoted text"
        case "found undefined tag handle", "did not find expected tag URI",
            "did not find expected whitespace or line break":
            return "a text that begins with '!', or has a character here that YAML reserves, has to be in quotes"
        default:
            let whole = context.map { "\(problem) \($0)" } ?? problem
            return "the text is not YAML: \(whole)"
        }
    }

    /// A mistake at the end may be marked past it.
    private func within(_ location: SourceLocation) -> SourceLocation {
        source.index(of: location) == nil ? source.location(of: source.scalars.count) : location
    }
}
