import CallEngine
import Telephony
import Testing
import TwiML

let english = LanguageTag.americanEnglish

func spanish() throws -> LanguageTag { try #require(LanguageTag("es-US")) }

func number(_ text: String) throws -> PhoneNumber { try #require(PhoneNumber(text)) }

func urls() throws -> TurnURLs { try TurnURLs(base: "https://bots.example.com") }

func url(_ text: String = "https://bots.example.com/voice/turn/7") throws -> AbsoluteURL { try AbsoluteURL(text) }

/// A listening with the fields a test does not care about filled in.
func listening(
    _ kind: Listening.Kind = .keys,
    prompts: [Utterance] = [],
    maxDigits: Int? = 1,
    finishOnKey: Key? = nil,
    hints: [String] = [],
    timeoutSeconds: Int = 5,
    bargeIn: Bool = true
) -> Listening {
    Listening(
        step: 7,
        kind: kind,
        prompts: prompts,
        maxDigits: maxDigits,
        finishOnKey: finishOnKey,
        timeoutSeconds: timeoutSeconds,
        language: english,
        hints: hints,
        bargeIn: bargeIn
    )
}
