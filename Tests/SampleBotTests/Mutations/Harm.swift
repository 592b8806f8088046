import BotGraph
import Compliance

/// What a change of a bot does to its callers, as far as they can notice it.
struct Harm: Hashable {
    /// One sentence for each thing that is worse than before; empty when nothing is.
    let complaints: [String]

    init(from before: Listener.Impression, to now: Listener.Impression) {
        var complaints: [String] = []
        let lost = before.visited.subtracting(now.visited)
        if !lost.isEmpty { complaints.append("nobody gets to \(lost.map(\.text).sorted().joined(separator: ", "))") }
        let sets: [(String, Set<String>, Set<String>)] = [
            ("ends in an apology", before.faults, now.faults), ("never ends", before.stuck, now.stuck),
            ("breaks a promise", before.brokenPromises, now.brokenPromises),
            ("hides a key", before.secrets, now.secrets), ("says nothing", before.mute, now.mute),
            ("does not hear stop", before.deafToStop, now.deafToStop),
        ]
        for (name, old, new) in sets {
            let worse = new.subtracting(old)
            if let first = worse.sorted().first { complaints.append("\(name): \(first)") }
        }
        if before.offersOptOut, !now.offersOptOut { complaints.append("the opt-out is not offered at the beginning") }
        if before.optOutKeyWorks, !now.optOutKeyWorks { complaints.append("the opt-out key does nothing") }
        if before.intent == .met, now.intent != .met {
            complaints.append("the intent is \(now.intent?.rawValue ?? "not judged")")
        }
        self.complaints = complaints
    }

    init(_ complaint: String) {
        complaints = [complaint]
    }

    var isHarm: Bool { !complaints.isEmpty }
}
