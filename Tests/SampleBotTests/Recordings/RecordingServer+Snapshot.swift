import BotGraph
import CallEngine
import Compliance
import Replay
import Store
import Telephony
import WebhookServer

extension RecordingServer {
    /// What a script's expectations are held against.
    func snapshot(of call: CallID) async -> CallSnapshot? {
        do {
            guard let session = try await store.session(of: call), let bot = library.current(session.bot) else {
                return nil
            }
            var isOptedOut = session.optOut.isRequested
            if let person = session.person.number {
                isOptedOut = try await store.isSuppressed(person, channel: bot.channel, bot: bot.name)
            }
            let outcomes = try await store.log(of: call).flatMap(\.effects).compactMap { effect -> IntentOutcome? in
                if case .intentJudged(let outcome, _) = effect { outcome } else { nil }
            }
            return CallSnapshot(
                variables: session.variables,
                optedOut: isOptedOut,
                endReason: session.endReason,
                language: session.language,
                intent: outcomes.last
            )
        } catch { return nil }
    }
}
