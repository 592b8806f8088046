import Airscript
package import BotGraph
import CallEngine
import Telephony

/// Takes what is personal out of a call's events, and puts stand-ins in its place.
///
/// Only what came in is masked. What the call answered is what the engine makes of the masked events, so that nothing can get
/// past the mask by way of a prompt, and the recording replays to the byte. `MaskTag` says what is taken for personal.
///
/// What stays: one to six keys in a row (they choose the way through a menu), words other than names that are known from the
/// call's own variables, dates and times, an area code, a state. What a person says freely can name anybody; nothing short of
/// leaving it out would help, and then the call would take another way.
package struct RecordingMask: Sendable {
    let key: RecordingKey

    package init(key: RecordingKey) {
        self.key = key
    }

    /// The same events with stand-ins.
    ///
    /// - Parameters:
    ///   - entries: The events of one call, in order.
    ///   - bot: The bot that the call is pinned to; it declares what is secret.
    /// - Returns: The events; outcomes are left as they were, and have to be made anew.
    package func masked(_ entries: [Recording.Entry], bot: Bot) -> [Recording.Entry] {
        var call = MaskedCall(bot: bot, standIns: StandIns(key: key))
        for case .started(let start) in entries.map(\.event) { call.learn(start) }
        return entries.map { entry in
            var entry = entry
            entry.event = call.masked(entry.event)
            entry.answers = entry.answers.map { answer in
                Recording.Answer(
                    source: answer.source,
                    question: call.plain(answer.question),
                    answer: call.masked(answer.answer, tag: .plain)
                )
            }
            return entry
        }
    }
}

/// One call on its way through the mask.
struct MaskedCall {
    let bot: Bot
    var standIns: StandIns

    /// Takes note of all that a start names, so that it is found in whatever comes later.
    mutating func learn(_ start: CallStart) {
        for number in [start.person.number, start.ownNumber.number].compactMap({ $0 }) { standIns.avoid(number) }
        _ = masked(start)
    }

    mutating func masked(_ event: CallEvent) -> CallEvent {
        switch event {
        case .started(let start): .started(masked(start))
        case .input(let step, let input):
            .input(
                step: step,
                CallerInput(
                    digits: input.digits.map { masked($0) },
                    speech: input.speech.map { spoken($0) },
                    confidence: input.confidence,
                    isUnreadable: input.isUnreadable
                )
            )
        case .forwardEnded, .statusChanged: event
        }
    }

    private mutating func masked(_ start: CallStart) -> CallStart {
        var variables: [String: Value] = [:]
        // In a fixed order, since which of two numbers gets a stand-in first can decide which it is.
        let person = party(start.person)
        let ownNumber = party(start.ownNumber)
        for declaration in bot.variables {
            guard let value = start.variables[declaration.name] else { continue }
            variables[declaration.name] =
                declaration.isSecret
                ? declaration.kind.secretStandIn
                : masked(value, tag: MaskTag.ofVariable(declaration.name, kind: declaration.kind))
        }
        if let actor = start.variables["actor"] {
            variables["actor"] = masked(actor, tag: .personal, isActor: true)
        }
        var parameters: [String: String] = [:]
        for (name, text) in start.parameters.sorted(by: { $0.key < $1.key }) {
            parameters[name] = masked(text, tag: name == "CallSid" ? .identifier : MaskTag.ofParameter(name))
        }
        if parameters["CallSid"] == start.call.text || start.parameters["CallSid"] == start.call.text {
            parameters["CallSid"] = standIns.call(start.call).text
        }
        return CallStart(
            call: standIns.call(start.call),
            direction: start.direction,
            person: person,
            ownNumber: ownNumber,
            status: start.status,
            variables: variables,
            parameters: parameters,
            isSuppressed: start.isSuppressed,
            disclosureLimit: start.disclosureLimit
        )
    }

