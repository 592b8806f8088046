extension KeyTable {
    static let message = KeyTable(
        name: "message",
        summary: "Something said, after which the call goes on by itself.",
        entries: [
            Entry("prompt", .prompt, required: true, "what is spoken"),
            Entry("go", .name, required: true, "the node to go to"),
        ]
    )

    static let hangUp = KeyTable(
        name: "hang_up",
        summary: "The end of the call, with a last word if there is one.",
        entries: [Entry("prompt", .prompt, "what is spoken before the call ends")]
    )
}

extension BotReading {
    func message(_ fields: Fields) -> Message? {
        let prompt = prompt(fields["prompt"])
        let go = target(fields["go"])
        guard let prompt, let go else { return nil }
        return Message(prompt: prompt, go: go)
    }
}
