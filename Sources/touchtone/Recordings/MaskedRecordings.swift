import BotGraph
import CallEngine
import Replay
import WebhookServer

/// The recordings that a server writes.
struct MaskedRecordings: CallRecordFormat {
    let mask: RecordingMask

    func file(of record: CallRecord) -> CallRecordFile {
        let maker = RecordingMaker(
            bot: record.bot,
            recordings: record.recordings,
            limits: record.limits,
            mask: mask
        )
        let made = maker.make(record.events.map { Recording.Entry($0) }, origin: .server, baseURL: record.baseURL)
        let findings = made.findings.map(\.message).joined(separator: "; ")
        guard let recording = made.recording else { return .unusable(reason: findings) }
        return .file(name: recording.path, contents: recording.bytes, note: findings.isEmpty ? nil : findings)
    }
}

extension Recording.Entry {
    fileprivate init(_ event: CallRecord.Event) {
        switch event.outcome {
        case .applied(let effects, let reply):
            self.init(applied: event.event, at: event.at, effects: effects, reply: reply)
        case .refused(let refusal, let reply):
            self.init(
                at: event.at,
                event: event.event,
                outcome: .refused(Recording.Refusal(refusal), reply: reply.map { String(decoding: $0, as: UTF8.self) })
            )
        }
    }
}