    mutating func masked(_ value: Value, tag: MaskTag, isActor: Bool = false) -> Value {
        switch value {
        case .null, .boolean: return value
        case .number(let number):
            let text = Value.number(number).rendered
            guard tag == .personal || text.count(where: \.isDigit) >= DigitRuns.shortest else { return value }
            // A number that is written with an exponent, or loses itself on the way back, is nobody's.
            return Double(standIns.digits(text)).map { .number($0) } ?? .number(0)
        case .text(let text): return .text(masked(text, tag: tag))
        case .list(let items): return .list(items.map { masked($0, tag: tag) })
        case .object(let record):
            let isDate = tag == .plain && record.entries.allSatisfy { MaskedCall.civilNames.contains($0.name) }
            let entries = record.entries.map { entry -> (String, Value) in
                let own = isActor ? MaskTag.ofProperty(entry.name) : MaskTag.ofVariable(entry.name, kind: nil)
                let inherited = tag == .plain || isActor ? own : tag
                return (entry.name, isDate ? entry.value : masked(entry.value, tag: inherited))
            }
            return .object(Record(entries))
        }
    }

    private static let civilNames: Set<String> = [
        "year", "month", "day", "hour", "minute", "second", "millisecond", "date", "time", "timeZone",
    ]

    private mutating func masked(_ text: String, tag: MaskTag) -> String {
        guard !text.isEmpty else { return text }
        switch tag {
        case .plain: return plain(text)
        case .secret: return "secret"
        case .identifier: return standIns.identifier(text)
        case .number: return party(Party(parameter: text)).recordedText(insteadOf: text)
        case .personal:
            let isNumber = DigitRuns.find(in: Array(text)).isEmpty == false
            return isNumber ? plain(text) : standIns.letters(text)
        }
    }

    /// A party's stand-in, of the same kind.
    private mutating func party(_ party: Party) -> Party {
        switch party {
        case .withheld: return .withheld
        case .number(let number): return .number(standIns.number(number))
        case .address(let address):
            if let number = party.number {
                // `sip:+12065550101@host` is a number to whoever asks to stop, and has to stay one.
                let scheme = address.prefix { $0 != ":" }
                let standIn = standIns.number(number).unmasked
                guard scheme.count < address.count else { return .address(String(standIn.dropFirst())) }
                let rest = address.lowercased().hasPrefix("tel:") ? "" : "@masked.invalid"
                return .address("\(scheme):\(standIn)\(rest)")
            }
            return Party(parameter: plain(standIns.letters(address)))
        }
    }

    private mutating func masked(_ digits: Digits) -> Digits {
        Digits(plain(digits.unmasked)) ?? digits
    }

    private mutating func spoken(_ text: String) -> String {
        SpokenDigits.masked(plain(text), standIns: standIns)
    }

    /// A text with stand-ins for the numbers in it, and for the names that the call is known to be about.
    mutating func plain(_ text: String) -> String {
        var characters = Array(text)
        for run in DigitRuns.find(in: characters) {
            let digits = characters[run].filter(\.isDigit)
            let standIn = Array(self.digits(String(digits)))
            var next = 0
            for index in run where characters[index].isDigit {
                characters[index] = standIn[next]
                next += 1
            }
        }
        return standIns.replacingNames(in: String(characters))
    }

    /// Other digits: those of the number's stand-in where they are a number of country code 1.
    private mutating func digits(_ digits: String) -> String {
        let national = digits.count == 11 && digits.hasPrefix("1") ? String(digits.dropFirst()) : digits
        guard national.count == 10, let first = national.first, let number = PhoneNumber("+1" + national), first > "1"
        else {
            if let number = PhoneNumber("+" + digits), digits.count >= 11 {
                return String(standIns.number(number).unmasked.dropFirst())
            }
            return standIns.digits(digits)
        }
        return String(standIns.number(number).unmasked.dropFirst(digits.count == 11 ? 1 : 2))
    }
}

extension Party {
    /// The stand-in as a text; what was withheld stays in the provider's own word for it.
    fileprivate func recordedText(insteadOf text: String) -> String {
        self == .withheld ? text : unmasked
    }
}

extension VariableDeclaration.Kind {
    /// What stands for a secret of the kind, always the same.
    fileprivate var secretStandIn: Value {
        switch self {
        case .text, .any: .text("secret")
        case .number: .number(0)
        case .boolean: .boolean(false)
        case .date: .text("2000-01-01")
        case .time: .text("00:00:00")
        case .datetime: .text("2000-01-01T00:00:00Z")
        case .phone: .text("+12065550100")
        case .list: .list([])
        case .object: .object(Record())
        }
    }
}
