import Testing
import TwiML

@Suite struct XMLParserTests {
    private func parse(_ text: String) throws(XMLError) -> XMLElement {
        try XMLElement.parse(Array(text.utf8))
    }

    @Test func `attributes, text and elements keep their order`() throws {
        let root = try parse(
            #"<?xml version="1.0"?><R><S b="1" a="&lt;&amp;&#233;">x<!-- c -->y<![CDATA[<z>]]></S>t<P/></R>"#
        )
        let say = XMLElement(
            name: "S",
            attributes: [.init(name: "b", value: "1"), .init(name: "a", value: "<&é")],
            children: [.text("xy<z>")]
        )
        #expect(root == XMLElement(name: "R", children: [.element(say), .text("t"), .element(XMLElement(name: "P"))]))
        #expect(root.elements.map(\.name) == ["S", "P"])
        #expect(say[attribute: "a"] == "<&é" && say[attribute: "c"] == nil)
        #expect(root.text == "xy<z>t" && root.ownText == "t")
    }

    @Test(arguments: [
        "<!DOCTYPE Response><Response/>", "<!DOCTYPE Response SYSTEM \"http://127.0.0.1:9/x.dtd\"><Response/>",
        "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><r>&x;</r>",
        "<?xml version='1.0'?><!DOCTYPE r []><r/>",
    ])
    func `a DOCTYPE is refused`(text: String) {
        #expect(throws: XMLError.documentType) { try parse(text) }
    }

    @Test func `an entity bomb is refused at its DOCTYPE`() {
        var bomb = "<!DOCTYPE bomb [<!ENTITY e0 \"ha\">"
        for level in 1...30 {
            bomb += "<!ENTITY e\(level) \"" + String(repeating: "&e\(level - 1);", count: 10) + "\">"
        }
        bomb += "]><bomb>&e30;</bomb>"
        #expect(throws: XMLError.documentType) { try parse(bomb) }
    }

    @Test func `the word DOCTYPE in a text is no DOCTYPE`() throws {
        #expect(try parse("<R><!-- <!DOCTYPE x> --><![CDATA[<!DOCTYPE y>]]></R>").text == "<!DOCTYPE y>")
    }

    @Test func `nesting is bounded`() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
        }
        #expect(try parse(nested(64)).name == "a")
        #expect(throws: XMLError.tooDeep(limit: 64)) { try parse(nested(65)) }
        let error = #expect(throws: XMLError.self) { try parse(nested(100_000)) }
        guard case .malformed = error else {
            Issue.record("refused as \(String(describing: error))")
            return
        }
    }

    @Test func `size is bounded`() {
        #expect(throws: XMLError.tooLarge(bytes: 11, limit: 10)) {
            try XMLElement.parse(Array("<Response/>".utf8), maximumBytes: 10)
        }
        #expect(throws: XMLError.empty) { try XMLElement.parse([]) }
    }

    @Test(arguments: [
        "Created", "<Response>", "<Response></response>", "<a/><b/>", "<a b=c/>", "<a b=\"1\" b=\"2\"/>",
        "<a>&nope;</a>",
        "<a>\u{1}</a>", "<a>\u{0}</a>", " <?xml version=\"1.0\"?><a/>", "<a>x & y</a>", "<a b=\"<\"/>", "<a>]]></a>",
        "<", "<!--",
        "{\"a\": 1}", "<a>&#1;</a>", "<a>&#xFFFE;</a>", "<a/>trailing", "\u{0}\u{0}\u{0}",
    ])
    func `what is not well-formed is refused with its place`(text: String) {
        let error = #expect(throws: XMLError.self) { try parse(text) }
        guard case .malformed(let line, _, let reason) = error else {
            Issue.record("refused as \(String(describing: error))")
            return
        }
        #expect(line >= 0 && !reason.isEmpty)
    }

    @Test func `bytes at random never do harm`() {
        var dice = Dice(seed: 42)
        let alphabet = Array("<>/&;\"'=! ?-[]aRS\u{0}\n".utf8) + [0xFF, 0xC3, 0xED, 0xA0, 0x80]
        for _ in 0..<3_000 {
            let bytes = (0..<dice.roll(1...60)).map { _ in alphabet[dice.roll(0...(alphabet.count - 1))] }
            guard let root = try? XMLElement.parse(bytes) else { continue }
            #expect(!root.name.isEmpty)
        }
    }

    @Test func `bytes that are not UTF-8 are refused`() {
        for bad: [UInt8] in [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xC0, 0x80]] {
            #expect(throws: XMLError.self) { try XMLElement.parse(Array("<a>".utf8) + bad + Array("</a>".utf8)) }
        }
    }

    @Test func `an element of another vocabulary keeps its prefix`() throws {
        let root = try parse(#"<R xmlns:x="urn:x"><x:Say x:a="1"/></R>"#)
        #expect(root.elements.first?.name == "x:Say")
        #expect(root.elements.first?[attribute: "x:a"] == "1")
    }

    @Test(arguments: [
        ("<R><S a='1' b='2'>x</S></R>", "<R>\n  <S b='2' a='1'>x</S>\n</R>\n"), ("<R><H/></R>", "<R><H></H></R>"),
        ("<R><U>https://a/b</U></R>", "<R><U>\n  https://a/b\n</U></R>"),
        ("<S>a &amp; b</S>", "<S><![CDATA[a & b]]></S>"),
    ])
    func `documents that mean the same are equivalent`(left: String, right: String) throws {
        let (left, right) = (try parse(left), try parse(right))
        #expect(left.isEquivalent(to: right) && right.isEquivalent(to: left))
    }

    @Test(arguments: [
        ("<R a='1'/>", "<R a='2'/>"), ("<R a='1'/>", "<R/>"), ("<R><A/><B/></R>", "<R><B/><A/></R>"),
        ("<S>a b</S>", "<S>a  b</S>"),
        ("<S>x</S>", "<S/>"), ("<R><A/></R>", "<R>A</R>"), ("<R/>", "<r/>"), ("<R><A/></R>", "<R><A/><A/></R>"),
        ("<R>x<A/></R>", "<R><A/>x</R>"),
    ])
    func `documents that differ are not equivalent`(left: String, right: String) throws {
        let (left, right) = (try parse(left), try parse(right))
        #expect(!left.isEquivalent(to: right) && !right.isEquivalent(to: left))
    }

    @Test func `many threads write and read at once`() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for index in 0..<32 {
                group.addTask {
                    for _ in 0..<50 {
                        let bytes = try TwiMLDocument([.say(Say("Number \(index)", language: english))]).bytes()
                        #expect(try XMLElement.parse(bytes).text == "Number \(index)")
                    }
                }
            }
            try await group.waitForAll()
        }
    }
}
