/// One cell of a table that a spreadsheet may open.
enum CSVCell {
    /// Writes a cell, quoted where it has to be.
    ///
    /// A spreadsheet takes a text that begins with one of these for a formula, and runs it; people's words come from
    /// outside. An apostrophe in front keeps it a text. Whatever begins with an apostrophe gets another, so that reading
    /// gives back what was written. See https://owasp.org/www-community/attacks/CSV_Injection
    static func written(_ text: String) -> String {
        quoted(isFormula(text) ? "'" + text : text)
    }

    /// Writes a cell that cannot be a formula, such as a number in E.164 form: a plus sign and digits come to no more
    /// than the digits.
    static func quoted(_ text: String) -> String {
        let needsQuotes = text.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
        guard needsQuotes else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    /// Reads what `written` wrote.
    static func read(_ text: String) -> String {
        guard text.unicodeScalars.first == "'" else { return text }
        let rest = String(text.unicodeScalars.dropFirst())
        return isFormula(rest) ? rest : text
    }

    private static func isFormula(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first else { return false }
        // With the wide forms, which some spreadsheets read like the others.
        return "=+-@\t\r\n'＝＋－＠".unicodeScalars.contains(first)
    }
}
