import BotGraph
import Foundation

/// A bot file without its places and comments, to be changed and written again as JSON, which is YAML.
indirect enum Tree: Hashable {
    case plain(String)
    case text(String)
    case list([Tree])
    case map([Entry])

    struct Entry: Hashable {
        let key: String
        let value: Tree
    }

    init(_ yaml: LocatedYAML) {
        switch yaml {
        case .null: self = .plain("null")
        case .boolean(let value, _): self = .plain(value ? "true" : "false")
        case .number(_, let text, _): self = .plain(text)
        case .text(let text, _): self = .text(text)
        case .list(let items, _): self = .list(items.map { Tree($0) })
        case .map(let entries, _): self = .map(entries.map { Entry(key: $0.key, value: Tree($0.value)) })
        }
    }

    var json: String {
        switch self {
        case .plain(let text): text
        case .text(let text): Tree.quoted(text)
        case .list(let items): "[" + items.map(\.json).joined(separator: ", ") + "]"
        case .map(let entries):
            "{" + entries.map { "\(Tree.quoted($0.key)): \($0.value.json)" }.joined(separator: ", ") + "}"
        }
    }

    subscript(key: String) -> Tree? {
        guard case .map(let entries) = self else { return nil }
        return entries.first { $0.key == key }?.value
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
