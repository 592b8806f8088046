import CallEngine
import Foundation
import GRDB
import Store
import Telephony

extension CallSession {
    /// Reads the `call`, `schema` and `session` columns of a call.
    init(row: Row) throws(StoreError) {
        guard let call = CallID(row["call"]) else {
            throw .unreadable(what: "a call", reason: "its id is not printable ASCII")
        }
        try CallSession.checkSchema(row["schema"], of: call)
        self = try StoredForm.value(CallSession.self, from: row["session"], what: "the session of call \(call)")
    }
}

extension LogEntry {
    init(row: Row, call: CallID) throws(StoreError) {
        let revision: Int = row["revision"]
        let what = "revision \(revision) of call \(call)"
        let schema: Int = row["schema"]
        guard schema == StoredForm.schema else {
            throw .unreadable(
                what: what,
                reason: "it has schema \(schema), and this version reads schema \(StoredForm.schema)"
            )
        }
        self.init(
            call: call,
            revision: revision,
            at: Instant(milliseconds: row["at"]),
            event: try StoredForm.value(CallEvent.self, from: row["event"], what: "the event in \(what)"),
            effects: try StoredForm.value([CallEffect].self, from: row["effects"], what: "the effects in \(what)"),
            step: row["step"],
            reply: row.bytes("reply"),
            token: (row["token"] as Data?).map { String(decoding: $0, as: UTF8.self) }
        )
    }
}

extension Row {
    func bytes(_ column: String) -> [UInt8]? {
        (self[column] as Data?).map { [UInt8]($0) }
    }
}
