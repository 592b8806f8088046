import Telephony

extension Transcript {
    /// Whether a text names what a person typed or said.
    package enum Privacy: Sendable, Hashable {
        /// Keys as dots, words as their count, numbers masked.
        case masked
        /// In full, for a person who did it themselves or wrote the script.
        case open
    }

    /// The transcript as people read it: a line an entry, with the seconds since its start.
    ///
    /// - Parameters:
    ///   - privacy: Whether keys, words and numbers are shown.
    ///   - showingRequests: Whether webhooks and statuses have lines too.
    /// - Returns: The lines, without line ends.
    package func lines(_ privacy: Privacy = .masked, showingRequests: Bool = false) -> [String] {
        guard let start = entries.first?.at else { return [] }
        return entries.compactMap { entry in
            if !showingRequests, entry.event.isRequest { return nil }
            return "\(Transcript.clock(entry.at - start))  \(entry.event.sentence(privacy))"
        }
    }

    /// Minutes, seconds and tenths, as in `1:05.2`.
    private static func clock(_ duration: Duration) -> String {
        let tenths = duration.inMilliseconds / 100
        let seconds = tenths / 10 % 60
        return "\(tenths / 600):\(seconds < 10 ? "0" : "")\(seconds).\(tenths % 10)"
    }
}

extension Transcript.Event {
    /// Whether the entry is about HTTP rather than about what people hear and do.
    package var isRequest: Bool {
        switch self {
        case .webhook, .status: true
        default: false
        }
    }

    /// The entry as one line.
    package func sentence(_ privacy: Transcript.Privacy) -> String {
        switch self {
        case .spoke(let speech):
            "bot: \(speech.text)" + (speech.times > 1 ? " (\(speech.times) times)" : "")
        case .played(let url, let times):
            "bot plays \(url)" + (times > 1 ? " (\(times) times)" : "")
        case .tones(let tones): "bot sends \(tones.utf8.count) tones"
        case .paused(let length): "pause of \(length.inMilliseconds / 1_000) s"
        case .listening(let gathering): "listening for \(gathering.kinds)"
        case .interrupted(let after): "interrupted after \(after.inMilliseconds) ms"
        case .pressed(let digits): "caller presses \(privacy.show(digits))"
        case .said(let words, let confidence):
            "caller says \(privacy.show(words: words))" + (confidence.map { " (confidence \($0))" } ?? "")
        case .silence: "caller is silent"
        case .ignored(let act): "not heard: \(act.sentence(privacy))"
        case .forwarding(let dialling):
            "forwarding to \(dialling.numbers.map(privacy.show).joined(separator: ", "))"
        case .forwardEnded(let status, let talking):
            "the forwarded leg ends: \(status.rawValue), \(talking.inMilliseconds / 1_000) s"
        case .hungUp(let side): "\(side.rawValue) hangs up"
        case .status(let status): "status \(status.rawValue)"
        case .webhook(let webhook): "\(webhook.method) \(webhook.url) -> \(webhook.status)"
        case .warning(let text): "warning: \(text)"
        case .fault(let fault): "fault: \(fault)"
        }
    }
}

extension Awaited.Gathering {
    /// `keys`, `speech` or `keys and speech`.
    package var kinds: String {
        [acceptsKeys ? "keys" : nil, acceptsSpeech ? "speech" : nil].compactMap(\.self).joined(separator: " and ")
    }
}

extension CallerAct {
    /// The act in a few words.
    package func sentence(_ privacy: Transcript.Privacy) -> String {
        switch self {
        case .press(let digits): "press \(privacy.show(digits))"
        case .say(let words, _): "say \(privacy.show(words: words))"
        case .silence: "silence"
        case .hangUp: "hang up"
        case .forwardEnds(let status, _): "forward ends \(status.rawValue)"
        case .interrupt(let after, let act): "\(act.sentence(privacy)) after \(after.inMilliseconds) ms"
        case .wait(let wait, let act): "\(act.sentence(privacy)) after a wait of \(wait.inMilliseconds) ms"
        }
    }
}

extension Transcript.Privacy {
    fileprivate func show(_ digits: Digits) -> String {
        switch self {
        case .masked: digits.description
        case .open: digits.unmasked
        }
    }

    fileprivate func show(words: String) -> String {
        switch self {
        case .masked: "(\(words.split(separator: " ").count) words)"
        case .open: "\"\(words)\""
        }
    }

    fileprivate func show(_ party: Party) -> String {
        switch self {
        case .masked: party.description
        case .open: party.unmasked
        }
    }
}
