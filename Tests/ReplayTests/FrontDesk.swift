import Airscript
import CallEngine
import Carrier
import Replay
import Simulator
import Synchronization
import Telephony

/// A small bot with a record, behind a transport.
///
/// 1 ends the call, 2 forwards it, 5 listens without a word, 6 listens for keys alone, 7 speaks before it listens, 8 answers
/// with a document out of the contract, 9 breaks; words are kept; silence ends.
final class FrontDesk: HTTPTransport {
    private struct State {
        var forms: [FormParameters] = []
        var variables: [String: Value] = [:]
        var endReason: EndReason?
    }

    let clock = VirtualClock(at: Instant(milliseconds: 0))
    private let state = Mutex(State())

    var forms: [FormParameters] { state.withLock { $0.forms } }

    var plan: CallPlan {
        CallPlan(
            direction: .inbound,
            from: Party(parameter: "+12065550101"),
            to: Party(parameter: "+12065550199"),
            voiceURL: "http://bot.test/voice",
            statusURL: "http://bot.test/status"
        )
    }

    func provider() throws -> StandInProvider {
        StandInProvider(
            accountSID: "AC1",
            authToken: "12345",
            transport: self,
            contract: try Contract.provider()
        )
    }

    func snapshot(of call: CallID) -> CallSnapshot? {
        state.withLock { state in
            guard state.forms.first?["CallSid"] == call.text else { return nil }
            return CallSnapshot(
                variables: state.variables,
                optedOut: false,
                endReason: state.endReason,
                language: .americanEnglish,
                intent: nil
            )
        }
    }

    func send(_ request: HTTPRequest) async throws(HTTPTransportError) -> HTTPResponse {
        let form: FormParameters
        do {
            form = try FormParameters.decode(request.body)
        } catch {
            throw .notSent(reason: error.description)
        }
        return state.withLock { state in
            state.forms.append(form)
            return FrontDesk.reply(to: form, at: String(request.url.dropFirst("http://bot.test".count)), &state)
        }
    }

    private static func reply(to form: FormParameters, at path: String, _ state: inout State) -> HTTPResponse {
        switch path {
        case "/voice":
            return document(
                "<Gather input=\"dtmf speech\" numDigits=\"1\" action=\"http://bot.test/turn\">"
                    + "<Say>Welcome.</Say><Say>Choose 1\n or 2.</Say></Gather><Redirect>http://bot.test/turn</Redirect>"
            )
        case "/turn":
            return turn(form, &state)
        case "/dialled":
            state.endReason = .completed
            return document("<Say>Nobody is free.</Say><Hangup/>")
        default:
            if state.endReason == nil { state.endReason = .callerHungUp }
            return HTTPResponse(status: 204, headers: [], body: [])
        }
    }

    private static func turn(_ form: FormParameters, _ state: inout State) -> HTTPResponse {
        let choice = form["Digits"] ?? form["SpeechResult"]
        if let choice { state.variables["choice"] = .text(choice) }
        switch choice {
        case "1":
            state.endReason = .completed
            return document("<Say>You pressed one</Say><Hangup/>")
        case "2":
            return document("<Dial action=\"http://bot.test/dialled\"><Number>+12065550102</Number></Dial>")
        case "5": return document(gather("dtmf speech", ""))
        case "6": return document(gather("dtmf", "<Say>Keys only, please.</Say>"))
        case "7": return document("<Say>Listen to all of it.</Say>" + gather("dtmf", ""))
        case "8": return document("<Say colour=\"red\">Odd</Say><Hangup/>")
        case "9": return HTTPResponse(status: 500, headers: [], body: [])
        default:
            state.endReason = .noExit
            return document("<Say>Goodbye</Say><Hangup/>")
        }
    }

    private static func gather(_ input: String, _ prompt: String) -> String {
        "<Gather input=\"\(input)\" numDigits=\"1\" action=\"http://bot.test/turn\">\(prompt)</Gather>"
            + "<Redirect>http://bot.test/turn</Redirect>"
    }

    private static func document(_ verbs: String) -> HTTPResponse {
        HTTPResponse(
            status: 200,
            headers: [HTTPHeader("Content-Type", "text/xml; charset=utf-8")],
            body: Array("<Response>\(verbs)</Response>".utf8)
        )
    }
}
