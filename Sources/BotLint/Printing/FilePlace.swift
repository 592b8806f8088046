import BotGraph

/// A finding's place as programs want it: from where to where.
struct FilePlace: Hashable {
    let startLine: Int
    let startColumn: Int
    let endLine: Int
    /// The column behind the last scalar.
    let endColumn: Int

    /// - Parameters:
    ///   - location: Where it begins.
    ///   - length: How many scalars it covers, line breaks among them.
    ///   - text: The file; without it the place is taken to end on its line.
    init(_ location: SourceLocation, length: Int, in text: BotText?) {
        startLine = location.line
        startColumn = location.column
        guard let text, let start = text.index(of: location) else {
            endLine = location.line
            endColumn = location.column + length
            return
        }
        let end = text.location(of: start + length)
        endLine = end.line
        endColumn = end.column
    }
}

extension SourceLocation {
    /// The path without steps that lead nowhere, as other tools know the file: `bots/a.yaml` for `./bots//a.yaml`.
    var plainPath: String {
        let names = path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
        return path.hasPrefix("/") ? "/\(names)" : names.isEmpty ? "." : names
    }
}
