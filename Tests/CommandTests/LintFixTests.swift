import Foundation
import Testing

/// What `lint --fix` does to files.
struct LintFixTests {
    private static let bare = LintFormatTests.silent.replacing("press: \"1\"", with: "press: 1")
        .replacing("no_match", with: "default: bye\n    no_match")

    private static func bytes(_ path: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path)) }

    @Test func `what certainly can be is mended, and nothing else is touched`() throws {
        let folder = try ScratchFolder()
        let text = "\u{FEFF}" + LintFixTests.bare.replacing("\n", with: "\r\n").dropLast()
        try folder.write(text, to: "bots/x.yaml")
        let run = try CommandRun("lint", "--fix", "--rule", "bad-key", in: folder.path)
        #expect(run.status == 0)
        #expect(run.output == "fixed 1 finding in bots/x.yaml\n1 bot checked, no findings\n")
        let mended = try LintFixTests.bytes("\(folder.path)/bots/x.yaml")
        #expect(mended == Data(text.replacing("press: 1", with: "press: \"1\"").utf8))
        let again = try CommandRun("lint", "--fix", "--rule", "bad-key", in: folder.path)
        #expect(again.output == "1 bot checked, no findings\n")
        #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/bots") == ["x.yaml"])
    }

    @Test func `what is left is reported and gives status 1, in every format`() throws {
        let folder = try ScratchFolder()
        let text = LintFormatTests.silent.replacing("press: \"1\"", with: "press: 1")
        try folder.write(text, to: "bots/x.yaml")
        let run = try CommandRun("lint", "--fix", "--format", "json", in: folder.path)
        #expect(run.status == 1)
        #expect(run.errors == "fixed 1 finding in bots/x.yaml\n")
        #expect(run.output.hasPrefix("[\n"))
        #expect(run.output.contains("\"id\" : \"no-silence-exit\""))
        #expect(!run.output.contains("bad-key"))
    }

    @Test func `permissions are kept, and a link is followed to its file`() throws {
        let folder = try ScratchFolder()
        try folder.write(LintFixTests.bare, to: "elsewhere/x.yaml")
        let target = "\(folder.path)/elsewhere/x.yaml"
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: target)
        try FileManager.default.createDirectory(atPath: "\(folder.path)/bots", withIntermediateDirectories: true)
        let link = "\(folder.path)/bots/x.yaml"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "../elsewhere/x.yaml")
        let run = try CommandRun("lint", "--fix", "--rule", "bad-key", in: folder.path)
        #expect(run.status == 0, "\(run.errors)")
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "../elsewhere/x.yaml")
        #expect(String(decoding: try LintFixTests.bytes(target), as: UTF8.self).contains("press: \"1\""))
        let mode = try FileManager.default.attributesOfItem(atPath: target)[.posixPermissions] as? Int
        #expect(mode == 0o640)
    }

    @Test func `a file that nobody may write to is left alone, with the reason`() throws {
        let folder = try ScratchFolder()
        try folder.write(LintFixTests.bare, to: "bots/x.yaml")
        try folder.write(LintFixTests.bare.replacing("bot: silent", with: "bot: y"), to: "bots/y.yaml")
        let path = "\(folder.path)/bots/x.yaml"
        try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
        let run = try CommandRun("lint", "--fix", "--rule", "bad-key", in: folder.path)
        #expect(run.status == 3)
        #expect(run.errors == "Error: Could not mend 'bots/x.yaml': the file is read-only.\n")
        #expect(run.output.contains("bots/x.yaml:7:34: error: [bad-key]"))
        #expect(run.output.contains("fixed 1 finding in bots/y.yaml\n"))
        #expect(try LintFixTests.bytes(path) == Data(LintFixTests.bare.utf8))
    }

    @Test func `a finding that is kept quiet or switched off is not mended`() throws {
        let folder = try ScratchFolder()
        let text = LintFormatTests.silent.replacing(
            "main:  #",
            with: "main:  # touchtone:ignore dead-end -- it waits #"
        )
        try folder.write(text, to: "bots/x.yaml")
        try folder.write("rules: {suppression-unused: off}\n", to: ".touchtone-lint.yaml")
        let run = try CommandRun("lint", "--fix", in: folder.path)
        #expect(!run.output.contains("suppression-unused"))
        #expect(try LintFixTests.bytes("\(folder.path)/bots/x.yaml") == Data(text.utf8))
        try FileManager.default.removeItem(atPath: "\(folder.path)/.touchtone-lint.yaml")
        #expect(try CommandRun("lint", "--fix", in: folder.path).output.contains("fixed 1 finding in bots/x.yaml"))
        let mended = String(decoding: try LintFixTests.bytes("\(folder.path)/bots/x.yaml"), as: UTF8.self)
        #expect(mended == text.replacing("  # touchtone:ignore dead-end -- it waits # \"<& 🦷>\"", with: ""))
    }
}
