/// Something said, after which the call goes on by itself.
///
/// ```yaml
/// confirmed:
///   type: message
///   prompt: "Thank you. We look forward to seeing you."
///   go: goodbye
/// ```
package struct Message: Hashable, Sendable {
    package let prompt: Prompt
    package let go: Target

    package init(prompt: Prompt, go: Target) {
        self.prompt = prompt
        self.go = go
    }

    package var edges: [Edge] { [Edge(.next, to: go)] }
}
