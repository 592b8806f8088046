/// What happens at a silence or at a wrong answer: prompts by count, then a way out.
///
/// The n-th prompt is spoken, in place of the node's own, at the n-th time, and the node listens again. When they are used
/// up the next time takes `then`.
package struct Retries: Hashable, Sendable {
    package let prompts: [Prompt]
    /// Nil when the file gives none; the node's `default` stands in.
    package let then: Target?
    package let location: SourceLocation

    package init(prompts: [Prompt], then: Target?, location: SourceLocation) {
        self.prompts = prompts
        self.then = then
        self.location = location
    }
}
