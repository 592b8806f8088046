/// The anchors of a document so far, and how many values it has with every alias followed.
struct Anchors {
    private struct Anchored {
        let value: YAMLValue
        let size: Int
        let depth: Int
    }

    /// What stands for the asterisk of an alias; nil when there is none in the text.
    private let aliasMark: Unicode.Scalar?
    private var anchored: [String: Anchored] = [:]
    private(set) var count = 0

    init(aliasMark: Unicode.Scalar?) {
        self.aliasMark = aliasMark
    }

    /// Whether a scalar may be part of an anchor's name, as the YAML library has it.
    static func isName(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "0"..."9", "A"..."Z", "a"..."z", "_", "-": true
        default: false
        }
    }

    /// The name behind a disguised alias; nil for any other scalar.
    func alias(in scalar: YAMLScalar) -> String? {
        guard let aliasMark, scalar.style == .plain, scalar.text.unicodeScalars.first == aliasMark else { return nil }
        return String(scalar.text.unicodeScalars.dropFirst())
    }

    /// A text with its asterisks back.
    func restored(_ text: String) -> String {
        guard let aliasMark, text.unicodeScalars.contains(aliasMark) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == aliasMark ? "*" : $0 }))
    }

    mutating func countOne(at location: SourceLocation) throws(YAMLReader.Failure) {
        try add(1, at: location)
    }

    mutating func define(_ name: String, _ value: YAMLValue, size: Int) {
        anchored[name] = Anchored(value: value, size: size, depth: Anchors.depth(of: value))
    }

    mutating func follow(
        _ name: String,
        depth: Int,
        at location: SourceLocation
    ) throws(YAMLReader.Failure) -> YAMLValue {
        guard let anchor = anchored[name] else {
            let text = restored("*" + name).forMessage
            throw YAMLReader.Failure(
                check: .yamlSyntax,
                message: "no anchor '&\(text.dropFirst())' stands before '\(text)'; if this is text, put it in quotes",
                location: location
            )
        }
        try add(anchor.size, at: location)
        guard depth + anchor.depth - 1 <= YAMLReader.depthLimit else {
            throw YAMLReader.Failure(
                check: .tooLarge,
                message: "the file nests deeper than \(YAMLReader.depthLimit) levels once this alias is followed",
                location: location
            )
        }
        return anchor.value
    }

    private mutating func add(_ size: Int, at location: SourceLocation) throws(YAMLReader.Failure) {
        count += size
        guard count <= YAMLReader.nodeLimit else {
            throw YAMLReader.Failure(
                check: .tooLarge,
                message: "the file has more than \(YAMLReader.nodeLimit) values once every alias is followed",
                location: location
            )
        }
    }

    /// Bounded, since a value is only made within the limits.
    private static func depth(of value: YAMLValue) -> Int {
        switch value.content {
        case .scalar: 1
        case .list(let items): 1 + (items.map(depth).max() ?? 0)
        case .map(let entries): 1 + (entries.map { depth(of: $0.value) }.max() ?? 0)
        }
    }
}
