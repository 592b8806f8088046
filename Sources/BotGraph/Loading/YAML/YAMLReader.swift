/// Reads YAML text to a tree whose every value and key has its place.
///
/// The library ends an alias at the first character that no name has, and says little of what follows. An alias is therefore
/// disguised as a plain word and followed here, where what it expands to is counted. The disguise is one scalar for one
/// scalar, so no place moves.
struct YAMLReader {
    /// What keeps a text from being read at all.
    struct Failure: Error {
        let check: LoaderCheck
        let message: String
        let location: SourceLocation
    }

    /// The most bytes a bot file may have: 20,000 nodes with prompts of the usual length take five million, and some 30 values
    /// each.
    static let sizeLimit = 8_388_608
    static let nodeLimit = 1_000_000
    static let depthLimit = 100

    let source: SourceText
    private var scalars: [Unicode.Scalar]

    init(_ source: SourceText) {
        self.source = source
        scalars = source.scalars
    }

    /// The root of the one document; nil when there is nothing in it.
    mutating func read() throws(Failure) -> YAMLValue? {
        let aliasMark = try disguiseAliases()
        // A text without disguises is the one that was given.
        let text = aliasMark == nil ? source.text : String(String.UnicodeScalarView(scalars))
        return try YAMLComposer.compose(text, of: source, aliasMark: aliasMark).get()
    }

    /// Puts another scalar for the asterisk of each alias.
    ///
    /// - Returns: That scalar; nil when nothing in the text can be an alias.
    private mutating func disguiseAliases() throws(Failure) -> Unicode.Scalar? {
        let aliases = source.scalars.indices.dropLast().filter { index in
            source.scalars[index] == "*" && Anchors.isName(source.scalars[index + 1])
        }
        guard !aliases.isEmpty else { return nil }
        guard let aliasMark = Disguises.first(in: source.scalars) else {
            throw failure(.yamlSyntax, "the file is full of private-use characters; remove them")
        }
        for index in aliases { scalars[index] = aliasMark }
        return aliasMark
    }

    private func failure(_ check: LoaderCheck, _ message: String) -> Failure {
        Failure(check: check, message: message, location: SourceLocation(path: source.path, line: 1, column: 1))
    }
}

/// Scalars for private use that a text does not have.
private enum Disguises {
    static func first(in scalars: [Unicode.Scalar]) -> Unicode.Scalar? {
        let used = Set(scalars.lazy.map(\.value).filter { $0 >= 0xF0000 })
        let free = (0xF0000...0x10FFFD).first { !used.contains($0) && $0 & 0xFFFE != 0xFFFE }
        return free.flatMap { Unicode.Scalar(UInt32($0)) }
    }
}
