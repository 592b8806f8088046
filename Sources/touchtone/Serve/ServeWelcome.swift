import BotGraph
import Carrier
import WebhookServer

/// What `serve` prints once it listens: where it is, what it does not serve, and what to do next.
struct ServeWelcome {
    let settings: ServeSettings
    let survey: BotSurvey

    func text(port: Int) -> String {
        let address = "http://\(settings.host.contains(":") ? "[\(settings.host)]" : settings.host):\(port)"
        let bots = survey.servable.map(\.bot)
        var lines = ["Touchtone serves \(bots.map(\.name.text).sorted().joined(separator: ", ")) on \(address)."]
        lines += survey.refused.map { refused in
            "Not served: \(refused.path), \(refused.errors.count == 1 ? "1 error" : "\(refused.errors.count) errors"). "
                + "See: \(ShellWords.command) lint \(ShellWords.quoted(refused.path))\(promptsFlag)"
        }
        lines += ["Steps are kept in \(settings.database).", "", "Next:"]
        if settings.isDemo {
            if let call = call(of: bots) { lines.append("  \(call)   a call in this terminal, in another window") }
            lines += [
                "  curl \(address)/health/ready",
                "",
                "This is a demonstration: it listens on this machine only. To take real calls, set TWILIO_AUTH_TOKEN and",
                "--public-url, leave --demo out, and point the number's voice URL at PUBLIC-URL/voice/incoming?bot=NAME.",
            ]
        } else {
            lines += [
                "  voice URL of a number:  \(settings.publicURL)/voice/incoming?\(query(of: bots))   (POST)",
                "  status callback:        \(settings.publicURL)/voice/status   (POST)",
            ]
        }
        lines.append("Bots that change on disk are taken over by themselves, at once on SIGHUP.")
        lines.append("Stop with Control-C; calls in progress go on where they were after a restart.")
        return lines.joined(separator: "\n")
    }

    /// The bot to show, one that starts without values where there is one.
    private func example(among bots: [Bot]) -> Bot? {
        let bots = bots.filter { $0.channel == .voice }.sorted { $0.name < $1.name }
        return bots.first { $0.neededVariables.isEmpty } ?? bots.first
    }

    /// The words that call a bot in the terminal; nil when there is none to call.
    private func call(of bots: [Bot]) -> String? {
        guard let bot = example(among: bots) else { return nil }
        let folder = settings.bots == "bots" ? "" : " --bots \(ShellWords.quoted(settings.bots))"
        let values = bot.neededVariables.map { " --set \($0.name)=\($0.kind.sample)" }.joined()
        return "\(ShellWords.command) call \(bot.name)\(values)\(folder)\(promptsFlag)"
    }

    private func query(of bots: [Bot]) -> String {
        guard let bot = example(among: bots) else { return "bot=NAME" }
        let values = bot.neededVariables.map { FormParameters.Parameter("set.\($0.name)", $0.kind.sample) }
        let query = FormParameters([FormParameters.Parameter("bot", bot.name.text)] + values)
        return String(decoding: query.encoded(), as: UTF8.self)
    }

    private var promptsFlag: String {
        settings.prompts == "prompts" ? "" : " --prompts \(ShellWords.quoted(settings.prompts))"
    }
}

extension Bot {
    /// The variables that a call cannot start without.
    var neededVariables: [VariableDeclaration] { variables.filter { $0.isRequired && $0.defaultValue == nil } }
}

extension VariableDeclaration.Kind {
    /// A value of the kind, as text that no shell takes apart.
    fileprivate var sample: String {
        switch self {
        case .number: "1"
        case .boolean: "true"
        case .date: "2026-12-01"
        case .time: "10:30"
        case .datetime: "2026-12-01T10:30:00Z"
        case .phone: "+12065550101"
        case .text, .list, .object, .any: "sample"
        }
    }
}
