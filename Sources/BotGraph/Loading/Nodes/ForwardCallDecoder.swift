import Airscript
import Telephony

extension KeyTable {
    /// How long to let a number ring, in seconds: the provider's `timeout` of a Dial.
    static let ringing = 5...600
    /// How many numbers the provider rings together.
    static let ringingTogether = 1...10

    static let forwardCall = KeyTable(
        name: "forward_call",
        summary: "The caller is connected to another number; how the forwarded call ends chooses the way.",
        entries: [
            Entry("prompt", .prompt, "what is spoken before the number is rung"),
            Entry("number", .phoneNumber, "the number to ring"),
            Entry(
                "numbers",
                .list(of: .phoneNumber, ringingTogether),
                "numbers to ring together; the first to answer wins"
            ),
            Entry("caller_id", .phoneNumber, "the number that the called one sees"),
            Entry("timeout", .duration(ringing), "how long to let it ring; 30s unless given"),
            Entry("completed", .name, "the node to go to when the forwarded call was answered and ended"),
            Entry("busy", .name, "the node to go to when the number is busy"),
            Entry("no_answer", .name, "the node to go to when nobody answers"),
            Entry("failed", .name, "the node to go to when the number cannot be reached"),
            Entry("go", .name, "the node to go to after an outcome without a node of its own"),
        ]
    )
}

extension BotReading {
    func forwardCall(_ fields: Fields) -> ForwardCall? {
        let prompt = prompt(fields["prompt"])
        let numbers = numbers(fields)
        let callerID = number(fields["caller_id"])
        let timeout = duration(fields["timeout"], in: KeyTable.ringing) ?? .seconds(30)
        let completed = target(fields["completed"])
        let busy = target(fields["busy"])
        let noAnswer = target(fields["no_answer"])
        let failed = target(fields["failed"])
        let go = target(fields["go"])
        guard let numbers else { return nil }
        return ForwardCall(
            prompt: prompt,
            numbers: numbers,
            callerID: callerID,
            timeout: timeout,
            completed: completed,
            busy: busy,
            noAnswer: noAnswer,
            failed: failed,
            go: go
        )
    }

    private func numbers(_ fields: Fields) -> [ForwardCall.Number]? {
        switch (fields["number"], fields["numbers"]) {
        case (nil, nil):
            report(.missingKey, "\(fields.owner) has no 'number': the number to ring", at: fields.location)
            return nil
        case (let one?, nil):
            return number(one).map { [$0] }
        case (nil, let several?):
            return items(of: several, what: "numbers", KeyTable.ringingTogether)?.compactMap { number($0) }
        case (let one?, let several?):
            report(
                .conflictingKeys,
                "\(fields.owner) has 'number' beside 'numbers'; keep one of them",
                at: one.keyLocation,
                length: 6
            )
            _ = number(one)
            return items(of: several, what: "numbers", KeyTable.ringingTogether)?.compactMap { number($0) }
        }
    }

    /// A number in E.164 form or a template.
    ///
    /// A wrong one is not printed: it may be a person's.
    private func number(_ field: Field?) -> ForwardCall.Number? {
        guard let field else { return nil }
        if case .scalar(let scalar) = field.value.content, case .number = scalar.type {
            report(
                .badNumber,
                "\(field.name) is a number to YAML, which drops its plus sign; put the phone number in quotes",
                at: field.value
            )
            return nil
        }
        guard let template = template(field, for: .dialled) else { return nil }
        if let constant = template.constant, PhoneNumber(constant) == nil {
            report(
                .badNumber,
                "\(field.name) is not in E.164 form: a plus sign, the country code and the number, such as \"+12065550101\"",
                at: field.value
            )
            return nil
        }
        return ForwardCall.Number(template, at: field.value.location)
    }
}
