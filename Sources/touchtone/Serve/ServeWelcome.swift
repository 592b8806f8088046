import BotGraph

/// What `serve` prints once it listens: where it is, and what to do next.
struct ServeWelcome {
    let settings: ServeSettings
    let bots: [BotName]

    func text(port: Int) -> String {
        let address = "http://\(settings.host.contains(":") ? "[\(settings.host)]" : settings.host):\(port)"
        var lines = [
            "Touchtone serves \(bots.map(\.text).joined(separator: ", ")) on \(address).",
            "Steps are kept in \(settings.database).",
            "",
            "Next:",
        ]
        if settings.isDemo {
            lines += [
                "  touchtone call \(bots.first?.text ?? "BOT")   a call in this terminal, in another window",
                "  curl \(address)/health/ready",
                "",
                "This is a demonstration: it listens on this machine only. To take real calls, set TWILIO_AUTH_TOKEN and",
                "--public-url, leave --demo out, and point the number's voice URL at PUBLIC-URL/voice/incoming?bot=NAME.",
            ]
        } else {
            lines += [
                "  voice URL of a number:  \(settings.publicURL)/voice/incoming?bot=\(bots.first?.text ?? "BOT")   (POST)",
                "  status callback:        \(settings.publicURL)/voice/status   (POST)",
            ]
        }
        lines.append("Stop with Control-C; calls in progress go on where they were after a restart.")
        return lines.joined(separator: "\n")
    }
}
