import Simulator
import Testing
import TwiML

@Suite struct ContractTests {
    private func warnings(_ body: String) throws -> [ContractWarning] {
        try Contract.warnings(for: Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response>\(body)</Response>".utf8))
    }

    private static let gather = #"<Gather action="https://a.example/t" method="POST" "#
    private static let redirect = #"<Redirect method="POST">https://a.example/t</Redirect>"#

    @Test(arguments: [
        "", "<Hangup/>", "<Say>Hello</Say>", #"<Say voice="Polly.Joanna-Neural" loop="0" language="en-GB">Hello</Say>"#,
        "<Say>Hello <emphasis level=\"strong\">you</emphasis><break time=\"1s\"/></Say>",
        #"<Play digits="12w#"></Play>"#,
        #"<Dial record="true">+12065550101</Dial><Say>Back</Say>"#,
        gather + #"input="speech dtmf" hints="a b,c" timeout="auto"><Say>x</Say></Gather><Say>Silence</Say>"#
            + redirect,
        #"<Record action="https://a.example/r" maxLength="30" finishOnKey="1234567890*#"/>"#,
        #"<Enqueue waitUrl="">support</Enqueue>"#, #"<Connect><Stream url="wss://a.example/s"/></Connect>"#,
        #"<Dial callerId="client:joey"><Sip>sip:a@example.com</Sip></Dial>"#, "<!-- a comment --><Pause/>",
    ])
    func `a document the provider takes has no warning`(body: String) throws {
        #expect(try warnings(body) == [])
    }

    @Test(arguments: [
        // The kind, where it is, and the document between the root's tags.
        (ContractWarning.Kind.unknownElement, "Response/Shout[1]", "<Shout/>"),
        (.unknownElement, "Response/say[1]", "<say>Hello</say>"),
        (.unknownElement, "Response/Say[1]/b[1]", "<Say>Hello <b>you</b></Say>"),
        (.misplacedElement, "Response/Number[1]", "<Number>+12065550101</Number>"),
        (.misplacedElement, "Response/Prompt[1]", "<Prompt/>"),
        (
            .misplacedElement, "Response/Gather[1]/Gather[1]",
            gather + "><Gather action=\"https://a.example/t\"/></Gather>" + redirect
        ),
        (.misplacedElement, "Response/Gather[1]/Hangup[1]", gather + "><Hangup/></Gather>" + redirect),
        (.misplacedElement, "Response/Reject[1]", "<Say>Hello</Say><Reject/>"),
        (.unknownAttribute, "Response/Say[2]/@Voice", "<Say>a</Say><Say Voice=\"man\">b</Say>"),
        (.unknownAttribute, "Response/Hangup[1]/@reason", "<Hangup reason=\"busy\"/>"),
        (.undocumentedAttribute, "Response/Gather[1]/@bargeIn", gather + "bargeIn=\"true\"/>" + redirect),
        (.missingAttribute, "Response/Gather[1]", "<Gather/>" + redirect),
        (.missingAttribute, "Response/Record[1]", "<Record/>"),
        (.badValue, "Response/Gather[1]/@timeout", gather + "timeout=\"-1\"/>" + redirect),
        (.badValue, "Response/Gather[1]/@timeout", gather + "timeout=\"0\"/>" + redirect),
        (.badValue, "Response/Gather[1]/@timeout", gather + "timeout=\"5s\"/>" + redirect),
        (.badValue, "Response/Gather[1]/@numDigits", gather + "numDigits=\"0\"/>" + redirect),
        (.badValue, "Response/Gather[1]/@finishOnKey", gather + "finishOnKey=\"##\"/>" + redirect),
        (.badValue, "Response/Gather[1]/@input", gather + "input=\"dtmf voice\"/>" + redirect),
        (.badValue, "Response/Gather[1]/@input", gather + "input=\"dtmf,speech\"/>" + redirect),
        (.badValue, "Response/Gather[1]/@language", gather + "language=\"en\"/>" + redirect),
        (.badValue, "Response/Gather[1]/@hints", gather + "hints=\"a,,b\"/>" + redirect),
        (
            .badValue, "Response/Gather[1]/@method",
            "<Gather action=\"https://a.example/t\" method=\"post\"/>" + redirect
        ),
        (
            .badValue, "Response/Gather[1]/@speechTimeout",
            gather + "speechTimeout=\"auto\" speechModel=\"default\"/>" + redirect
        ),
        (.badValue, "Response/Gather[1]/Play[1]/@digits", gather + "><Play digits=\"1\"/></Gather>" + redirect),
        (.badValue, "Response/Say[1]/@voice", "<Say voice=\"Joanna\">Hello</Say>"),
        (.badValue, "Response/Say[1]/@loop", "<Say loop=\"-1\">Hello</Say>"),
        (.badValue, "Response/Pause[1]/@length", "<Pause length=\"0\"/>"),
        (.badValue, "Response/Play[1]/@digits", "<Play digits=\"5x\"/>"),
        (.badValue, "Response/Reject[1]/@reason", "<Reject reason=\"asleep\"/>"),
        (.badValue, "Response/Dial[1]/@timeout", "<Dial timeout=\"4\">+12065550101</Dial>"),
        (.badValue, "Response/Dial[1]/@timeout", "<Dial timeout=\"601\">+12065550101</Dial>"),
        (.badValue, "Response/Dial[1]/@callerId", "<Dial callerId=\"me\">+12065550101</Dial>"),
        (.badValue, "Response/Dial[1]/Number[1]", "<Dial><Number>555</Number></Dial>"),
        (.badValue, "Response/Dial[1]", "<Dial>operator</Dial>"),
        (.badValue, "Response/Enqueue[1]/@workflowSid", "<Enqueue workflowSid=\"WW1\"/>"),
        (.relativeURL, "Response/Gather[1]/@action", "<Gather action=\"/t\"/>" + redirect),
        (.relativeURL, "Response/Redirect[1]", "<Redirect>/t</Redirect>"),
        (.relativeURL, "Response/Play[1]", "<Play>welcome.wav</Play>"),
        (
            .relativeURL, "Response/Connect[1]/Stream[1]/@url",
            "<Connect><Stream url=\"https://a.example/s\"/></Connect>"
        ),
        (.unexpectedText, "Response", "Hello"),
        (.unexpectedText, "Response/Gather[1]", gather + ">Press 1</Gather>" + redirect),
        (.unexpectedText, "Response/Hangup[1]", "<Hangup>now</Hangup>"),
        (.missingText, "Response/Say[1]", "<Say> </Say>"),
        (.missingText, "Response/Redirect[1]", "<Redirect/>"),
        (.missingText, "Response/Play[1]", "<Play/>"),
        (.missingText, "Response/Dial[1]", "<Dial/>"),
        (.missingText, "Response/Dial[1]/Number[1]", "<Dial><Number/></Dial>"),
        (.mixedNouns, "Response/Dial[1]", "<Dial><Number>+12065550101</Number><Conference>x</Conference></Dial>"),
        (.mixedNouns, "Response/Dial[1]", "<Dial>+12065550102<Number>+12065550101</Number></Dial>"),
        (
            .tooManyNouns, "Response/Dial[1]",
            "<Dial>" + String(repeating: "<Number>+12065550101</Number>", count: 11) + "</Dial>"
        ),
        (.gatherWithoutRedirect, "Response/Gather[1]", gather + "/>"),
        (.gatherWithoutRedirect, "Response/Gather[1]", gather + "/><Say>No answer</Say><Hangup/>"),
        (.unreachable, "Response/Say[1]", "<Hangup/><Say>Hello</Say>"),
        (.unreachable, "Response/Hangup[1]", redirect + "<Hangup/>"),
        (.speechTooLong, "Response/Say[1]", "<Say>" + String(repeating: "a", count: 3_001) + "</Say>"),
        (.speechTooLong, "Response/Say[1]", "<Say voice=\"man\">" + String(repeating: "a", count: 4_097) + "</Say>"),
        (.speechTooLong, "Response/Say[1]", "<Say>" + String(repeating: "電", count: 501) + "</Say>"),
    ])
    func `a document with one fault has one warning, at the fault`(
        kind: ContractWarning.Kind,
        path: String,
        body: String
    ) throws {
        let warnings = try warnings(body)
        #expect(warnings.map(\.kind) == [kind], "\(warnings)")
        #expect(warnings.map(\.path) == [path], "\(warnings)")
        #expect(warnings.allSatisfy { $0.sentence.hasSuffix(".") })
    }

    @Test(arguments: [
        (ContractWarning.Kind.notWellFormed, "<Response><Say>a & b</Say></Response>"),
        (.notWellFormed, "<!DOCTYPE Response><Response/>"), (.wrongRoot, "<response/>"),
        (.wrongRoot, "<html><body/></html>"),
        (.leadingBytes, "\n<Response/>"), (.leadingBytes, "\u{FEFF}<Response/>"),
    ])
    func `a document that is none has a warning`(kind: ContractWarning.Kind, document: String) throws {
        #expect(try Contract.warnings(for: Array(document.utf8)).map(\.kind) == [kind])
    }

    @Test func `a document over 64,000 bytes has a warning`() throws {
        let comment = "<!--" + String(repeating: "x", count: 64_000) + "-->"
        #expect(try warnings(comment).map(\.kind) == [.documentTooLarge])
    }

    @Test func `a missing or unreadable table is an error that names it`() throws {
        let missing = "/nonexistent/twiml-schema.json"
        #expect(throws: ContractError.tableMissing(searched: [missing])) { try Contract(tableAt: missing) }
        let error = #expect(throws: ContractError.self) { try Contract(tableAt: #filePath) }
        guard case .tableUnreadable(let path, _) = error else {
            Issue.record("failed as \(String(describing: error))")
            return
        }
        #expect(path == #filePath)
    }

    @Test func `every fault of a document is found, and no number is repeated`() throws {
        let body = #"<Say voice="x"/><Dial callerId="2065550148" timeout="1"><Number>2065550149</Number></Dial>"#
        let warnings = try warnings(body)
        #expect(Set(warnings.map(\.kind)) == [.badValue, .missingText])
        #expect(warnings.count == 5)
        #expect(!warnings.description.contains("555014"))
    }
}
