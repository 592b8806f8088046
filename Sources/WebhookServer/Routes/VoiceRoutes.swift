import BotGraph
import CallEngine
import Carrier
import Hummingbird
import Logging
import Store
import Telephony

/// The provider's voice webhooks: a call's start, its turns, and its status.
struct VoiceRoutes: Sendable {
    let configuration: ServerConfiguration
    let receiver: WebhookReceiver
    let driver: CallDriver
    let library: BotLibrary
    let store: any CallStore
    let apologies: Apologies
    let metrics: ServerMetrics
    let logger: Logger

    func add(to router: Router<BasicRequestContext>) {
        router.only(.post, "voice/incoming") { request, _ in
            await receiver.answer(request, at: "voice/incoming") { await incoming($0) }
        }
        router.only(.post, "voice/turn/:step") { request, context in
            let step = context.parameters.get("step").flatMap { VoiceRoutes.step($0) }
            return await receiver.answer(request, at: "voice/turn") { await turn($0, step: step ?? VoiceRoutes.noStep) }
        }
        router.only(.post, "voice/status") { request, _ in
            await receiver.answer(request, at: "voice/status") { await status($0) }
        }
    }

    private func incoming(_ webhook: WebhookReceiver.Webhook) async -> Response {
        do {
            let voice = try VoiceWebhook(form: webhook.form)
            let reply = try await driver.start(voice.call, token: webhook.token) { () throws(DriverFault) in
                try await beginning(of: voice, query: webhook.query)
            }
            return reply.map { .twiml($0) } ?? withoutBot(voice, named: webhook.query["bot"])
        } catch {
            return apology(for: error, call: webhook.form["CallSid"])
        }
    }

    private func turn(_ webhook: WebhookReceiver.Webhook, step: Int) async -> Response {
        do {
            let voice = try VoiceWebhook(form: webhook.form)
            let event: CallEvent =
                if let ended = voice.forwardEnd(in: webhook.form) { .forwardEnded(step: step, ended) } else {
                    .input(step: step, CallerInput(voice.gather))
                }
            return .twiml(try await driver.advance(voice.call, event, token: webhook.token))
        } catch {
            return apology(for: error, call: webhook.form["CallSid"])
        }
    }

    private func status(_ webhook: WebhookReceiver.Webhook) async -> Response {
        do {
            let callback = try StatusCallback(form: webhook.form)
            try await driver.note(callback.status, sequence: callback.sequence, of: callback.call)
            return .noContent
        } catch let error as DriverFault {
            report(error, failure: error.failure, call: webhook.form["CallSid"])
            // The provider does not repeat a callback by itself; where it is set to, a 503 lets it.
            return .plain(.serviceUnavailable, "Try again\n")
        } catch {
            report(error, failure: .badRequest, call: webhook.form["CallSid"])
            return .plain(.badRequest, "Bad request\n")
        }
    }

    /// A new call's bot and what it starts with; nil when no bot is there for it.
    private func beginning(
        of voice: VoiceWebhook,
        query: FormParameters
    ) async throws(DriverFault) -> CallDriver.Beginning? {
        guard let bot = bot(for: voice, named: query["bot"]) else { return nil }
        // A provider that does not say places the calls of outbound bots all the same: taking our own number for the
        // person's would put it on the suppression list.
        let direction = voice.direction ?? bot.direction
        let person = direction == .inbound ? voice.from : voice.to
        var isSuppressed = false
        if direction == .outbound, let number = person.number {
            do {
                isSuppressed = try await store.isSuppressed(number, channel: bot.channel, bot: bot.name)
            } catch { throw DriverFault(.store(error)).said(by: bot, in: bot.defaultLanguage) }
        }
        let variables = StartVariables(query, for: bot)
        report(variables, of: voice.call, bot: bot)
        let start = CallStart(
            call: voice.call,
            direction: direction,
            person: person,
            ownNumber: direction == .inbound ? voice.to : voice.from,
            status: driver.earlyEnds[voice.call] ?? voice.status ?? .ringing,
            variables: variables.values,
            parameters: voice.parameters,
            isSuppressed: isSuppressed,
            disclosureLimit: direction == .outbound ? person.number.flatMap(configuration.disclosureLimit) : nil
        )
        return CallDriver.Beginning(bot: bot, start: start)
    }

    /// Only the names: what a variable was set to may be personal.
    private func report(_ variables: StartVariables, of call: CallID, bot: Bot) {
        var metadata: Logger.Metadata = ["call": "\(call)", "bot": "\(bot.name)"]
        if !variables.unknown.isEmpty { metadata["undeclared"] = "\(variables.unknown.joined(separator: ", "))" }
        if !variables.unfit.isEmpty { metadata["unfit"] = "\(variables.unfit.joined(separator: ", "))" }
        guard metadata.count > 2 else { return }
        logger.warning(
            "The voice URL sets what the bot does not declare, or a number or boolean to something else",
            metadata: metadata
        )
    }

    /// The bot that a new call gets: the one its URL names, else the one configured for our number.
    private func bot(for voice: VoiceWebhook, named name: String?) -> Bot? {
        let name =
            if let name { BotName(name) } else { voice.to.number.flatMap { configuration.numbers[$0] } }
        guard let name, let bot = library.current(name), bot.channel == .voice else { return nil }
        return bot
    }

    private func withoutBot(_ voice: VoiceWebhook, named name: String?) -> Response {
        metrics.failed(.unknownBot)
        let known = library.names(of: .voice).map(\.text).joined(separator: ", ")
        let reason =
            if let name { "The voice URL names the bot '\(name.prefix(64))', which is not among: \(known)." } else {
                "No bot is configured under numbers for \(voice.to). Add one, or put ?bot=NAME into the voice URL; there are: \(known)."
            }
        logger.error("Call without a bot", metadata: ["call": "\(voice.call)", "reason": "\(reason)"])
        return .twiml(apologies.notInService)
    }

    /// Something broke inside: the caller hears an apology, and the call ends properly.
    private func apology(for error: any Error, call: String?) -> Response {
        guard let fault = error as? DriverFault else {
            report(error, failure: .badRequest, call: call)
            return .twiml(apologies.general)
        }
        report(fault, failure: fault.failure, call: call)
        guard let (bot, language) = fault.speaker else { return .twiml(apologies.general) }
        return .twiml(apologies.bytes(of: bot, in: language))
    }

    private func report(_ error: any Error, failure: WebhookFailure, call: String?) {
        metrics.failed(failure)
        // What is no call's name could be anything, a telephone number too.
        let call = call.flatMap { CallID($0) }
        logger.error("Webhook failed", metadata: ["call": "\(call?.text ?? "-")", "reason": "\(error)"])
    }

    /// A step that no call ever comes to, in place of one that cannot be read.
    private static let noStep = Int.max

    /// A step as `TurnURLs` writes it; nil for anything else, however `Int` would read it.
    private static func step(_ text: String) -> Int? {
        guard text.utf8.count <= 9, text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
        return Int(text)
    }
}

extension VoiceWebhook {
    /// How the forwarded leg ended, when one did.
    ///
    /// A word that is not known is a failure; as silence it would place the leg once more.
    fileprivate func forwardEnd(in form: FormParameters) -> DialStatus? {
        if let dialStatus { return dialStatus }
        return form["DialCallStatus"]?.isEmpty == false ? .failed : nil
    }
}

extension CallerInput {
    /// What a `Gather` brought.
    fileprivate init(_ gather: GatherResult) {
        self.init(
            digits: gather.digits,
            speech: gather.speech,
            confidence: gather.confidence,
            isUnreadable: gather.keys == .unreadable
        )
    }
}
