import Telephony

extension KeyTable {
    /// How many digits a capture may take.
    static let captured = 1...64

    static let touchtoneCapture = KeyTable(
        name: "touchtone_capture",
        summary: "Digits that the caller types, kept in a variable.",
        entries: [
            Entry("prompt", .prompt, required: true, "what is spoken"),
            Entry("variable", .variable, required: true, "the variable that receives the digits as text"),
            Entry("digits", .count(captured), "how many digits, exactly"),
            Entry("min_digits", .count(captured), "the fewest digits; 1 unless given"),
            Entry("max_digits", .count(captured), "the most digits; 64 unless given"),
            Entry("finish_on_key", .key(orNone: true), "the key that ends the input, or none; # unless given"),
            Entry("timeout", .duration(listening), "how long to wait for a key; 5s unless given"),
            Entry("no_input", .table(.retries), "what happens at a silence"),
            Entry("no_match", .table(.retries), "what happens at a wrong answer"),
            Entry("validate", .expression, "what has to be true of the digits"),
            Entry("go", .name, required: true, "the node to go to"),
            Entry("on_capture", .actions, "actions when the digits are captured"),
        ]
    )
}

extension BotReading {
    func touchtoneCapture(_ fields: Fields) -> TouchtoneCapture? {
        let prompt = prompt(fields["prompt"])
        let variable = captureVariable(fields["variable"])
        let digits = digitCounts(fields)
        let finishOnKey = finishKey(fields["finish_on_key"])
        let timeout = duration(fields["timeout"], in: KeyTable.listening) ?? .seconds(5)
        let noInput = retries(fields["no_input"])
        let noMatch = retries(fields["no_match"])
        let validate = expression(fields["validate"])
        let onCapture = actions(fields["on_capture"])
        let go = target(fields["go"])
        guard let prompt, let variable, let digits, let go else { return nil }
        return TouchtoneCapture(
            prompt: prompt,
            variable: variable.name,
            variableLocation: variable.location,
            minDigits: digits.lowerBound,
            maxDigits: digits.upperBound,
            finishOnKey: finishOnKey,
            timeout: timeout,
            noInput: noInput,
            noMatch: noMatch,
            validate: validate,
            onCapture: onCapture,
            go: go
        )
    }

    private func captureVariable(_ field: Field?) -> (name: String, location: SourceLocation)? {
        guard let field, let text = text(field) else { return nil }
        guard let variable = writableVariable(text, at: field.value.location, owner: field.name) else { return nil }
        guard !variable.isSecret else {
            report(
                .secretCaptured,
                "\(field.name): '\(text)' is secret, and a touchtone_capture keeps its digits in the clear; "
                    + "capture into another variable, or do not ask for it",
                at: field.value
            )
            return nil
        }
        return (text, field.value.location)
    }

    private func digitCounts(_ fields: Fields) -> ClosedRange<Int>? {
        let exact = count(fields["digits"], in: KeyTable.captured)
        let least = count(fields["min_digits"], in: KeyTable.captured)
        let most = count(fields["max_digits"], in: KeyTable.captured)
        if let digits = fields["digits"], fields["min_digits"] != nil || fields["max_digits"] != nil {
            report(
                .conflictingKeys,
                "\(fields.owner) has 'digits' beside 'min_digits' or 'max_digits'; keep the one or the others",
                at: digits.keyLocation,
                length: 6
            )
            return nil
        }
        if let exact { return exact...exact }
        let low = least ?? KeyTable.captured.lowerBound
        let high = most ?? KeyTable.captured.upperBound
        guard low <= high else {
            if let field = fields["min_digits"] {
                report(.badCount, "\(field.name) is \(low), more than max_digits, \(high)", at: field.value)
            }
            return nil
        }
        return low...high
    }

    private func finishKey(_ field: Field?) -> Key? {
        guard let field else { return .pound }
        if case .scalar(let scalar) = field.value.content, scalar.text == "none" { return nil }
        return key(field)
    }
}
