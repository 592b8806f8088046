extension BotReading {
    /// Phrases that a caller may say: a list, or a single one.
    func phrases(_ field: Field?) -> [SpokenPhrase] {
        guard let field else { return [] }
        guard case .list = field.value.content else { return phrase(field).map { [$0] } ?? [] }
        return (items(of: field, what: "phrases", 1...500) ?? []).compactMap(phrase)
    }

    private func phrase(_ field: Field) -> SpokenPhrase? {
        guard let text = text(field) else { return nil }
        guard let phrase = SpokenPhrase(text, location: field.value.location) else {
            report(.badPhrase, "\(field.name) is '\(text.forMessage)', which holds no word", at: field.value)
            return nil
        }
        return phrase
    }
}
