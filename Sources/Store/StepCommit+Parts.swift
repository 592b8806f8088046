package import CallEngine
import Compliance
package import Telephony

extension StepCommit {
    /// The lines that this step adds to the suppression list, in the order of its effects.
    package var suppressionEntries: [SuppressionEntry] {
        entry.effects.compactMap { effect in
            switch effect {
            case .suppress(let suppression): SuppressionEntry(change: .optedOut, suppression: suppression)
            case .liftSuppression(let suppression): SuppressionEntry(change: .lifted, suppression: suppression)
            case .speak, .listen, .forward, .hangUp, .optOutUnlisted, .intentJudged, .ended, .faulted: nil
            }
        }
    }

    /// Refuses a step whose session, log entry and expected revision do not belong together.
    package func checkConsistency() throws(StoreError) {
        let fault: String? =
            if expectedRevision < 0 {
                "it expects revision \(expectedRevision), and revisions count from 0"
            } else if session.revision != expectedRevision + 1 {
                "its session has revision \(session.revision), and \(expectedRevision + 1) comes next"
            } else if entry.revision != session.revision {
                "its log entry has revision \(entry.revision), and its session \(session.revision)"
            } else if entry.call != session.call {
                "its log entry is of call \(entry.call)"
            } else {
                nil
            }
        guard let fault else { return }
        throw .failed(doing: "write a step of call \(session.call)", code: "INCONSISTENT", message: fault)
    }
}

extension CallSession {
    /// Refuses a stored session of a layout that this version does not know.
    package func checkSchema() throws(StoreError) {
        try CallSession.checkSchema(schema, of: call)
    }

    /// Refuses a stored schema number that this version does not know.
    package static func checkSchema(_ schema: Int, of call: CallID) throws(StoreError) {
        guard schema != currentSchema else { return }
        throw .unreadable(
            what: "the session of call \(call)",
            reason: "it has schema \(schema), and this version reads schema \(currentSchema)"
        )
    }
}
