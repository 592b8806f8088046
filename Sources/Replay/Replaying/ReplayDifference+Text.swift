import Airscript
import CallEngine
import Compliance
import Telephony

extension ReplayResult {
    /// What is not as it was, for people: where, what the caller did, and what was heard before and would be heard now.
    ///
    /// - Parameter limit: How many differences are shown in full; nil for all.
    /// - Returns: Lines without line ends; none when the recording passed.
    package func report(limit: Int? = 3) -> [String] {
        let shown = differences.prefix(limit ?? differences.count)
        var lines = shown.flatMap { $0.lines(in: recording) }
        let rest = differences.count - shown.count
        if rest > 0 { lines.append("and \(rest) more \(rest == 1 ? "difference" : "differences") after that") }
        return lines
    }
}

extension ReplayDifference {
    /// The difference as lines, the first of which is a sentence with the place.
    package func lines(in recording: Recording) -> [String] {
        ["\(recording.path):\(line): \(sentence(in: recording))"] + details.map { "  " + $0 }
    }

    /// What is not as it was, in one sentence without a full stop.
    package func sentence(in recording: Recording) -> String {
        let place = node.map { "at '\($0)', " } ?? ""
        guard let entry, recording.entries.indices.contains(entry) else { return place + claim }
        let start = recording.entries.first?.at ?? recording.entries[entry].at
        return
            "\(place)\(recording.entries[entry].event.act) (\(ReplayDifference.clock(recording.entries[entry].at - start))): \(claim)"
    }

    private var claim: String {
        switch kind {
        case .document: "the caller hears something else"
        case .reply(let before, _):
            before == nil ? "a document is sent where there was none" : "no document is sent where there was one"
        case .effects: "something else is kept"
        case .handling(let before, let now):
            switch (before, now) {
            case (nil, let now?): "was taken, and is refused now (\(now.rawValue))"
            case (let before?, nil): "was refused (\(before.rawValue)), and is taken now"
            default: "is refused for another reason: \(before?.rawValue ?? "none") then, \(now?.rawValue ?? "none") now"
            }
        case .unusedAnswer(let answer):
            "the recording has an answer of '\(answer.source)' to '\(answer.question)' that nothing asks for"
        case .sessionChanged: "the session does not come back from its stored form as it was"
        case .unusable(let reason): reason
        }
    }

    /// What was (`-`), what is (`+`), and what stayed, line by line.
    private var details: [String] {
        switch kind {
        case .document(let before, let now):
            let (left, right) = (HeardDocument.lines(before), HeardDocument.lines(now))
            // Two documents that sound alike and differ in how they are written are shown as they are written.
            return left == right ? ReplayDifference.marked([before], [now]) : ReplayDifference.marked(left, right)
        case .reply(let before, let now):
            return ReplayDifference.marked(before.map(HeardDocument.lines) ?? [], now.map(HeardDocument.lines) ?? [])
        case .effects(let before, let now):
            return ReplayDifference.marked(before.map(\.sentence), now.map(\.sentence))
        case .handling, .unusedAnswer, .sessionChanged, .unusable: return []
        }
    }

    private static func marked(_ before: [String], _ now: [String]) -> [String] {
        LineDifference.lines(from: before, to: now).map { line in
            switch line {
            case .kept(let text): "  \(text)"
            case .gone(let text): "- \(text)"
            case .new(let text): "+ \(text)"
            }
        }
    }

    /// Minutes, seconds and tenths since the call began, as in `1:05.2`.
    private static func clock(_ duration: Duration) -> String {
        let tenths = max(0, duration.inMilliseconds) / 100
        let seconds = tenths / 10 % 60
        return "\(tenths / 600):\(seconds < 10 ? "0" : "")\(seconds).\(tenths % 10)"
    }
}

extension CallEvent {
    /// What happened, in a few words: keys and speech are those of a masked recording and are shown.
    package var act: String {
        switch self {
        case .started(let start): "the \(start.direction.rawValue) call starts"
        case .input(_, let input):
            if input.isUnreadable {
                "keys that are none"
            } else if let digits = input.digits, !digits.isEmpty {
                "after \"\(digits.unmasked)\" is pressed"
            } else if let speech = input.speech, !speech.isEmpty {
                "after \"\(speech)\" is said"
            } else {
                "after silence"
            }
        case .forwardEnded(_, let status): "after the forwarded leg ended (\(status.rawValue))"
        case .statusChanged(let status, _): "at the status \(status.rawValue)"
        }
    }
}

extension CallEffect {
    /// The effect as a report shows it.
    fileprivate var sentence: String {
        switch self {
        case .suppress(let suppression): "the number \(suppression.number) is suppressed (\(suppression.scope))"
        case .optOutUnlisted: "a withheld number asks to stop"
        case .liftSuppression(let suppression): "the suppression of \(suppression.number) is lifted"
        case .intentJudged(let outcome, _): "the intent is judged \(outcome.rawValue)"
        case .ended(let reason): "the call ends: \(reason.rawValue)"
        case .faulted(let fault): "the bot is at fault: \(fault)"
        case .speak, .listen, .forward, .hangUp: "a part of the document"
        }
    }
}
