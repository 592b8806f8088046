import Airscript
import BotGraph
import Compliance
import Telephony

/// Where what a prompt promises can be kept: the nodes that listen after it.
struct Ears: Sendable {
    let bot: Bot
    /// Whether each node listens, and whether it hands the call on.
    private let listens: [Bool]
    private let forwards: [Bool]
    private let places: [NodeID: Int]
    /// The single keys that do something at each node, by its place.
    private let heard: [KeySet]
    /// The phrases of each menu's options, by its place.
    private let phrases: [[[String]]]
    /// The single keys that do something at some node.
    let heardSomewhere: KeySet
    /// What each menu's options want to be mentioned: their single keys, and whether that is all of it.
    let wanted: [(keys: KeySet, isAll: Bool)]

    /// The most nodes that are looked at around one; past that nothing is certain.
    static let reach = 64

    init(_ bot: Bot) {
        self.bot = bot
        places = Dictionary(bot.nodes.enumerated().map { ($1.id, $0) }) { first, _ in first }
        let optOut = bot.optOut?.press.map { String($0.rawValue) }
        var shared = KeySet()
        for key in [bot.optOut?.press] + bot.universals.named.map(\.trigger.press) {
            if let key { shared.insert(String(key.rawValue)) }
        }
        var heard: [KeySet] = []
        var phrases: [[[String]]] = []
        var wanted: [(keys: KeySet, isAll: Bool)] = []
        heard.reserveCapacity(bot.nodes.count)
        for node in bot.nodes {
            var keys = KeySet()
            var own: [[String]] = []
            var needs = (keys: KeySet(), isAll: true)
            switch node.body {
            case .decisionMenu(let menu):
                for option in menu.options {
                    for phrase in option.say { own.append(phrase.words) }
                    if let press = option.press, press.count == 1 {
                        keys.insert(press.unmasked)
                    } else {
                        needs.isAll = false
                    }
                }
                needs.keys = keys
                keys.formUnion(shared)
            case .touchtoneCapture(let capture): keys = Ears.keys(at: capture, optOut: optOut)
            case .message, .condition, .set, .forwardCall, .hangUp: break
            }
            heard.append(keys)
            phrases.append(own)
            wanted.append(needs)
        }
        self.heard = heard
        listens = bot.nodes.map(\.listens)
        forwards = bot.nodes.map(\.forwards)
        self.phrases = phrases
        self.wanted = wanted
        heardSomewhere = heard.reduce(into: KeySet()) { $0.formUnion($1) }
    }

    /// The keys that alone are an answer at a capture, end one, or stop the calls.
    private static func keys(at capture: TouchtoneCapture, optOut: String?) -> KeySet {
        var keys = KeySet()
        if let optOut { keys.insert(optOut) }
        if let finish = capture.finishOnKey { keys.insert(String(finish.rawValue)) }
        // Too short an answer is a wrong one, which may be the way that is meant.
        let takesShort = capture.noMatch.map { $0.prompts.isEmpty && $0.then != nil } ?? false
        guard capture.minDigits <= 1 || takesShort else { return keys }
        for digit in "0123456789" { keys.insert(String(digit)) }
        if capture.finishOnKey == nil { for sign in ["*", "#"] { keys.insert(sign) } }
        return keys
    }

    /// The nodes that listen next after a node's prompt; nil where another line hears the caller, or where they are many.
    func listening(after index: Int) -> [Int]? {
        if listens[index] { return [index] }
        if forwards[index] { return nil }
        var found: [Int] = []
        var seen: Set<Int> = [index]
        var queue = [index]
        while let place = queue.popLast() {
            if listens[place] {
                found.append(place)
                continue
            }
            if forwards[place] || seen.count > Ears.reach { return nil }
            for edge in bot.nodes[place].edges {
                if let next = places[edge.target.node], seen.insert(next).inserted { queue.append(next) }
            }
        }
        return found.sorted()
    }

    /// Whether a promised key does something at a node that listens.
    func hears(_ promise: KeyPromise, at index: Int) -> Bool {
        if !promise.finishes, promise.keys.utf8.count == 1 { return heard[index].contains(promise.keys) }
        switch bot.nodes[index].body {
        case .decisionMenu(let menu):
            // The provider takes the pound key for the end of what was typed.
            if promise.finishes, promise.keys == "#" || heard[index].contains(promise.keys) { return true }
            return menu.options.contains { $0.press?.unmasked == promise.keys }
        case .touchtoneCapture(let capture):
            if promise.finishes { return capture.finishOnKey.map { String($0.rawValue) } == promise.keys }
            return promise.keys.utf8.count >= capture.minDigits
        case .message, .condition, .set, .forwardCall, .hangUp: return false
        }
    }

    /// Whether a promised phrase is understood at a node that listens.
    func hears(_ promise: PhrasePromise, of template: Template, at index: Int) -> Bool {
        // Nearly every promise is kept word by word; what a caller's words are folded to is asked only otherwise.
        if phrases[index].contains(where: { promise.words.starts(with: $0) }) { return true }
        switch bot.nodes[index].body {
        case .decisionMenu(let menu):
            let phrases = menu.options.flatMap(\.say) + bot.universals.named.flatMap(\.trigger.say)
            return phrases.contains { Ears.begins(promise, of: template, with: $0) } || stops(promise, template)
        case .touchtoneCapture: return bot.direction == .outbound && stops(promise, template)
        case .message, .condition, .set, .forwardCall, .hangUp: return false
        }
    }

    /// Whether the engine finds the phrase in what is promised; the promise may go on behind the words that are certain.
    private static func begins(_ promise: PhrasePromise, of template: Template, with phrase: SpokenPhrase) -> Bool {
        let words = promise.folded(in: template)
        if phrase.isContained(in: words) { return true }
        let clause = promise.foldedClause(in: template)
        return words.indices.contains { clause.dropFirst($0).starts(with: phrase.words) }
    }

    /// Whether the promised words are a request to stop, to this bot.
    private func stops(_ promise: PhrasePromise, _ template: Template) -> Bool {
        let understanding = OptOutWords.understand(words: SpokenWords.plain(promise.text(in: template)))
        if understanding == .request { return true }
        guard bot.optOut != nil || bot.direction == .outbound else { return false }
        return understanding != .none
            || bot.optOut?.say.contains { Ears.begins(promise, of: template, with: $0) } ?? false
    }
}

/// The nodes that a call may come from.
struct Before {
    private let bot: Bot
    private let sources: [[Int]]

    init(_ bot: Bot) {
        self.bot = bot
        let places = Dictionary(bot.nodes.enumerated().map { ($1.id, $0) }) { first, _ in first }
        var sources = Array(repeating: [Int](), count: bot.nodes.count)
        for (index, node) in bot.nodes.enumerated() {
            for edge in node.edges {
                if let target = places[edge.target.node] { sources[target].append(index) }
            }
        }
        self.sources = sources
    }

    /// The nodes that may have spoken right before a node, with nobody listening in between; nil where they are many.
    func speaking(before index: Int) -> [Int]? {
        var found: [Int] = []
        var seen: Set<Int> = [index]
        var queue = sources[index]
        while let place = queue.popLast() {
            guard seen.insert(place).inserted else { continue }
            if seen.count > Ears.reach { return nil }
            let node = bot.nodes[place]
            guard !node.listens, !node.forwards else { continue }
            if node.prompt != nil { found.append(place) }
            queue += sources[place]
        }
        return found.sorted()
    }
}
