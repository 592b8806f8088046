package import Airscript

/// The caller is connected to another number.
///
/// Several numbers ring together and the first to answer wins. When the forwarded call ends, its outcome chooses the way.
///
/// ```yaml
/// operator:
///   type: forward_call
///   prompt: "One moment please."
///   number: "+15550100"              # or numbers: [...]
///   caller_id: "{{call.to}}"
///   timeout: 20s
///   completed: goodbye
///   busy: leave-word
///   no_answer: leave-word
///   failed: sorry
///   go: goodbye                      # for the outcomes without a target of their own
/// ```
package struct ForwardCall: Hashable, Sendable {
    /// A number to ring: text with `{{ }}`, checked when the call gets there.
    package struct Number: Hashable, Sendable {
        package let template: Template
        package let location: SourceLocation

        package init(_ template: Template, at location: SourceLocation) {
            self.template = template
            self.location = location
        }
    }

    package let prompt: Prompt?
    /// One to ten numbers, the provider's limit for ringing together.
    package let numbers: [Number]
    package let callerID: Number?
    /// How long to let it ring: 5 to 600 s, the provider's range.
    ///
    /// 30 s unless the file says otherwise.
    package let timeout: Duration
    package let completed: Target?
    package let busy: Target?
    package let noAnswer: Target?
    package let failed: Target?
    package let go: Target?

    package init(
        prompt: Prompt?,
        numbers: [Number],
        callerID: Number?,
        timeout: Duration,
        completed: Target?,
        busy: Target?,
        noAnswer: Target?,
        failed: Target?,
        go: Target?
    ) {
        self.prompt = prompt
        self.numbers = numbers
        self.callerID = callerID
        self.timeout = timeout
        self.completed = completed
        self.busy = busy
        self.noAnswer = noAnswer
        self.failed = failed
        self.go = go
    }

    package var edges: [Edge] {
        let outcomes = [("completed", completed), ("busy", busy), ("no_answer", noAnswer), ("failed", failed)]
        var edges = outcomes.compactMap { name, target in target.map { Edge(.forward(name), to: $0) } }
        if let go { edges.append(Edge(.next, to: go)) }
        return edges
    }
}
