import Testing
import TwiML

struct ReplayJUnitTests {
    @Test func `build servers read a suite for each bot and a case for each file`() throws {
        let site = try ReplaySite("appointment-reminder", "front-desk")
        let reminder = try site.recordings(of: "appointment-reminder")
        let desk = try site.recordings(of: "front-desk")
        let words = "Nobody can take your call right now."
        // What XML has to escape, and what it cannot hold.
        let hostile = "No \\\"body\\\" <here> & ]]> now."
        try site.change("bots/front-desk/bot.yaml", words, to: hostile)
        let hear = Set(desk.filter { $0.value.contains(words) }.keys)
        try #require(!hear.isEmpty)

        let run = try site.replay("--format", "junit")
        #expect(run.status == 1)
        #expect(run.errors.isEmpty)
        let root = try XMLElement.parse(Array(run.output.utf8))
        #expect(root.name == "testsuites")
        #expect(root[attribute: "name"] == "touchtone replay")
        #expect(root[attribute: "tests"] == "\(reminder.count + desk.count)")
        #expect(root[attribute: "failures"] == "\(hear.count)")
        #expect(root[attribute: "errors"] == "0")
        #expect(root.elements.map { $0[attribute: "name"] } == ["appointment-reminder", "front-desk"])
        let cases = root.elements.flatMap(\.elements)
        #expect(cases.compactMap { $0[attribute: "name"] } == reminder.keys.sorted() + desk.keys.sorted())
        for item in cases {
            let path = try #require(item[attribute: "name"])
            let failures = item.elements.filter { $0.name == "failure" }
            #expect(failures.count == (hear.contains(path) ? 1 : 0), "\(path)")
            for failure in failures {
                #expect(failure[attribute: "type"] == "recording")
                #expect(failure[attribute: "message"]?.contains("the caller hears something else") == true)
                #expect(failure.text.contains(words))
                #expect(failure.text.contains("No \"body\" <here> & ]]> now."))
            }
        }
    }

    @Test func `what was rewritten is a case that passes, with what changed`() throws {
        let site = try ReplaySite("front-desk")
        let words = "Nobody can take your call right now."
        let hear = try site.recordings(of: "front-desk").filter { $0.value.contains(words) }.keys.sorted()
        try site.change("bots/front-desk/bot.yaml", words, to: "Nobody is here.")
        let run = try site.replay("--format", "junit", "--update")
        #expect(run.status == 0)
        let root = try XMLElement.parse(Array(run.output.utf8))
        #expect(root[attribute: "failures"] == "0")
        let noted = root.elements.flatMap(\.elements).filter { !$0.elements.isEmpty }
        #expect(noted.compactMap { $0[attribute: "name"] } == hear)
        for item in noted {
            #expect(item.text.contains("rewritten:"))
            #expect(item.text.contains("Nobody is here."))
        }
    }

    @Test func `coverage goes to standard error, so that the report stays one`() throws {
        let site = try ReplaySite("front-desk")
        let run = try site.replay("--format", "junit", "--coverage")
        #expect(run.status == 0)
        #expect(try XMLElement.parse(Array(run.output.utf8)).name == "testsuites")
        #expect(run.errors.contains("coverage"))
    }
}
