import Telephony

extension KeyTable {
    static let bot = KeyTable(
        name: "bot",
        summary: "A Touchtone bot: a graph of nodes with what holds for all of them.",
        entries: [
            Entry("bot", .name, required: true, "the bot's name"),
            Entry("title", .text, "the bot's name for people"),
            Entry("channel", .word(Channel.allCases.map(\.rawValue)), "what the bot talks over; voice unless given"),
            Entry(
                "direction",
                .word(CallDirection.allCases.map(\.rawValue)),
                "who places the call; inbound unless given"
            ),
            Entry(
                "purpose",
                .word(Purpose.allCases.map(\.rawValue)),
                "why the bot contacts people; informational unless given, telemarketing has stricter rules"
            ),
            Entry(
                "languages",
                .list(of: .language, 1...50),
                "what the bot speaks, the default first; en-US unless given"
            ),
            Entry("voices", .map(of: .voice, keys: .languages), "the provider's voice for each language"),
            Entry(
                "variables",
                .map(
                    of: .either([.word(VariableDeclaration.Kind.allCases.map(\.rawValue)), .table(.variable)]),
                    keys: .variables
                ),
                "what expressions may read and nodes may set"
            ),
            Entry("intent", .table(.intent), "what has to be heard within 15 seconds of the answer"),
            Entry("opt_out", .table(.optOut), "how the bot takes a request to stop calling"),
            Entry("universals", .table(.universals), "what a caller may ask for at every menu"),
            Entry("schedule", .text, "the availability schedule the bot keeps to, beside the law's hours"),
            Entry("apology", .prompt, "what the caller hears when something breaks inside"),
            Entry("start", .name, required: true, "the node the call begins with"),
            Entry("nodes", .nodes, required: true, "the nodes by name"),
        ]
    )
}

/// What stands before the nodes.
struct Header {
    let name: BotName?
    let title: String?
    let channel: Channel
    let direction: CallDirection
    let purpose: Purpose
    let voices: [LanguageTag: String]
    let variables: [VariableDeclaration]
    let intent: Intent?
    let optOut: OptOutPolicy?
    let universals: Universals
    let schedule: String?
    let apology: Prompt
    let optOutGoodbye: Prompt
    let start: Target?
}

extension BotReading {
    /// Reads the header.
    ///
    /// Languages and variables come first: everything else is checked against them.
    func header(_ fields: Fields) -> Header {
        readLanguages(fields["languages"])
        let declarations = variables(fields["variables"])
        let purpose = word(fields["purpose"], Purpose.self) ?? .informational
        return Header(
            name: name(fields["bot"], BotName.init),
            title: text(fields["title"]),
            channel: channel(fields["channel"]),
            direction: word(fields["direction"], CallDirection.self) ?? .inbound,
            purpose: purpose,
            voices: voices(fields["voices"]),
            variables: declarations,
            intent: intent(fields["intent"]),
            optOut: optOut(fields["opt_out"], purpose: purpose),
            universals: universals(fields["universals"]),
            schedule: text(fields["schedule"]),
            apology: prompt(fields["apology"]) ?? standardPrompt(.apology, at: start),
            optOutGoodbye: standardPrompt(.optOutGoodbye, at: start),
            start: target(fields["start"])
        )
    }

    private func channel(_ field: Field?) -> Channel {
        let channel = word(field, Channel.self) ?? .voice
        if channel == .sms, let field {
            report(
                .unsupportedChannel,
                "text bots are not in this version of Touchtone; \(field.name) has to be voice",
                at: field.value
            )
        }
        return channel
    }

    private func readLanguages(_ field: Field?) {
        guard let field, let items = items(of: field, what: "languages", 1...50) else { return }
        var seen: [LanguageTag: SourceLocation] = [:]
        var tags: [LanguageTag] = []
        for item in items {
            guard let text = text(item), let tag = language(text, item.name, at: item.value.location) else { continue }
            if let earlier = seen[tag] {
                report(
                    .duplicateLanguage,
                    "\(tag) is already listed at \(earlier.line):\(earlier.column); remove one",
                    at: item.value.location,
                    length: text.unicodeScalars.count,
                    notes: [Diagnostic.Note("'\(tag)' is first listed here", at: earlier)]
                )
                continue
            }
            seen[tag] = item.value.location
            tags.append(tag)
        }
        if !tags.isEmpty { languages = tags }
    }

    /// A provider's name of a voice, such as `Polly.Joanna`; a document with any other sign in it would be refused.
    func voice(_ field: Field?) -> String? {
        guard let field, let name = text(field) else { return nil }
        let isUsable =
            !name.isEmpty && name.utf8.count <= 128
            && name.utf8.allSatisfy {
                switch $0 {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                    UInt8(ascii: "~"), UInt8(ascii: ":"):
                    true
                default: false
                }
            }
        guard !isUsable else { return name }
        report(
            .badName,
            "'\(name.forMessage)' is no voice; write the provider's name of one, such as Polly.Joanna",
            at: field.value
        )
        return nil
    }

    private func voices(_ field: Field?) -> [LanguageTag: String] {
        guard let field, let entries = entries(of: field, what: "a map of languages and voices") else { return [:] }
        var voices: [LanguageTag: String] = [:]
        for entry in entries {
            let voice = voice(Field(name: "'\(entry.key.forMessage)' in \(field.name)", value: entry.value))
            guard let tag = knownLanguage(entry, in: field) else { continue }
            voices[tag] = voice
        }
        return voices
    }
}
