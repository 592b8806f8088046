import Airscript
import Telephony

extension KeyTable {
    static let recording = KeyTable(
        name: "recording",
        summary: "A recording to play.",
        entries: [
            Entry(
                "recording",
                .recordingName,
                required: true,
                "its path below prompts/LANGUAGE/, without the file's ending"
            )
        ]
    )
}

extension BotReading {
    /// A prompt: text, `{recording: NAME}`, a list of both, or a map by language of these.
    func prompt(_ field: Field?) -> Prompt? {
        guard let field else { return nil }
        let prompt: Prompt?
        if let byLanguage = languageMap(field.value) {
            prompt = localized(byLanguage, field)
        } else {
            prompt = pieces(field).map { Prompt(fallback: $0, location: field.value.location) }
        }
        if let prompt { checkRecordings(of: prompt) }
        return prompt
    }

    /// A plain text, or texts by language.
    func localizedText(_ field: Field?) -> LocalizedText? {
        guard let field else { return nil }
        guard let entries = languageMap(field.value) else { return text(field).map { LocalizedText($0) } }
        let texts = byLanguage(entries, field) { self.text($0) }
        return texts.flatMap { texts in texts[languages[0]].map { LocalizedText($0, byLanguage: texts) } }
    }

    /// Values by language; nil when there is none for the default language.
    func byLanguage<Value>(
        _ entries: [YAMLEntry],
        _ field: Field,
        _ decode: (Field) -> Value?
    ) -> [LanguageTag: Value]? {
        var values: [LanguageTag: Value] = [:]
        var hasDefault = false
        for entry in unique(entries, in: field.name) {
            let value = decode(Field(name: "'\(entry.key.forMessage)' in \(field.name)", value: entry.value))
            guard let tag = knownLanguage(entry, in: field) else { continue }
            if tag == languages[0] { hasDefault = true }
            values[tag] = value
        }
        if !hasDefault {
            report(
                .missingLanguage,
                "\(field.name) has nothing for \(languages[0]), the default language",
                at: field.value.location
            )
        }
        return hasDefault ? values : nil
    }

    /// A key that is one of the bot's languages.
    func knownLanguage(_ entry: YAMLEntry, in field: Field) -> LanguageTag? {
        guard let tag = language(entry.key, field.name, at: entry.location) else { return nil }
        guard languages.contains(tag) else {
            let list = languages.map(\.text).joined(separator: ", ")
            report(
                .unknownLanguage,
                "\(field.name): the bot does not speak \(tag); its languages are \(list)",
                at: entry.location,
                length: tag.text.unicodeScalars.count
            )
            return nil
        }
        return tag
    }

    /// The entries of a map by language; a map with `recording` is a piece.
    private func languageMap(_ value: YAMLValue) -> [YAMLEntry]? {
        guard case .map(let entries) = value.content, !entries.isEmpty else { return nil }
        // A slip in `recording` is nearer to it than to any language.
        let isPiece = entries.contains {
            $0.key == "recording" || Spelling.nearest(to: $0.key, among: ["recording"]) != nil
        }
        return isPiece ? nil : entries
    }

    private func localized(_ entries: [YAMLEntry], _ field: Field) -> Prompt? {
        guard let all = byLanguage(entries, field, { self.pieces($0) }) else { return nil }
        guard let fallback = all[languages[0]] else { return nil }
        return Prompt(fallback: fallback, byLanguage: all, location: field.value.location)
    }

    private func pieces(_ field: Field) -> [Prompt.Piece]? {
        switch field.value.content {
        case .scalar, .map:
            return piece(field).map { [$0] }
        case .list(let items):
            guard !items.isEmpty else {
                report(.badPrompt, "\(field.name) is an empty list; the caller would hear nothing", at: field.value)
                return nil
            }
            let pieces = items.enumerated().map { piece(Field(name: "item \($0 + 1) of \(field.name)", value: $1)) }
            return pieces.contains { $0 == nil } ? nil : pieces.compactMap(\.self)
        }
    }

    private func piece(_ field: Field) -> Prompt.Piece? {
        switch field.value.content {
        case .scalar:
            return template(field, for: .spoken).map { .text($0, field.value.location) }
        case .map:
            guard let fields = fields(of: field.value, .recording, owner: field.name) else { return nil }
            guard let written = fields["recording"], let text = text(written) else { return nil }
            guard let name = RecordingName(text) else {
                report(
                    .badName,
                    "\(written.name): '\(text.forMessage)' is no recording's name; write its path below prompts/LANGUAGE/ "
                        + "without the ending, such as menus/main",
                    at: written.value
                )
                return nil
            }
            return .recording(name, written.value.location)
        case .list:
            report(
                .badPrompt,
                "\(field.name) is a list inside a list; a prompt is text, {recording: NAME}, or one list of both",
                at: field.value
            )
            return nil
        }
    }

    /// Reports recordings that are missing for a language they are played in.
    private func checkRecordings(of prompt: Prompt) {
        guard let recordings else { return }
        var missing: [SourceLocation: (name: RecordingName, languages: [LanguageTag])] = [:]
        for language in languages {
            for case .recording(let name, let location) in prompt.pieces(in: language)
            where recordings[name, language] == nil {
                missing[location, default: (name, [])].languages.append(language)
            }
        }
        for (location, found) in missing {
            let meant = suggestion(
                for: found.name.text,
                among: recordings.names.filter { $0 != found.name }.map(\.text)
            )
            let folders = found.languages.map { "prompts/\($0)" }.joined(separator: " and ")
            report(
                .missingRecording,
                "no recording '\(found.name)' is in \(folders)\(meant)",
                at: location,
                length: found.name.text.unicodeScalars.count
            )
        }
    }
}
