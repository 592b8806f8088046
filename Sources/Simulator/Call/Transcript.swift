package import Telephony

/// What happened in a call, in order, with the virtual time of each event.
package struct Transcript: Sendable, Hashable {
    package struct Entry: Sendable, Hashable {
        package let at: Instant
        package let event: Event

        package init(at: Instant, _ event: Event) {
            self.at = at
            self.event = event
        }
    }

    package enum Event: Sendable, Hashable {
        case spoke(Speech)
        case played(url: String, times: Int)
        /// Tones the bot sends: `0-9 A-D * # w W`.
        case tones(String)
        case paused(Duration)
        /// The ear opened. Its prompts come after this entry.
        case listening(Awaited.Gathering)
        /// The caller acted so long after the prompt began, before its end.
        case interrupted(after: Duration)
        case pressed(Digits)
        case said(String, confidence: Double?)
        case silence
        /// Something the provider does not pass on: keys after the input had ended, words where only keys count.
        case ignored(CallerAct)
        case forwarding(Awaited.Dialling)
        case forwardEnded(DialStatus, talking: Duration)
        case hungUp(Side)
        case status(CallStatus)
        case webhook(Webhook)
        case warning(String)
        case fault(CallFault)
    }

    package struct Speech: Sendable, Hashable {
        package let text: String
        /// As the document says it; nil when it does not.
        package let language: String?
        package let voice: String?
        package let times: Int
    }

    /// Who ended a call.
    package enum Side: String, Sendable, Hashable {
        case caller
        case bot
        /// The provider itself, after a fault or at the time limit.
        case provider
    }

    /// One request to the server and its reply.
    package struct Webhook: Sendable, Hashable {
        package enum Kind: String, Sendable, Hashable {
            case voice
            case status
        }

        package let kind: Kind
        package let method: String
        /// The address without its query, which may name people.
        package let url: String
        /// The HTTP status.
        package let status: Int
        /// The document, for a voice webhook.
        package let document: String?
    }

    package internal(set) var entries: [Entry]

    package init(entries: [Entry] = []) {
        self.entries = entries
    }

    /// The words spoken, one utterance after the other; a recording stands as its address in brackets.
    package var spokenText: String {
        let parts = entries.compactMap { entry -> String? in
            switch entry.event {
            case .spoke(let speech): speech.text
            case .played(let url, _): "[\(url)]"
            default: nil
            }
        }
        return parts.joined(separator: " ")
    }

    /// The numbers that the call was forwarded to, in order.
    package var forwardedTo: [Party] {
        entries.flatMap { entry -> [Party] in
            if case .forwarding(let dialling) = entry.event { dialling.numbers } else { [] }
        }
    }
}
