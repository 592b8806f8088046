/// Reads bot files: text in, a bot and findings out.
package enum BotLoader {
    /// What came of a text.
    package struct Result: Sendable {
        /// Nil when a finding is an error.
        package let bot: Bot?
        /// Everything found, sorted.
        package let diagnostics: [Diagnostic]
        /// The text that was read; nil when it was too large to look at.
        package let source: BotText?

        package init(bot: Bot?, diagnostics: [Diagnostic], source: BotText? = nil) {
            self.bot = bot
            self.diagnostics = diagnostics
            self.source = source
        }
    }

    /// Reads a bot file's text.
    ///
    /// - Parameters:
    ///   - text: The YAML.
    ///   - path: The file's path as findings shall name it.
    ///   - version: The digest of the text, which the bot carries.
    ///   - recordings: The recordings there are; nil when they are not known, and then none is missed.
    /// - Returns: The bot, when nothing is wrong with it, and the findings.
    package static func load(
        _ text: String,
        path: String,
        version: BotVersion,
        recordings: PromptCatalogue?
    ) -> Result {
        guard text.utf8.count <= YAMLReader.sizeLimit else {
            let message = "the file has \(text.utf8.count) bytes, and a bot file at most \(YAMLReader.sizeLimit)"
            return failed(.tooLarge, message, at: SourceLocation(path: path, line: 1, column: 1))
        }
        let source = SourceText(text, path: path)
        var reader = YAMLReader(source)
        let root: YAMLValue?
        do throws(YAMLReader.Failure) {
            root = try reader.read()
        } catch {
            return failed(error.check, error.message, at: error.location, source: BotText(source))
        }
        guard let root, !root.isNull else {
            return failed(
                .emptyFile,
                "the file holds no bot; it begins with 'bot:' and the bot's name",
                at: SourceLocation(path: path, line: 1, column: 1),
                source: BotText(source)
            )
        }
        let reading = BotReading(source: source, recordings: recordings)
        let bot = bot(root, reading, version: version)
        return Result(
            bot: reading.hasErrors ? nil : bot,
            diagnostics: reading.diagnostics,
            source: BotText(source)
        )
    }

    private static func failed(
        _ check: LoaderCheck,
        _ message: String,
        at location: SourceLocation,
        source: BotText? = nil
    ) -> Result {
        Result(
            bot: nil,
            diagnostics: [
                Diagnostic(id: check.rawValue, severity: .error, message: message, location: location)
            ],
            source: source
        )
    }

    private static func bot(_ root: YAMLValue, _ reading: BotReading, version: BotVersion) -> Bot? {
        guard let fields = reading.fields(of: root, .bot, owner: Fields.wholeFile, at: reading.start) else {
            return nil
        }
        let header = reading.header(fields)
        let (nodes, names) = reading.nodes(fields["nodes"])
        if fields["nodes"] != nil { reading.checkTargets(names) }
        reading.checkOptOut(header.optOut, nodes: nodes)
        guard let name = header.name, let start = header.start else { return nil }
        return Bot(
            name: name,
            version: version,
            title: header.title ?? name.text,
            channel: header.channel,
            direction: header.direction,
            purpose: header.purpose,
            languages: reading.languages,
            voices: header.voices,
            variables: header.variables,
            intent: header.intent,
            optOut: header.optOut,
            universals: header.universals,
            schedule: header.schedule,
            apology: header.apology,
            optOutGoodbye: header.optOutGoodbye,
            start: start.node,
            nodes: nodes,
            startLocation: start.location,
            location: reading.start
        )
    }
}
