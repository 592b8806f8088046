import CallEngine
import TwiML

/// Holds what an event led to now against what it led to then.
enum ReplayComparison {
    static func kinds(before: Recording.Outcome, now: Recording.Outcome) -> [ReplayDifference.Kind] {
        switch (before, now) {
        case (.applied(let kept, let document), .applied(let keptNow, let documentNow)):
            return documents(document, documentNow) + effects(kept, keptNow)
        case (.refused(let refusal, let document), .refused(let refusalNow, let documentNow)):
            let handling: [ReplayDifference.Kind] =
                refusal == refusalNow ? [] : [.handling(before: refusal, now: refusalNow)]
            return handling + documents(document, documentNow)
        case (.applied(_, let document), .refused(let refusal, let documentNow)):
            return [.handling(before: nil, now: refusal)] + documents(document, documentNow)
        case (.refused(let refusal, let document), .applied(_, let documentNow)):
            return [.handling(before: refusal, now: nil)] + documents(document, documentNow)
        }
    }

    private static func effects(_ before: [CallEffect], _ now: [CallEffect]) -> [ReplayDifference.Kind] {
        before == now ? [] : [.effects(before: before, now: now)]
    }

    /// The order of attributes and the space between elements do not count.
    private static func documents(_ before: String?, _ now: String?) -> [ReplayDifference.Kind] {
        if before == now { return [] }
        guard let before, let now else { return [.reply(before: before, now: now)] }
        guard let left = try? XMLElement.parse(Array(before.utf8)), let right = try? XMLElement.parse(Array(now.utf8)),
            left.isEquivalent(to: right)
        else { return [.document(before: before, now: now)] }
        return []
    }
}
