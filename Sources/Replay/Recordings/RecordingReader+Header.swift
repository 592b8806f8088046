import Airscript
import BotGraph
import CallEngine
import Compliance
import Telephony

extension Recording {
    static let headerExample = #"{"touchtone_recording":1,"bot":"front-desk", …}"#
}

private enum HeaderKey: String, JSONKey {
    case version = "touchtone_recording"
    case bot
    case botVersion = "bot_version"
    case origin
    case baseURL = "base_url"
    case note
}

private enum EntryKey: String, JSONKey {
    case at
    case event
    case effects
    case reply
    case refused
    case answers
}

private enum AnswerKey: String, JSONKey {
    case source
    case question
    case answer
}

extension JSONReader {
    /// Reads the first line.
    mutating func recordingHeader() throws(JSONFault) -> Recording.Header {
        var bot: BotName?
        var version: String?
        var origin: Recording.Origin?
        var baseURL: String?
        var note: String?
        let start = valueStart()
        // The version decides how the rest is to be read, so it stands first.
        guard bytes[start...].starts(with: #"{"touchtone_recording""#.utf8) else {
            throw JSONFault(
                .recordingHeader,
                "this is no recording: its first line begins with \(Recording.headerExample)",
                at: start
            )
        }
        let members =
            try object("the header") { reader, key throws(JSONFault) in
                let offset = reader.valueStart()
                switch key {
                case .version: try reader.requireCurrentVersion()
                case .bot: bot = try reader.botName("'bot'")
                case .botVersion:
                    let text = try reader.text("'bot_version'")
                    guard text.utf8.count == 64, text.utf8.allSatisfy(\.isLowerHexDigit) else {
                        throw JSONFault(.badValue, "'bot_version' is a SHA-256: 64 digits of 0-9 a-f", at: offset)
                    }
                    version = text
                case .origin: origin = try reader.word("'origin'")
                case .baseURL:
                    let text = try reader.text("'base_url'")
                    guard text.hasPrefix("https://") || text.hasPrefix("http://"), text.utf8.count <= 2_000 else {
                        throw JSONFault(.badValue, "'base_url' begins with https:// or http://", at: offset)
                    }
                    baseURL = text
                case .note: note = try reader.text("'note'")
                }
            } as JSONMembers<HeaderKey>
        return Recording.Header(
            bot: try members.require(bot, .bot),
            botVersion: BotVersion(try members.require(version, .botVersion)),
            origin: try members.require(origin, .origin),
            baseURL: try members.require(baseURL, .baseURL),
            note: note
        )
    }

    /// Reads a line with an event.
    ///
    /// - Parameter isHandMade: Whether a reply may be left out, to be filled in by `replay --update`.
    /// - Returns: The event with what came of it.
    /// - Throws: What is wrong with the line.
    mutating func recordingEntry(isHandMade: Bool) throws(JSONFault) -> Recording.Entry {
        var at: Instant?
        var event: CallEvent?
        var effects: [CallEffect] = []
        var reply: String?
        var refusal: Recording.Refusal?
        var answers: [Recording.Answer] = []
        let members =
            try object("a line") { reader, key throws(JSONFault) in
                switch key {
                case .at: at = try reader.instant("'at'")
                case .event: event = try reader.callEvent()
                case .effects:
                    try reader.list("'effects'") { reader throws(JSONFault) in effects.append(try reader.keptEffect()) }
                case .reply: reply = try reader.text("'reply'")
                case .refused: refusal = try reader.word("'refused'")
                case .answers:
                    try reader.list("'answers'") { reader throws(JSONFault) in
                        answers.append(try reader.outsideAnswer())
                    }
                }
            } as JSONMembers<EntryKey>
        let moment = try members.require(at, .at)
        let happened = try members.require(event, .event)
        if case .statusChanged = happened {
            try members.require(only: [.at, .event, .effects, .refused], in: "the line of a status")
        }
        if let refusal {
            try members.require(only: [.at, .event, .reply, .refused], in: "the line of a refused event")
            return Recording.Entry(at: moment, event: happened, outcome: .refused(refusal, reply: reply))
        }
        if case .statusChanged = happened {} else if !isHandMade { _ = try members.require(reply, .reply) }
        return Recording.Entry(
            at: moment,
            event: happened,
            outcome: .applied(effects: effects, reply: reply),
            answers: answers
        )
    }

    private mutating func requireCurrentVersion() throws(JSONFault) {
        let start = valueStart()
        let version = try integer("'touchtone_recording'", in: 0...Int64(Int32.max))
        guard version == Recording.currentVersion else {
            throw JSONFault(
                .recordingVersion,
                "this is a recording of version \(version), and this program reads version \(Recording.currentVersion); "
                    + "read it with the program that wrote it, or record the call again",
                at: start
            )
        }
    }

    private mutating func outsideAnswer() throws(JSONFault) -> Recording.Answer {
        var source: String?
        var question: String?
        var answer: Value?
        let members =
            try object("an answer") { reader, key throws(JSONFault) in
                switch key {
                case .source: source = try reader.text("'source'")
                case .question: question = try reader.text("'question'")
                case .answer: answer = try reader.value()
                }
            } as JSONMembers<AnswerKey>
        return Recording.Answer(
            source: try members.require(source, .source),
            question: try members.require(question, .question),
            answer: try members.require(answer, .answer)
        )
    }
}

extension UInt8 {
    fileprivate var isLowerHexDigit: Bool { (self >= 0x30 && self <= 0x39) || (self >= 0x61 && self <= 0x66) }
}
