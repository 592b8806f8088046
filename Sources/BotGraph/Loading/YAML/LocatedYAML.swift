/// Any YAML text as a tree with places: what files beside a bot are read with.
package indirect enum LocatedYAML: Sendable {
    /// Nothing behind a key, or `~` or `null`.
    case null(SourceLocation)
    case boolean(Bool, SourceLocation)
    /// The text is what was written.
    case number(Double, text: String, SourceLocation)
    case text(String, SourceLocation)
    case list([LocatedYAML], SourceLocation)
    case map([Entry], SourceLocation)

    package struct Entry: Sendable {
        package let key: String
        package let location: SourceLocation
        package let value: LocatedYAML
    }

    package var location: SourceLocation {
        switch self {
        case .null(let location), .boolean(_, let location), .number(_, _, let location), .text(_, let location),
            .list(_, let location), .map(_, let location):
            location
        }
    }

    /// What the value is, for messages that wanted something else.
    package var kind: String {
        switch self {
        case .null: "nothing"
        case .boolean(let value, _): "the boolean \(value)"
        case .number(_, let text, _): "the number \(text.forMessage)"
        case .text(let text, _): "the text '\(text.forMessage)'"
        case .list: "a list"
        case .map: "a map"
        }
    }

    /// Reads one document with the bot loader's limits.
    ///
    /// - Returns: The root, nil when there is nothing in the text; or why it cannot be read. A key that stands twice in a
    ///   map is there twice: each reader says so in its own words.
    package static func read(_ text: String, path: String) -> Result<LocatedYAML?, Failure> {
        guard text.utf8.count <= YAMLReader.sizeLimit else {
            let start = SourceLocation(path: path, line: 1, column: 1)
            let message = "the file has more than \(YAMLReader.sizeLimit) bytes"
            return .failure(Failure(Diagnostic(id: "too-large", severity: .error, message: message, location: start)))
        }
        var reader = YAMLReader(SourceText(text, path: path))
        do {
            return .success(try reader.read().map(LocatedYAML.init))
        } catch {
            return .failure(
                Failure(
                    Diagnostic(
                        id: error.check.rawValue,
                        severity: .error,
                        message: error.message,
                        location: error.location
                    )
                )
            )
        }
    }

    /// Why a text cannot be read.
    package struct Failure: Error {
        package let diagnostic: Diagnostic

        fileprivate init(_ diagnostic: Diagnostic) {
            self.diagnostic = diagnostic
        }
    }

    /// `did you mean 'x'?` with the word nearest to one, where one is near.
    package static func didYouMean(_ word: String, among candidates: [String]) -> String? {
        Spelling.nearest(to: word, among: candidates).map { "did you mean '\($0)'?" }
    }

    private init(_ value: YAMLValue) {
        let location = value.location
        switch value.content {
        case .scalar(let scalar):
            switch scalar.type {
            case .null: self = .null(location)
            case .boolean(let boolean): self = .boolean(boolean, location)
            case .number(let number): self = .number(number, text: scalar.text, location)
            case .text: self = .text(scalar.text, location)
            }
        case .list(let items): self = .list(items.map(LocatedYAML.init), location)
        case .map(let entries):
            self = .map(
                entries.map { Entry(key: $0.key, location: $0.location, value: LocatedYAML($0.value)) },
                location
            )
        }
    }
}
