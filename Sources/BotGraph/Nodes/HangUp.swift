/// The end of the call, with a last word if the file gives one.
///
/// ```yaml
/// goodbye:
///   type: hang_up
///   prompt: "Goodbye."
/// ```
package struct HangUp: Hashable, Sendable {
    package let prompt: Prompt?

    package init(prompt: Prompt?) {
        self.prompt = prompt
    }
}
