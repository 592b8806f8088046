import BotGraph

/// Writes the reference page of all that lint finds, in Markdown.
package enum LintReference {
    /// The families in the order of the page, with what stands under their heads.
    private static let families: [(name: String, title: String, introduction: String)] = [
        ("graph", "The graph", "The ways that a call can take."),
        ("input", "Keys and words", "What callers press and say."),
        ("prompts", "Prompts", "What callers hear."),
        ("compliance", "Compliance", "What the law asks for."),
        ("data", "Data", "Variables and what they hold."),
        ("provider", "Provider", "What the telephony provider can carry."),
        ("project", "Several bots", "What only shows when all bots are looked at together."),
        (
            "loader", "The loader",
            "What keeps a file from being a bot. Every one is an error, and none can be suppressed or switched off."
        ),
        (
            "files", "Files",
            "What is wrong with files before their text is looked at, or with several of them together."
        ),
        ("suppressions", "Suppressions", "What is wrong with the comments that keep findings quiet."),
    ]

    /// The page.
    ///
    /// - Parameters:
    ///   - pages: The pages of all findings.
    ///   - command: The words that write it anew.
    /// - Returns: The Markdown.
    package static func markdown(_ pages: [LintPage], command: String) -> String {
        var text = introduction(command)
        for family in families {
            let members = pages.filter { $0.family == family.name }.sorted { $0.id < $1.id }
            guard !members.isEmpty else { continue }
            text += "\n## \(family.title)\n\n\(family.introduction)\n\n"
            text += "| id | severity | fix | finds |\n|---|---|---|---|\n"
            for page in members {
                let fix = page.canBeFixed ? "yes" : ""
                text += "| `\(page.id)` | \(page.severity.rawValue) | \(fix) | \(cell(page.summary)) |\n"
            }
            for page in members { text += "\n" + section(page) }
        }
        return text
    }

    /// One page as it stands under its id, without the head; what other tools show as help.
    package static func body(of page: LintPage) -> String {
        var text = prose(page.explanation) + "\n"
        if let failure = page.failure {
            let printed = DiagnosticPrinter(sources: [LintPage.examplePath: failure.text]).print(failure.findings)
            text += "\nA bot with it:\n\n\(fenced(failure.text, "yaml"))\n\(fenced(printed, "text"))"
        }
        if let passing = page.passing { text += "\nA bot without:\n\n\(fenced(passing, "yaml"))" }
        return text
    }

    private static func section(_ page: LintPage) -> String {
        let fix = page.canBeFixed ? "; mended by `--fix`" : ""
        return "### \(page.id)\n\n*\(page.severity.rawValue)\(fix)*: \(prose(page.summary)).\n\n\(body(of: page))"
    }

    private static func fenced(_ text: String, _ language: String) -> String {
        "```\(language)\n\(text)\(text.hasSuffix("\n") ? "" : "\n")```\n"
    }

    /// Text that Markdown could take for HTML.
    private static func prose(_ text: String) -> String { text.replacing("<", with: "&lt;") }

    private static func cell(_ text: String) -> String { prose(text).replacing("|", with: "\\|") }

    private static func introduction(_ command: String) -> String {
        """
        # What lint finds

        Every finding of `touchtone lint`, with its reason and an example. `touchtone lint --explain ID` prints one of these \
        sections.

        <!-- Written by: \(command) -->

        ## Severity and exit status

        An **error** keeps a bot from being served. A **warning** is a fault that a caller would meet. A **note** is worth a \
        look. The exit status is 0 when there is nothing but notes, 1 when there are warnings or errors, 2 when the command's \
        words are off, and 3 when something could not be done. `--strict` makes errors of warnings and notes.

        ## Configuration

        `.touchtone-lint.yaml` says how grave findings are, for the lint command and the server alike. It is looked for in the \
        folder of each bot's file, then in the folders above it, up to the root of the repository or the folder in which the command \
        runs; outside of both, in the file's folder and the two above it. `--config FILE` names another one for lint, but not for the server.

        ```yaml
        provider: signalwire               # twilio, signalwire, telnyx or somleng; twilio unless it is said
        strict: true                       # for lint: warnings and notes are errors
        rules:
          long-prompt: note            # error, warning, note or off
        paths:
          - match: "bots/legacy/**"        # a path below this file's folder, or a list of them
            rules: {dead-end: warning}     # goes before `rules` above; of several that fit, the last one holds
        exclude: ["bots/drafts/**"]        # no rule is held against these; the loader's errors are told all the same
        ```

        The words of the command go before the file. A finding of the loader is always an error. A rule that the configuration \
        makes a warning, or switches off, does not keep a bot from being served.

        ## Suppressions

        A comment keeps one finding quiet:

        ```yaml
        nodes:
          # touchtone:ignore no-silence-exit -- the desk answers every call
          desk:
            type: decision_menu
            prompt: "..."  # touchtone:ignore long-prompt until 2027-03-01 -- the short recording comes in spring
        ```

        It names one rule or several, divided by commas; perhaps `until` and the last day on which it holds, in UTC; and behind \
        two hyphens the reason, without which it does not count. Alone on a line it holds for the next line with a value, else \
        for its own, and with a text of several lines for all of them. `touchtone:ignore-file`, before the first key, holds for \
        the whole file. What a suppression keeps quiet does not count for the exit status, and keeps no bot from being served.

        """
    }
}
