import Compliance
import Testing

struct OptOutWordsTests {
    private static func fold(_ text: String) -> [String] {
        text.lowercased().filter { $0 != "'" }.split { !($0.isLetter || $0.isNumber) }.map(String.init)
    }

    @Test(arguments: [
        "stop", "STOP", "Stop.", "stop all", "stopall", "unsubscribe", "cancel", "end", "quit", "revoke", "optout",
        "opt out",
        "stop stop stop", "please stop", "stop please", "okay stop", "no, stop", "stop, cancel", "um, stop now", "alto",
        "parar",
        "pare", "paren por favor", "cancelar", "basta", "ya basta",
    ])
    func `a word to stop with nothing beside it stands alone`(text: String) {
        #expect(OptOutWords.understand(words: OptOutWordsTests.fold(text)) == .alone)
    }

    @Test(arguments: [
        "stop calling me", "please stop calling this number", "I want you to stop calling", "would you stop texting me",
        "quit calling me", "stop all these calls", "stop sending me messages", "end these calls",
        "cancel all future calls",
        "I want to stop", "I said stop", "can you stop", "you need to stop", "stop it", "stop this", "make it stop",
        "take me off your list", "take me off the list please", "take us off your calling list",
        "remove me from your database",
        "remove me", "remove my number", "delete my phone number", "get me off this list",
        "please take my name off your list",
        "do not call me", "do not call me again", "don't call me anymore", "don t call me again",
        "don't ever call here again",
        "never call me again", "do not contact us", "don't text me", "please do not call this number",
        "do not call list",
        "put me on the do not call list", "add my number to your do not call list", "no more calls",
        "no more texts please",
        "I don't want any more calls", "I do not want to be called", "I don't want to hear from you",
        "I no longer want to receive these calls", "I don't want you to call me", "I don't want these calls",
        "I want to unsubscribe", "I want to opt out", "please opt me out", "unsubscribe me", "I'm opting out",
        "I revoke my consent", "I withdraw my consent", "leave me alone", "lose my number",
        "no I want you to stop calling me",
        "why don't you stop calling me", "why can't you stop calling me",
        "no me llamen más", "no me llamen mas", "no me llame", "no vuelvan a llamarme", "ya no me vuelva a llamar",
        "no quiero que me llamen", "no quiero recibir llamadas", "no quiero más llamadas", "dejen de llamarme",
        "por favor deje de llamar", "paren de llamar", "quíteme de la lista", "quiteme de la lista",
        "sáquenme de su lista",
        "bórreme", "elimine mi número", "quiero darme de baja", "no más llamadas", "no me molesten", "déjenme en paz",
        "revoco mi consentimiento", "basta de llamadas", "I'd like to unsubscribe", "I would like to opt out",
    ])
    func `a plain request is understood in English and Spanish`(text: String) {
        let folded = OptOutWordsTests.fold(text).map(OptOutWordsTests.plainLetters)
        #expect(OptOutWords.understand(words: folded) == .request)
    }

    @Test(arguments: [
        "how do I opt out", "my wife told you people stop", "stop I have had enough of you",
        "you never stop calling me",
        "you people won't stop calling", "they told me to say stop",
        "mire señorita basta",
    ])
    func `a word to stop inside a sentence is seen as such`(text: String) {
        #expect(OptOutWords.understand(words: OptOutWordsTests.fold(text)) == .inSentence)
    }

    @Test(arguments: [
        "", "yes", "confirm", "reschedule", "cancel my appointment", "I want to cancel my appointment",
        "I need to cancel",
        "cancel the order", "don't stop", "please don't stop", "do not stop calling me", "don't stop calling me",
        "I do not want you to stop", "I don't want to stop getting calls", "I didn't say stop", "never stop",
        "at the end of the month", "by the end of the day", "the end", "bus stop", "I am at the bus stop",
        "it is my stop",
        "stop by tomorrow", "I will stop in at noon", "the next stop", "a full stop", "stop payment on my check",
        "when can I stop taking my medication", "I quit smoking", "I quit my job", "you did not call me back",
        "I did not get a call", "can you call me tomorrow", "take me off hold", "take me off speaker",
        "I called my doctor",
        "take me off the waiting list", "remove the charge", "no", "no thank you", "who is calling", "call me again",
        "call me back please", "wrong number", "I have to stop at the store", "cancel my phone call with the doctor",
        "what time do you call", "what happens if I unsubscribe", "no cancelar", "no pare", "no dejen de llamarme",
        "con eso basta",
        "el precio es muy alto", "quiero cancelar mi cita", "para mañana", "llámeme mañana", "si",
    ])
    func `the same words with another meaning are no request`(text: String) {
        #expect(OptOutWords.understand(words: OptOutWordsTests.fold(text).map(OptOutWordsTests.plainLetters)) == .none)
    }

    @Test func `a request far inside a long utterance is still found`() {
        let chatter = Array(repeating: ["well", "you", "know", "my", "appointment", "no", "more"], count: 500).flatMap {
            $0
        }
        #expect(OptOutWords.understand(words: chatter + ["take", "me", "off", "your", "list"]) == .request)
        #expect(OptOutWords.understand(words: chatter) == .none)
    }

    /// What folding does before the words are compared.
    private static func plainLetters(_ word: String) -> String {
        let plain: [Character: Character] = ["á": "a", "é": "e", "í": "i", "ó": "o", "ú": "u", "ñ": "n"]
        return String(word.map { plain[$0] ?? $0 })
    }
}
