import BotGraph
import Telephony

/// A voice that a bot's file names, with the languages it speaks there and where it is written.
struct VoiceUse {
    let name: VoiceName
    /// The languages of the bot that the voice is given to.
    let languages: [LanguageTag]
    let location: SourceLocation
    let length: Int
}

extension LintSubject {
    /// The voices that the file names: those of its languages, then those of its nodes.
    var voiceUses: [VoiceUse] {
        let ofLanguages = bot.languages.compactMap { tag -> VoiceUse? in
            guard let text = bot.voices[tag] else { return nil }
            let place = writtenPlace(of: text, behind: tag.text, inKey: "voices")
            return VoiceUse(name: VoiceName(text), languages: [tag], location: place.0, length: place.length)
        }
        let ofNodes = bot.nodes.compactMap { node -> VoiceUse? in
            guard let text = node.voice, let prompt = node.prompt else { return nil }
            // Where a prompt has its own text for each language, one voice speaks them all.
            let languages = prompt.byLanguage.isEmpty ? [bot.defaultLanguage] : bot.languages
            let place = writtenPlace(of: text, behind: "voice", from: node.location)
            return VoiceUse(name: VoiceName(text), languages: languages, location: place.0, length: place.length)
        }
        return ofLanguages + ofNodes
    }

    /// Where a word stands behind another below a key of the file's outermost map; the file's start where that cannot be
    /// told.
    func writtenPlace(of word: String, behind other: String, inKey key: String) -> (SourceLocation, length: Int) {
        guard let source, let start = source.line(startingWith: key) else { return (bot.location, 1) }
        return place(of: word, behind: other, from: start, in: source) ?? (bot.location, 1)
    }

    /// Where a word stands below a key of the file's outermost map.
    func writtenPlace(of word: String, inKey key: String) -> (SourceLocation, length: Int) {
        guard let source, let start = source.line(startingWith: key), let found = source.index(of: word, from: start)
        else { return (bot.location, 1) }
        return (source.location(of: found), word.unicodeScalars.count)
    }

    /// Where the value of a node's key starts; the node's name where that cannot be told.
    func writtenPlace(ofValueOf key: String, of node: Node) -> (SourceLocation, length: Int) {
        let name = (node.location, node.id.text.unicodeScalars.count)
        guard let source, let start = source.index(of: node.location),
            let found = source.index(of: key + ":", from: start)
        else { return name }
        var first = found + key.unicodeScalars.count + 1
        while first < source.scalars.count, source.scalars[first] == " " { first += 1 }
        var end = first
        while end < source.scalars.count, !" ,}\n\r#".unicodeScalars.contains(source.scalars[end]) { end += 1 }
        return end > first ? (source.location(of: first), end - first) : name
    }

    /// Where a word stands behind another, from a place on; the place itself where that cannot be told.
    private func writtenPlace(
        of word: String,
        behind other: String,
        from location: SourceLocation
    ) -> (SourceLocation, length: Int) {
        guard let source, let start = source.index(of: location) else { return (location, 1) }
        return place(of: word, behind: other, from: start, in: source) ?? (location, 1)
    }

    /// The first place of a word that comes straight behind another, save for signs of YAML.
    private func place(
        of word: String,
        behind other: String,
        from start: Int,
        in source: BotText
    ) -> (SourceLocation, length: Int)? {
        let signs: Set<Unicode.Scalar> = [":", " ", "\"", "'", "\n", "\r", "\t", "[", ","]
        var index = start
        while let found = source.index(of: other, from: index) {
            index = found + other.unicodeScalars.count
            var next = index
            while next < source.scalars.count, signs.contains(source.scalars[next]) { next += 1 }
            guard source.stands(word, at: next) else { continue }
            return (source.location(of: next), word.unicodeScalars.count)
        }
        return nil
    }
}

extension BotText {
    /// The index of the first line that starts with a key.
    fileprivate func line(startingWith key: String) -> Int? {
        var isStart = true
        for index in scalars.indices {
            if isStart, stands(key + ":", at: index) { return index }
            isStart = scalars[index] == "\n"
        }
        return nil
    }

    fileprivate func index(of word: String, from start: Int) -> Int? {
        guard let first = word.unicodeScalars.first else { return nil }
        for index in start..<max(start, scalars.count) where scalars[index] == first && stands(word, at: index) {
            return index
        }
        return nil
    }

    /// Whether a word stands at an index, whole.
    fileprivate func stands(_ word: String, at index: Int) -> Bool {
        let count = word.unicodeScalars.count
        guard index + count <= scalars.count else { return false }
        guard scalars[index..<(index + count)].elementsEqual(word.unicodeScalars) else { return false }
        guard index + count < scalars.count else { return true }
        let next = scalars[index + count]
        return !(next.properties.isAlphabetic || next.properties.numericType != nil || next == "_")
    }
}
