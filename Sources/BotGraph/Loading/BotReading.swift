import Telephony

/// What is known while one file is read, and what was found so far.
///
/// A class, since every decoder adds to the same findings.
final class BotReading {
    let source: SourceText
    let recordings: PromptCatalogue?
    /// What the bot speaks, the default first.
    var languages: [LanguageTag] = [.americanEnglish]
    /// The declared variables by name.
    var variables: [String: VariableDeclaration] = [:]
    /// Where `opt_out.confirm` names its menu.
    var confirmTarget: Target?
    /// Every place that names a node.
    private(set) var targets: [Target] = []
    private var findings: Set<Diagnostic> = []
    /// Looking for the word that was meant costs time, and a file may have a hundred thousand wrong words.
    private var suggestionsLeft = 200
    /// The last text that was walked through: a long one may have thousands of findings.
    private var lastPlaces: (location: SourceLocation, places: [Int]?)?

    init(source: SourceText, recordings: PromptCatalogue?) {
        self.source = source
        self.recordings = recordings
    }

    var diagnostics: [Diagnostic] { findings.sorted() }
    var hasErrors: Bool { findings.contains { $0.severity == .error } }
    var start: SourceLocation { SourceLocation(path: source.path, line: 1, column: 1) }

    func report(
        _ check: LoaderCheck,
        _ message: String,
        at location: SourceLocation,
        length: Int = 1,
        notes: [Diagnostic.Note] = [],
        fix: Fix? = nil
    ) {
        findings.insert(
            Diagnostic(
                id: check.rawValue,
                severity: .error,
                message: message,
                location: location,
                length: length,
                notes: notes,
                fix: fix
            )
        )
    }

    /// Reports a finding about a value, with the length of its text where that stands on one line.
    func report(_ check: LoaderCheck, _ message: String, at value: YAMLValue, fix: Fix? = nil) {
        report(check, message, at: value.location, length: length(of: value), fix: fix)
    }

    /// Puts a bare number in quotes, so that YAML reads text.
    ///
    /// Nil where the scalar stands behind an anchor: what an alias makes of it elsewhere would be another thing too.
    func quoting(_ value: YAMLValue) -> Fix? {
        guard case .scalar(let scalar) = value.content, case .number = scalar.type else { return nil }
        guard let start = source.index(of: value.location), source[start] != "&", source[start] != "!" else {
            return nil
        }
        guard let end = places(of: scalar, at: value.location)?.last else { return nil }
        let edits = [start, end].map { Fix.Edit(at: source.location(of: $0), length: 0, replacement: "\"") }
        return Fix("put \(scalar.text.forMessage) in quotes", edits: edits)
    }

    func note(target: Target) {
        targets.append(target)
    }

    /// `; did you mean 'billing'?` when a word is near, else nothing.
    func suggestion(for word: String, among candidates: some Sequence<String>) -> String {
        guard suggestionsLeft > 0 else { return "" }
        suggestionsLeft -= 1
        return Spelling.nearest(to: word, among: candidates).map { "; did you mean '\($0.forMessage)'?" } ?? ""
    }

    /// The index in the source of each scalar of a text; nil when it cannot be told.
    func places(of scalar: YAMLScalar, at location: SourceLocation) -> [Int]? {
        if let last = lastPlaces, last.location == location { return last.places }
        let places = ScalarPlaces.places(of: scalar, at: location, in: source)
        lastPlaces = (location, places)
        return places
    }

    private func length(of value: YAMLValue) -> Int {
        guard case .scalar(let scalar) = value.content else { return 1 }
        guard let places = places(of: scalar, at: value.location) else { return 1 }
        guard let end = places.last, source.location(of: end).line == value.location.line else { return 1 }
        let closingQuote = scalar.style == .singleQuoted || scalar.style == .doubleQuoted ? 1 : 0
        return end + closingQuote - (source.index(of: value.location) ?? end)
    }
}
