import Yams

/// Reads YAML text to a tree whose every value and key has its place.
///
/// The library follows aliases and hashes every key while it composes, so a few lines of nested aliases can keep it busy for
/// ever, and it gives up at the first map with a key twice. Both are kept from it: an alias is disguised as a plain word
/// and followed here, where what it expands to is counted, and the earlier one of two equal keys is renamed until the text
/// is read. Each disguise is one scalar for one scalar, so no place moves.
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
    /// The library starts anew after each duplicate key; this many bytes in all are read again.
    private static let rereadLimit = 4_194_304

    let source: SourceText
    private var scalars: [Unicode.Scalar]
    private var disguises: Disguises
    /// The keys that were renamed, by their index in the source.
    private var renamed: [Int: String] = [:]

    init(_ source: SourceText) {
        self.source = source
        scalars = source.scalars
        disguises = Disguises(avoiding: source.scalars)
    }

    /// The root of the one document; nil when there is nothing in it.
    mutating func read() throws(Failure) -> YAMLValue? {
        guard let aliasMark = disguises.next() else {
            throw failure(.yamlSyntax, "the file is full of private-use characters; remove them")
        }
        for index in scalars.indices.dropLast() where scalars[index] == "*" && Anchors.isName(scalars[index + 1]) {
            scalars[index] = aliasMark
        }
        var budget = YAMLReader.rereadLimit
        while true {
            var text = String(String.UnicodeScalarView(scalars))
            // The library keeps a pointer into the text, which a string of up to 15 bytes does not have.
            if text.utf8.count < 16 { text += String(repeating: "\n", count: 16) }
            budget -= text.utf8.count
            do {
                let parser = try Parser(yaml: text, resolver: .basic, constructor: .default, encoding: .utf8)
                guard let root = try parser.singleRoot() else { return nil }
                // Anchors are weak references into the parser.
                return try withExtendedLifetime(parser) { try convert(root, aliasMark: aliasMark) as YAMLValue? }
            } catch YamlError.duplicatedKeysInMapping(let duplicates, let context) {
                let location = place(context.mark)
                guard budget > 0, let key = duplicates.first, rename(key, at: location) else {
                    let name = Anchors(aliasMark: aliasMark).restored(duplicates.first ?? "").forMessage
                    throw Failure(
                        check: .duplicateKey,
                        message: "key '\(name)' stands more than once in its map",
                        location: location
                    )
                }
            } catch let failure as Failure {
                throw failure
            } catch let error as YamlError {
                throw YAMLSentences(source: source).failure(for: error)
            } catch {
                throw failure(.yamlSyntax, "the text is not YAML")
            }
        }
    }

    private func failure(_ check: LoaderCheck, _ message: String) -> Failure {
        Failure(check: check, message: message, location: SourceLocation(path: source.path, line: 1, column: 1))
    }

    private func place(_ mark: Mark) -> SourceLocation {
        SourceLocation(path: source.path, line: max(1, mark.line), column: max(1, mark.column))
    }

    /// Gives the key at a place another first character; false when it does not stand there as it reads.
    private mutating func rename(_ key: String, at location: SourceLocation) -> Bool {
        guard let start = source.index(of: location), let first = key.unicodeScalars.first else { return false }
        guard first.properties.isAlphabetic || first.properties.numericType != nil else { return false }
        let isQuoted = source[start] == "\"" || source[start] == "'"
        let index = isQuoted ? start + 1 : start
        guard renamed[start] == nil, source[index] == first, let disguise = disguises.next() else { return false }
        scalars[index] = disguise
        renamed[start] = key
        return true
    }

    private func convert(_ root: Yams.Node, aliasMark: Unicode.Scalar) throws(Failure) -> YAMLValue {
        var anchors = Anchors(aliasMark: aliasMark)
        return try value(of: root, depth: 1, anchors: &anchors)
    }

    private func value(of node: Yams.Node, depth: Int, anchors: inout Anchors) throws(Failure) -> YAMLValue {
        let location = node.mark.map(place) ?? SourceLocation(path: source.path, line: 1, column: 1)
        guard depth <= YAMLReader.depthLimit else {
            throw Failure(
                check: .tooLarge,
                message: "the file nests deeper than \(YAMLReader.depthLimit) levels",
                location: location
            )
        }
        if let alias = anchors.alias(in: node) {
            let value = try anchors.follow(alias, depth: depth, at: location)
            // A scalar is as if it were written where the alias stands; a list or map keeps the places of its parts.
            guard case .scalar = value.content else { return value }
            return YAMLValue(content: value.content, location: value.location)
        }
        let before = anchors.count
        try anchors.countOne(at: location)
        let content: YAMLValue.Content
        switch node {
        case .scalar(let scalar):
            content = .scalar(YAMLScalar(text: anchors.restored(scalar.string), style: style(scalar.style)))
        case .sequence(let sequence):
            var items: [YAMLValue] = []
            for item in sequence { items.append(try value(of: item, depth: depth + 1, anchors: &anchors)) }
            content = .list(items)
        case .mapping(let mapping):
            var entries: [YAMLEntry] = []
            for (keyNode, valueNode) in mapping {
                entries.append(try entry(keyNode, valueNode, depth: depth + 1, anchors: &anchors))
            }
            content = .map(entries)
        case .alias:
            throw Failure(check: .yamlSyntax, message: "an alias leads nowhere", location: location)
        }
        let value = YAMLValue(content: content, location: location)
        if let anchor = node.anchor {
            anchors.define(anchor.rawValue, value, size: anchors.count - before)
        }
        return value
    }

    private func entry(
        _ keyNode: Yams.Node,
        _ valueNode: Yams.Node,
        depth: Int,
        anchors: inout Anchors
    ) throws(Failure) -> YAMLEntry {
        let key = try value(of: keyNode, depth: depth, anchors: &anchors)
        let location = keyNode.mark.map(place) ?? key.location
        guard case .scalar(let scalar) = key.content else {
            throw Failure(check: .yamlSyntax, message: "a key has to be text, not \(key.kind)", location: location)
        }
        let original = source.index(of: location).flatMap { renamed[$0] }
        let value = try value(of: valueNode, depth: depth, anchors: &anchors)
        return YAMLEntry(key: original ?? scalar.text, location: location, value: value)
    }

    private func style(_ style: Yams.Node.Scalar.Style) -> YAMLScalar.Style {
        switch style {
        case .any, .plain: .plain
        case .singleQuoted: .singleQuoted
        case .doubleQuoted: .doubleQuoted
        case .literal: .literal
        case .folded: .folded
        }
    }
}

/// Scalars for private use that a text does not have, one after the other.
private struct Disguises {
    private let used: Set<UInt32>
    private var upcoming: UInt32 = 0xF0000

    init(avoiding scalars: [Unicode.Scalar]) {
        used = Set(scalars.lazy.map(\.value).filter { $0 >= 0xF0000 })
    }

    mutating func next() -> Unicode.Scalar? {
        while upcoming <= 0x10FFFD {
            defer { upcoming += 1 }
            guard !used.contains(upcoming), upcoming & 0xFFFE != 0xFFFE else { continue }
            return Unicode.Scalar(upcoming)
        }
        return nil
    }
}
