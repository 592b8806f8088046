package import BotGraph

/// What can be wrong with a comment that keeps a finding quiet.
///
/// Such a comment says which rules, why, and perhaps until when:
///
/// ```yaml
/// # touchtone:ignore no-silence-exit, dead-end until 2027-03-01 -- the desk answers every call
/// ```
///
/// It stands on the line before the finding or at the end of its line. `touchtone:ignore-file`, before the first key, holds for
/// the whole file.
package enum SuppressionCheck: String, Hashable, Sendable, CaseIterable {
    case expired = "suppression-expired"
    case forbidden = "suppression-forbidden"
    case malformed = "suppression-malformed"
    case unknown = "suppression-unknown"
    case unused = "suppression-unused"
    case withoutReason = "suppression-without-reason"

    /// None of them keeps a bot from being served: what was to be kept quiet does.
    package var severity: Diagnostic.Severity { .warning }

    /// What it finds, in one sentence without a full stop.
    package var summary: String {
        switch self {
        case .expired: "a suppression whose last day is over"
        case .forbidden: "a suppression of something that cannot be suppressed"
        case .malformed: "a suppression that cannot be read"
        case .unknown: "a suppression of a rule that does not exist"
        case .unused: "a suppression that suppresses nothing"
        case .withoutReason: "a suppression without a reason"
        }
    }

    /// What it means and what to do.
    package var explanation: String {
        switch self {
        case .expired:
            """
            The comment says `until` and a day, the last one on which it holds, and that day is over: the finding counts again. \
            Days are those of UTC, so that every machine agrees.

            Mend what the finding says. If it has to wait longer, give the comment a later day.
            """
        case .forbidden:
            """
            What the loader finds keeps a bot from being loaded at all, so there is no bot that could be served in spite of it. \
            Nor can a suppression keep quiet what is wrong with suppressions: delete it, or mend it.

            Mend what the finding says, and delete the rule's name from the comment.
            """
        case .malformed:
            """
            A comment that begins with `touchtone:` is meant for the linter, and this one is not of its form:

              # touchtone:ignore RULE, RULE until YYYY-MM-DD -- REASON

            `until` and its day may be left out. With `touchtone:ignore-file`, before the first key of the file, it holds for the \
            whole file. A comment that is not understood suppresses nothing.
            """
        case .unknown:
            """
            No rule has this name, so the comment does not do what it was written for. Mostly it is a slip of the keyboard. \
            `touchtone lint --rules` lists the rules.
            """
        case .unused:
            """
            The rule finds nothing where the comment stands. Either the fault was mended and the comment forgotten, and then it \
            would hide the next one, or it stands on the wrong line: it holds for its own line, and alone on a line for the next \
            one.

            `touchtone lint --fix` deletes it. Rules that are switched off or were not asked for are not counted as finding \
            nothing.
            """
        case .withoutReason:
            """
            Whoever reads the file after you has to know why a finding is no fault here, or why it has to wait. Without a reason \
            a suppression does not count.

            Write the reason behind two hyphens: `# touchtone:ignore dead-end -- the carrier plays its own menu here`.
            """
        }
    }

    /// Whether some of its findings are mended by `--fix`.
    package var canBeFixed: Bool { self == .unused }
}
