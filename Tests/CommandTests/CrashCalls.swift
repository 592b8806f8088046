import CallEngine
import Carrier
import Simulator
import Store
import Telephony
import Testing

/// The calls of a crash test: what each caller does, and what has to be on record in the end.
enum CrashCalls {
    /// What a caller is there for.
    enum Errand: Int, CaseIterable {
        /// Goes round the menus of the front desk and lets the bot hang up.
        case askTheHours
        /// Asks for no more calls, and says so again when asked.
        case optOut
        /// Asks for no more calls and hangs up when asked whether that was meant.
        case optOutAndHangUp
        /// Asks for no more calls and takes it back.
        case optOutAndWithdraw
        /// Asks for no more calls of a bot that does not ask back.
        case optOutAtOnce
    }

    static func errand(_ number: Int) -> Errand { Errand.allCases[number % Errand.allCases.count] }

    /// What each caller presses while the server is being struck down, a step a key.
    static func keys(_ errand: Errand) -> [String] {
        switch errand {
        case .askTheHours: ["1", "1", "*", "1", "*", "*"]
        case .optOut, .optOutAndHangUp, .optOutAndWithdraw: ["9", "*", "*", "*", "*", "*"]
        case .optOutAtOnce: ["*", "*", "*", "*", "*", "*"]
        }
    }

    /// Documents that each call gets before its caller waits: the first, and one a key.
    static let documentsBeforeTheEnd = 7

    /// What each caller presses once all is well again, and then hangs up.
    static func lastKeys(_ errand: Errand) -> [String] {
        switch errand {
        case .askTheHours: ["2"]
        case .optOut: ["1"]
        case .optOutAndHangUp: []
        case .optOutAndWithdraw: ["2"]
        case .optOutAtOnce: ["9"]
        }
    }

    /// The reason that has to be on record for the end of the call.
    static func endReason(_ errand: Errand) -> EndReason {
        switch errand {
        case .askTheHours: .completed
        case .optOut, .optOutAtOnce: .optedOut
        case .optOutAndHangUp, .optOutAndWithdraw: .callerHungUp
        }
    }

    /// What the suppression list has to hold of the caller: each request once.
    static func suppressionChanges(_ errand: Errand) -> [SuppressionEntry.Change] {
        switch errand {
        case .askTheHours: []
        case .optOut, .optOutAndHangUp, .optOutAtOnce: [.optedOut]
        case .optOutAndWithdraw: [.optedOut, .lifted]
        }
    }

    /// Every caller has a number of their own.
    static func person(_ number: Int) -> String {
        let areaCode = ["206", "509", "360", "425"][number / 100 % 4]
        return "+1\(areaCode)55501\(number % 100 < 10 ? "0" : "")\(number % 100)"
    }

    static func plan(_ number: Int, baseURL: String) -> CallPlan {
        let query =
            switch errand(number) {
            case .askTheHours: "bot=front-desk"
            case .optOut, .optOutAndHangUp, .optOutAndWithdraw:
                "bot=appointment-reminder&set.day=Tuesday&set.time=noon"
            case .optOutAtOnce: "bot=debt-notice&set.reference=1234"
            }
        let person = Party(parameter: person(number))
        let own = Party(parameter: "+12065550199")
        let isInbound = errand(number) == .askTheHours
        return CallPlan(
            direction: isInbound ? .inbound : .outbound,
            from: isInbound ? person : own,
            to: isInbound ? own : person,
            voiceURL: "\(baseURL)/voice/incoming?\(query)",
            statusURL: "\(baseURL)/voice/status",
            seed: UInt64(number) + 1
        )
    }
}

/// A caller who stays in the call until the latch opens, and only then does what ends it.
struct PatientCaller: Caller {
    private var keys: ArraySlice<String>
    private var lastKeys: ArraySlice<String>
    private let latch: Latch

    init(_ errand: CrashCalls.Errand, until latch: Latch) {
        keys = CrashCalls.keys(errand)[...]
        lastKeys = CrashCalls.lastKeys(errand)[...]
        self.latch = latch
    }

    mutating func next(_ heard: Heard, expecting awaited: Awaited) async -> CallerAct {
        if let key = keys.popFirst() { return press(key) }
        await latch.wait()
        return lastKeys.popFirst().map(press) ?? .hangUp
    }

    private func press(_ key: String) -> CallerAct {
        Digits(key).map { .press($0) } ?? .hangUp
    }
}
