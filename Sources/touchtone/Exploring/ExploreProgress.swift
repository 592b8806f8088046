import Replay

/// Shows on a terminal how far an exploration has come, once it takes longer than a moment, and ends it when its time is up.
struct ExploreProgress {
    private let began = ContinuousClock.now
    private let timeLimit: Duration
    private var shown = ContinuousClock.now
    private var isShown = false
    private let isTerminal = Console.isTerminal

    init(timeLimit: Duration) {
        self.timeLimit = timeLimit
    }

    mutating func goOn(_ progress: Explorer.Progress) -> Bool {
        let now = ContinuousClock.now
        if isTerminal, now - shown > .milliseconds(500) {
            shown = now
            isShown = true
            Console.error("\r\u{1B}[K\(progress.explored) of \(progress.states) states explored", terminator: "")
        }
        return now - began < timeLimit
    }

    func finish() {
        if isShown { Console.error("\r\u{1B}[K", terminator: "") }
    }
}
