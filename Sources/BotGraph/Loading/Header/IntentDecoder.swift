extension KeyTable {
    static let intent = KeyTable(
        name: "intent",
        summary:
            "What has to be heard within 15 seconds of the answer, each as a phrase that the first prompt contains.",
        entries: [
            Entry("caller", .localizedText, required: true, "who is calling"),
            Entry("purpose", .localizedText, required: true, "what the call is about"),
            Entry("opt_out", .localizedText, required: true, "how to stop the calls"),
        ]
    )
}

extension BotReading {
    func intent(_ field: Field?) -> Intent? {
        guard let field, let fields = fields(of: field.value, .intent, owner: "intent", at: field.keyLocation) else {
            return nil
        }
        let caller = localizedText(fields["caller"])
        let purpose = localizedText(fields["purpose"])
        let optOut = localizedText(fields["opt_out"])
        guard let caller, let purpose, let optOut else { return nil }
        return Intent(caller: caller, purpose: purpose, optOut: optOut, location: field.keyLocation)
    }
}
