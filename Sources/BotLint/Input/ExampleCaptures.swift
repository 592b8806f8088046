extension ExampleBots {
    /// A bot that is called and has one capture.
    ///
    /// - Parameters:
    ///   - name: The capture's name, marked or not.
    ///   - prompt: What the capture says, as YAML.
    ///   - lines: Its keys for digits.
    /// - Returns: The file.
    static func capture(_ name: String = "account", prompt: String, _ lines: String) -> String {
        inbound(captureNodes(name, prompt: prompt, lines))
    }

    /// The start, nodes and variables of a bot with one capture.
    ///
    /// - Parameters:
    ///   - name: The capture's name, marked or not.
    ///   - prompt: What the capture says, as YAML.
    ///   - lines: Its keys for digits.
    /// - Returns: The part of the file after its header.
    static func captureNodes(_ name: String, prompt: String, _ lines: String) -> String {
        """
        start: account
        nodes:
          \(name):
            type: touchtone_capture
            prompt: \(prompt)
            variable: account
            \(lines)
            no_input: {prompts: ["I did not hear any keys."], then: goodbye}
            no_match: {then: goodbye}
            go: goodbye
          goodbye: {type: hang_up, prompt: "Goodbye."}
        variables:
          account: {type: text}
        """
    }
}
