package import Airscript
package import BotGraph
package import CallEngine
package import Compliance
package import Telephony

extension CallScript {
    /// One line of the script.
    package struct Step: Sendable, Hashable {
        package enum Kind: Sendable, Hashable {
            /// All of these were spoken since the caller last acted.
            case hear([String])
            /// None of these was spoken since the caller last acted.
            case doNotHear([String])
            /// Nothing was spoken since the caller last acted.
            case hearNothing
            case press(Digits)
            case say(String, confidence: Double?)
            case silence
            /// The next act comes so long after the end of the prompt.
            case wait(Duration)
            /// The act cuts the prompt short, so long after its beginning.
            case interrupt(Interruption, after: Duration)
            case hangUp
            case forwardEnds(DialStatus)
            /// The leg is answered and ends when the two have spoken so long.
            case forwardTalks(Duration)
            case timeMoves(TimeMove)
            case expect([Fact])
            /// None of the facts is so.
            case expectNot([Fact])
        }

        package let kind: Kind
        package let location: SourceLocation
    }

    /// What a caller does in the middle of a prompt.
    package enum Interruption: Sendable, Hashable {
        case press(Digits)
        case say(String, confidence: Double?)
        case hangUp
    }

    /// How the clock moves while nobody does anything.
    package enum TimeMove: Sendable, Hashable {
        case to(Instant)
        case by(Duration)
    }

    /// Something that has to be true when the script comes to it.
    package enum Fact: Sendable, Hashable {
        case variable(String, equals: Value)
        case optedOut(Bool)
        case ended(EndReason)
        case status(CallStatus)
        case language(LanguageTag)
        case intent(IntentOutcome)
        case forwardedTo(PhoneNumber)
        /// Whether the prompt that the bot listens with can be interrupted.
        case bargeIn(Bool)
        /// Whether the person may be contacted at this moment.
        case allowed(Bool, ContactKind)
        /// Whether the person may not be contacted as things stand, whenever it is.
        case refused(Bool, ContactKind)
        /// The person may not be contacted now, and may be at this instant.
        case heldUntil(Instant, ContactKind)
    }
}
