import Foundation

/// What became of a file's lines.
struct ImportTally {
    var added = 0
    var known = 0
    var bad = 0
    /// How many of the bad lines were taken as requests to stop.
    var taken = 0

    func summary(of file: String, isRehearsal: Bool) -> String {
        let lines = added + known + bad
        return
            "\(file): \(lines) \(lines == 1 ? "line" : "lines"): \(added) \(isRehearsal ? "would be added" : "added"), "
            + "\(known) known already, \(bad) bad"
            + (taken == 0 ? "" : ", of which \(taken) \(isRehearsal ? "would be taken" : "taken") as opt-outs")
    }
}

/// How far an import has come, on a terminal only.
struct ImportProgress {
    let file: String
    private let isShown = isatty(STDERR_FILENO) == 1

    init(file: String) {
        self.file = file
    }

    func show(_ tally: ImportTally) {
        guard isShown else { return }
        Console.error("\r\u{1B}[K\(file.visible): \(tally.added + tally.known + tally.bad) lines\r", terminator: "")
    }

    func clear() {
        guard isShown else { return }
        Console.error("\r\u{1B}[K", terminator: "")
    }
}
