import Foundation

/// A bot file with one thing in it removed or altered.
struct Mutant: Hashable {
    enum Kind: String, CaseIterable {
        case edge
        case option
        case counter
        case prompt
        case optOut = "opt-out"
        case other
    }

    let kind: Kind
    /// What was done, such as `nodes/greeting/no_input/then: removed`.
    let change: String
    let tree: Tree

    /// Every mutant of a file: each entry and item below `nodes`, `opt_out`, `universals`, `intent` and `start` removed; each
    /// target led elsewhere; each key, prompt, count and word of the opt-out altered.
    static func all(of root: Tree) -> [Mutant] {
        guard case .map(let entries) = root else { return [] }
        let nodes = root["nodes"]?.keys ?? []
        let mutated: Set<String> = ["nodes", "opt_out", "universals", "intent", "start", "schedule"]
        return entries.indices.filter { mutated.contains(entries[$0].key) }.flatMap { index -> [Mutant] in
            let key = entries[index].key
            let changes =
                Change.all(of: entries[index].value, at: [key], nodes: nodes) + [Change("removed", [key], nil)]
            return changes.map { change in
                var copy = entries
                if let value = change.value {
                    copy[index] = Tree.Entry(key: key, value: value)
                } else {
                    copy.remove(at: index)
                }
                return Mutant(kind: kind(of: change.path), change: change.description, tree: .map(copy))
            }
        }
    }

    private static func kind(of path: [String]) -> Kind {
        if path.first == "opt_out" || path.first == "intent" || path.contains("opt_out") { return .optOut }
        if path.contains("prompt") || path.last == "goodbye" { return .prompt }
        if path.contains("prompts") { return path.last == "prompts" ? .counter : .prompt }
        if let last = path.last, Change.targetKeys.contains(last) { return .edge }
        if path.contains("options") || path.contains("universals") { return .option }
        if path.contains("no_input") || path.contains("no_match") || path.last == "timeout" { return .counter }
        return .other
    }
}

extension Tree {
    fileprivate var keys: [String] {
        if case .map(let entries) = self { entries.map(\.key) } else { [] }
    }
}

/// What is done to a part of a tree: the part as it is then, or nil where it goes.
private struct Change: CustomStringConvertible {
    let what: String
    let path: [String]
    let value: Tree?

    static let targetKeys: Set<String> = [
        "go", "then", "default", "else", "completed", "busy", "no_answer", "failed", "start", "confirm",
    ]

    init(_ what: String, _ path: [String], _ value: Tree?) {
        self.what = what
        self.path = path
        self.value = value
    }

    var description: String { "\(path.joined(separator: "/")): \(what)" }

    static func all(of tree: Tree, at path: [String], nodes: [String]) -> [Change] {
        switch tree {
        case .map(let entries):
            return entries.indices.flatMap { index -> [Change] in
                let entry = entries[index]
                let place = path + [entry.key]
                let inner = all(of: entry.value, at: place, nodes: nodes) + [Change("removed", place, nil)]
                return inner.map { change in
                    var copy = entries
                    if let value = change.value {
                        copy[index] = Tree.Entry(key: entry.key, value: value)
                    } else {
                        copy.remove(at: index)
                    }
                    return Change(change.what, change.path, .map(copy))
                }
            }
        case .list(let items):
            return items.indices.flatMap { index -> [Change] in
                let place = path + ["\(index + 1)"]
                let inner = all(of: items[index], at: place, nodes: nodes) + [Change("removed", place, nil)]
                return inner.map { change in
                    var copy = items
                    if let value = change.value { copy[index] = value } else { copy.remove(at: index) }
                    return Change(change.what, change.path, .list(copy))
                }
            }
        case .text(let text): return alterations(of: text, at: path, nodes: nodes)
        case .plain: return []
        }
    }

    private static func alterations(of text: String, at path: [String], nodes: [String]) -> [Change] {
        guard let key = path.last else { return [] }
        if targetKeys.contains(key) {
            let own = path.first == "nodes" && path.count > 1 ? path[1] : nil
            let others = nodes.filter { $0 != text }
            let next = nodes.firstIndex(of: text).map { nodes[($0 + 1) % nodes.count] }
            let targets = [own, nodes.first, next, nodes.last].compactMap(\.self).filter { others.contains($0) }
            return Set(targets).sorted().map { Change("leads to \($0)", path, .text($0)) }
        }
        switch key {
        case "press":
            return ["7", "0", "9"].filter { $0 != text }.map { Change("is \($0)", path, .text($0)) }
        case "ask":
            return ["always", "ambiguous", "never"].filter { $0 != text }.map { Change("is \($0)", path, .text($0)) }
        case "opt_out" where path.contains("options"):
            return [Change("is turned round", path, .text(text == "confirmed" ? "withdrawn" : "confirmed"))]
        case "timeout": return [Change("is 1s", path, .text("1s"))]
        default: break
        }
        let isSpoken = path.contains("prompt") || path.contains("prompts") || key == "goodbye"
        return isSpoken ? speechAlterations(of: text, at: path) : []
    }

    /// Each sentence left out, and each promised key another one.
    private static func speechAlterations(of text: String, at path: [String]) -> [Change] {
        let sentences = text.split(separator: ". ", omittingEmptySubsequences: true).map(String.init)
        var changes: [Change] = []
        if sentences.count > 1 {
            for index in sentences.indices {
                var rest = sentences
                rest.remove(at: index)
                changes.append(Change("without sentence \(index + 1)", path, .text(rest.joined(separator: ". "))))
            }
        }
        for match in text.matches(of: /press ([0-9])/) {
            let other = match.output.1 == "6" ? "5" : "6"
            let altered = text.replacingCharacters(in: match.output.1.startIndex..<match.output.1.endIndex, with: other)
            changes.append(Change("promises \(other) for \(match.output.1)", path, .text(altered)))
        }
        return changes
    }
}
