import Airscript
import CallEngine
import Telephony

private enum EventType: String, CaseIterable {
    case started
    case input
    case forwardEnded = "forward-ended"
    case status
}

private enum EventKey: String, JSONKey {
    case type
    case call
    case direction
    case person
    case ownNumber = "own_number"
    case variables
    case parameters
    case suppressed
    case disclosureLimit = "disclosure_limit"
    case step
    case digits
    case speech
    case confidence
    case unreadable
    case status
    case sequence

    static let started: [EventKey] = [
        .type, .call, .direction, .person, .ownNumber, .status, .variables, .parameters, .suppressed, .disclosureLimit,
    ]
    static let input: [EventKey] = [.type, .step, .digits, .speech, .confidence, .unreadable]
    static let forwardEnded: [EventKey] = [.type, .step, .status]
    static let statusChanged: [EventKey] = [.type, .status, .sequence]
}

extension JSONReader {
    /// Reads an event.
    ///
    /// A key may stand before `type`, so that all are read first and held against the type afterwards.
    mutating func callEvent() throws(JSONFault) -> CallEvent {
        var fields = EventFields()
        let members =
            try object("an event") { reader, key throws(JSONFault) in
                try fields.read(key, from: &reader)
            } as JSONMembers<EventKey>
        switch try members.require(fields.type, .type) {
        case .started:
            try members.require(only: EventKey.started, in: "an event of type 'started'")
            return .started(try fields.start(members))
        case .input:
            try members.require(only: EventKey.input, in: "an event of type 'input'")
            let input = CallerInput(
                digits: fields.digits,
                speech: fields.speech,
                confidence: fields.confidence,
                isUnreadable: fields.isUnreadable
            )
            return .input(step: try members.require(fields.step, .step), input)
        case .forwardEnded:
            try members.require(only: EventKey.forwardEnded, in: "an event of type 'forward-ended'")
            let step = try members.require(fields.step, .step)
            return .forwardEnded(step: step, try fields.status(members))
        case .status:
            try members.require(only: EventKey.statusChanged, in: "an event of type 'status'")
            return .statusChanged(try fields.status(members), sequence: fields.sequence)
        }
    }
}

/// What stood in an event, of whatever type.
private struct EventFields {
    var type: EventType?
    var call: CallID?
    var direction: CallDirection?
    var person: Party?
    var ownNumber: Party?
    var variables: [String: Value] = [:]
    var parameters: [String: String] = [:]
    var isSuppressed = false
    var disclosureLimit: Int64?
    var step: Int?
    var digits: Digits?
    var speech: String?
    var confidence: Double?
    var isUnreadable = false
    var status: String?
    var sequence: Int?

    mutating func read(_ key: EventKey, from reader: inout JSONReader) throws(JSONFault) {
        let start = reader.valueStart()
        switch key {
        case .type: type = try reader.word("'type'")
        case .call: call = try reader.callID("'call'")
        case .direction: direction = try reader.word("'direction'")
        case .person: person = Party(parameter: try reader.text("'person'"))
        case .ownNumber: ownNumber = Party(parameter: try reader.text("'own_number'"))
        case .variables: variables = try reader.values("'variables'")
        case .parameters: parameters = try reader.texts("'parameters'")
        case .suppressed: isSuppressed = try reader.boolean("'suppressed'")
        case .disclosureLimit: disclosureLimit = try reader.integer("'disclosure_limit'", in: 0...86_400_000)
        case .step: step = try reader.int("'step'", in: 0...1_000_000_000)
        case .digits:
            guard let digits = Digits(try reader.text("'digits'")) else {
                throw JSONFault(.badValue, "'digits' are of 0-9 * and #", at: start)
            }
            self.digits = digits
        case .speech: speech = try reader.text("'speech'")
        case .confidence:
            let confidence = try reader.double("'confidence'")
            guard (0...1).contains(confidence) else {
                throw JSONFault(.badValue, "'confidence' is a number from 0 to 1", at: start)
            }
            self.confidence = confidence
        case .unreadable: isUnreadable = try reader.boolean("'unreadable'")
        case .status: status = try reader.text("'status'")
        case .sequence: sequence = try reader.int("'sequence'", in: 0...1_000_000_000)
        }
    }

    func start(_ members: JSONMembers<EventKey>) throws(JSONFault) -> CallStart {
        CallStart(
            call: try members.require(call, .call),
            direction: try members.require(direction, .direction),
            person: try members.require(person, .person),
            ownNumber: try members.require(ownNumber, .ownNumber),
            status: try status(members),
            variables: variables,
            parameters: parameters,
            isSuppressed: isSuppressed,
            disclosureLimit: disclosureLimit
        )
    }

    /// The status, in the words of whatever it is of.
    func status<Status>(_ members: JSONMembers<EventKey>) throws(JSONFault) -> Status
    where Status: RawRepresentable<String> & CaseIterable {
        let text = try members.require(status, .status)
        guard let status = Status(rawValue: text) else {
            let known = Status.allCases.map(\.rawValue).joined(separator: ", ")
            throw JSONFault(
                .unknownWord,
                "'status' cannot be '\(text.visible)'; expected one of: \(known)",
                at: members[.status]
            )
        }
        return status
    }
}
