import Airscript
package import BotGraph

/// A property of a built-in name that there is not.
package struct UnknownPath: LintRule {
    package let id = "unknown-path"
    package let family = LintFamily.data
    package let severity = Diagnostic.Severity.warning
    package let summary = "a property of a built-in name that there is not, so that it is always NULL"
    package let explanation = """
        The names that are always there to read have fixed properties: `call.id`, `call.direction`, `call.from`, `call.to`; \
        `bot.name`, `bot.title`; `session.id`, `session.language`, `session.optout`, `session.start.phone`, \
        `session.start.call`; `channels.voice.identifier`. `actor` and what is below `session.start.call` hold whatever the \
        call was given. `event` and `profile` are empty in a voice bot. Anything else is always NULL: the caller hears a gap, \
        and a comparison is always false.

        Write the property that was meant. The fix does so where only one is near.
        """
    package let examples = LintExamples(
        passing: [
            ExampleBots.inbound(UnknownPath.bot("call.direction")),
            ExampleBots.inbound(UnknownPath.bot("actor.first_name ?? session.start.call.Name ?? \\\"you\\\"")),
        ],
        failing: [
            ExampleBots.inbound(UnknownPath.bot("call.↓form")),
            ExampleBots.inbound(UnknownPath.bot("\\\"año 🦷\\\" + session.start.↓caller")),
            ExampleBots.inbound(UnknownPath.bot("call.from.↓area")),
        ]
    )

    private static func bot(_ expression: String) -> String {
        """
        start: greeting
        nodes:
          greeting: {type: hang_up, prompt: "This is {{\(expression)}}. Goodbye."}
        """
    }

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        subject.data.expressions.flatMap { use in
            use.expression.references.compactMap { check($0, in: use, subject) }
        }
    }

    private func check(_ reference: Reference, in use: ExpressionUse, _ subject: LintSubject) -> Diagnostic? {
        guard reference.path.count > 1, var property = BuiltInNames.properties[reference.path[0]] else { return nil }
        for (index, name) in reference.path.enumerated().dropFirst() {
            switch property {
            case .free: return nil
            case .value, .nothing:
                let path = reference.path.prefix(index).joined(separator: ".")
                let (location, length) = subject.place(of: reference, in: use, name: index)
                return finding(.nothingBelow(path, name), at: location, length: length)
            case .record(let names):
                guard let next = names[name] else {
                    let path = reference.path.prefix(index).joined(separator: ".")
                    let (location, length) = subject.place(of: reference, in: use, name: index)
                    let meant = Spelling.nearest(to: name, among: names.keys.sorted())
                    return finding(
                        .unknown(path, name, meant: meant, of: names.keys.sorted()),
                        at: location,
                        length: length,
                        fix: length == name.unicodeScalars.count ? meant.map { fix(name, $0, at: location) } : nil
                    )
                }
                property = next
            }
        }
        return nil
    }

    private func fix(_ name: String, _ meant: String, at location: SourceLocation) -> Fix {
        Fix(
            "write '\(meant)' for '\(name)'",
            edits: [Fix.Edit(at: location, length: name.unicodeScalars.count, replacement: meant)]
        )
    }
}

extension LintMessage {
    fileprivate static func unknown(
        _ path: String,
        _ name: String,
        meant: String?,
        of names: [String]
    ) -> LintMessage {
        """
        \(path) has no '\(name)', so it is always NULL; \
        \(meant.map { "did you mean '\($0)'?" } ?? "it has \(names.joined(separator: ", "))")
        """
    }

    fileprivate static func nothingBelow(_ path: String, _ name: String) -> LintMessage {
        path == "event" || path == "profile"
            ? "\(path) is empty in a voice bot, so '\(name)' is always NULL; pass the value as a variable"
            : "\(path) is a single value, so '\(name)' below it is always NULL; leave it out"
    }
}
