package import Airscript
package import BotGraph
package import CallEngine

/// How many calls a bot allows.
package struct PathCount: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// Calls that come to no place twice in the same standing.
        case withoutReturn
        /// Calls of at most so many acts, rounds included.
        case withinDepth(Int)
    }

    package let calls: Double
    package let kind: Kind
    /// Whether the figure is not rounded.
    package internal(set) var isExact: Bool

    package init(calls: Double, kind: Kind, isExact: Bool) {
        self.calls = calls
        self.kind = kind
        self.isExact = isExact
    }
}

/// A call as it was explored: what it starts with and what the caller does.
package struct ExploredPath: Hashable, Sendable {
    /// The values at the start, by name.
    package let values: [String: Value]
    package let acts: [ExploredAct]

    /// The acts in words; `the start` where there are none.
    package var words: String { acts.isEmpty ? "the start" : acts.map(\.words).joined(separator: ", ") }
}

/// What exploring a bot found.
package struct Exploration: Sendable {
    /// A longest call.
    package struct Longest: Hashable, Sendable {
        package let path: ExploredPath
        /// How long its prompts take to speak and play, in milliseconds.
        package let speech: Int64
    }

    /// A call that does not come to a proper end.
    package struct Endless: Hashable, Sendable {
        package enum Cause: Hashable, Sendable {
            /// Nothing that a caller does ends the call, but hanging up.
            case noWayOut
            /// Silence alone, from here on, ends in a fault.
            case silence(EndReason)
            /// Wrong answers alone, from here on, end in a fault.
            case wrongAnswers(EndReason)
        }

        package let node: NodeID
        package let location: SourceLocation
        package let cause: Cause
        package let path: ExploredPath
    }

    /// A fault of the bot, met in a call.
    package struct Fault: Hashable, Sendable {
        package let node: NodeID?
        package let location: SourceLocation
        /// What was wrong: lower case, no full stop.
        package let reason: String
        package let path: ExploredPath
    }

    /// A place of a bot that calls people at which one act is not enough to stop the calls.
    package struct Deaf: Hashable, Sendable {
        package let node: NodeID
        package let location: SourceLocation
        /// Whether it is the key that does not work; else it is the words.
        package let isKey: Bool
        package let path: ExploredPath
    }

    /// A bound that left something out.
    package enum Bound: String, Hashable, Sendable, CaseIterable {
        case depth
        case states
        case events
        case startValues = "start-values"
        case time
    }

    package let bot: Bot
    package let stateCount: Int
    /// How many choices of start values were tried.
    package let startCount: Int
    package let paths: PathCount
    /// The call with the most acts.
    package let mostActs: Longest
    /// The call in which the most is spoken.
    package let mostSpeech: Longest
    /// Whether no call without a return is longer than these.
    package let isLongest: Bool
    package let share: CoverageShare
    /// The edges that no call took, sorted by place.
    package let missed: [CoveragePoint]
    package let endless: [Endless]
    package let faults: [Fault]
    package let deaf: [Deaf]
    /// Empty when nothing was left out.
    package let cutOff: [Bound]
    let run: ExplorationRun

    /// Whether there is nothing to mend.
    package var isClean: Bool { missed.isEmpty && endless.isEmpty && faults.isEmpty && deaf.isEmpty }

    /// Calls that together take every edge that any call took, few and short.
    package var scripts: [ExploredScript] {
        var cover = ScriptCover(run)
        return cover.scripts()
    }
}
