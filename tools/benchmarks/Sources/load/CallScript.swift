/// What each call does, and what has to come back.
struct CallScript {
    /// One request of a call.
    struct Step {
        /// Path and query.
        let target: [UInt8]
        /// The whole URL, as it is signed.
        let url: [UInt8]
        let key: UInt8?
        let status: String
        let expectation: Expectation
    }

    /// What makes a reply the right one.
    enum Expectation {
        /// A document with this in it.
        case document(containing: [UInt8])
        /// Nothing but the status 204.
        case nothing
    }

    let steps: [Step]
    let isFixed: Bool

    init(base: String, bot: String, keys: [UInt8], isFixed: Bool, reportsStatus: Bool) {
        self.isFixed = isFixed
        func step(_ target: String, _ key: UInt8?, _ status: String, _ expectation: Expectation) -> Step {
            Step(
                target: [UInt8](target.utf8),
                url: [UInt8]((base + target).utf8),
                key: key,
                status: status,
                expectation: expectation
            )
        }
        // A document is the right one when it sends the caller to the step that comes next, or hangs up at the end.
        func document(after index: Int) -> Expectation {
            if isFixed { return .document(containing: [UInt8]("</Response>".utf8)) }
            if index == keys.count { return .document(containing: [UInt8]("<Hangup/>".utf8)) }
            return .document(containing: [UInt8]("action=\"\(base)/voice/turn/\(index)\"".utf8))
        }
        var steps = [step("/voice/incoming?bot=\(bot)", nil, "ringing", document(after: 0))]
        for (index, key) in keys.enumerated() {
            steps.append(step("/voice/turn/\(index)", key, "in-progress", document(after: index + 1)))
        }
        if reportsStatus { steps.append(step("/voice/status", nil, "completed", .nothing)) }
        self.steps = steps
    }
}

/// A call in progress: its name and how far it is.
struct Call {
    /// The 32 hexadecimal digits behind `CA`.
    let name: [UInt8]
    var step = 0

    /// Names from a seeded sequence, so that they look as random as the provider's and repeat from run to run.
    init(number: UInt64, seed: UInt64) {
        name = [number &* 2, number &* 2 &+ 1].flatMap { half -> [UInt8] in
            // SplitMix64's output function.
            var mixed = (half &+ seed) &* 0x9E37_79B9_7F4A_7C15
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            mixed ^= mixed >> 31
            return (0..<16).map { digit in
                let value = UInt8(truncatingIfNeeded: mixed >> UInt64(60 - 4 * digit)) & 15
                return value < 10 ? 0x30 + value : 0x57 + value
            }
        }
    }
}
