package import Telephony

/// Rings one or more numbers at once and bridges the first that answers.
///
/// ```xml
/// <Dial action="https://bots.example.com/voice/turn/7" method="POST" timeout="20" callerId="+12065550100">
///     <Number>+12065550101</Number>
///     <Number>+12065550102</Number>
/// </Dial>
/// ```
///
/// The action takes over when the second leg is done, so nothing after a Dial is run. The provider adds about five
/// seconds to the timeout.
/// Source: https://www.twilio.com/docs/voice/twiml/dial
package struct Dial: Hashable, Sendable {
    /// One telephone to ring, a noun of `Dial`.
    ///
    /// ```xml
    /// <Number>+12065550101</Number>
    /// ```
    ///
    /// Source: https://www.twilio.com/docs/voice/twiml/number
    package struct Number: Hashable, Sendable {
        package let number: PhoneNumber

        package init(_ number: PhoneNumber) {
            self.number = number
        }

        func write(to writer: inout XMLWriter) {
            writer.start("Number")
            writer.text(number.unmasked)
            writer.end()
        }
    }

    /// How many telephones may ring together.
    package static let maximumNumbers = 10

    package let action: AbsoluteURL
    /// 1 to 10.
    package let numbers: [Number]
    /// A number of the account's, or the caller's own; nil shows the caller's.
    package let callerID: PhoneNumber?
    /// 5 to 600.
    package let timeoutSeconds: Int

    package init(
        action: AbsoluteURL,
        numbers: [Number],
        callerID: PhoneNumber? = nil,
        timeoutSeconds: Int = 30
    ) throws(TwiMLError) {
        guard !numbers.isEmpty, numbers.count <= Dial.maximumNumbers else { throw .numberCount(numbers.count) }
        guard (5...600).contains(timeoutSeconds) else { throw .dialTimeout(timeoutSeconds) }
        self.action = action
        self.numbers = numbers
        self.callerID = callerID
        self.timeoutSeconds = timeoutSeconds
    }

    func write(to writer: inout XMLWriter) {
        writer.start("Dial")
        writer.attribute("action", action.text)
        writer.attribute("method", "POST")
        writer.attribute("timeout", timeoutSeconds)
        if let callerID { writer.attribute("callerId", callerID.unmasked) }
        for number in numbers { number.write(to: &writer) }
        writer.end()
    }
}
