import CallEngine
import Logging
import Store
import Telephony

/// What the driver tells the operator, without anything that is personal.
extension CallDriver {
    /// Somebody has to put the number on the list by hand: the provider's page for the call says whose it is.
    func reportLostOptOut(of call: CallID) {
        metrics.lostOptOut()
        logger.error(
            "A request to stop could not be kept; look the call up with the provider and add its number to the list",
            metadata: ["call": "\(call)"]
        )
    }

    /// Says what a step that has been kept came to.
    func log(_ step: StepCommit) {
        let session = step.session
        logger.debug(
            "Step committed",
            metadata: [
                "call": "\(session.call)", "bot": "\(session.bot)", "step": "\(session.step)",
                "revision": "\(session.revision)", "event": "\(step.entry.event.name)",
            ]
        )
        for case .faulted(let fault) in step.entry.effects {
            logger.error(
                "The bot's fault ended a call",
                metadata: ["call": "\(session.call)", "bot": "\(session.bot)", "reason": "\(fault)"]
            )
        }
        guard let reason = session.endReason, step.entry.effects.contains(.ended(reason)) else { return }
        logger.info(
            "Call ended",
            metadata: [
                "call": "\(session.call)", "bot": "\(session.bot)", "version": "\(session.botVersion)",
                "steps": "\(session.step)", "reason": "\(reason.rawValue)",
            ]
        )
    }
}

extension CallEvent {
    /// What kind of event it is; nothing of what a caller pressed or said.
    fileprivate var name: String {
        switch self {
        case .started: "started"
        case .input: "input"
        case .forwardEnded: "forward-ended"
        case .statusChanged: "status-changed"
        }
    }
}
