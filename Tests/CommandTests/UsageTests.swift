import Testing

/// What the command says of itself, and to words that are off.
struct UsageTests {
    @Test(arguments: ["serve", "lint", "call", "hours", "opt-outs"])
    func `every command has help with an example`(name: String) throws {
        let run = try CommandRun(name, "--help")
        #expect(run.status == 0)
        #expect(run.output.contains("Example:"))
        #expect(run.output.contains("touchtone \(name)"))
        #expect(run.errors.isEmpty)
    }

    @Test func `the command alone shows what there is`() throws {
        let run = try CommandRun("--help")
        #expect(run.status == 0)
        for name in ["serve", "lint", "call"] { #expect(run.output.contains("  \(name) ")) }
        #expect(try CommandRun("--version").output.hasPrefix("touchtone 0."))
    }

    @Test(arguments: [
        (["lnt"], "'lnt'; did you mean 'lint'?"), (["srve", "--demo"], "'srve'; did you mean 'serve'?"),
        (["opt-outs", "lst"], "'lst'; did you mean 'list'?"), (["lint", "--fromat", "json"], "--fromat"),
        (["lint", "--format", "jsn"], "jsn"),
        (["call"], "bot"),
        (["call", "front-desk", "--from", "12"], "'--from 12'"),
        (["call", "front-desk", "--set", "tries"], "name=value"),
        (["call", "front-desk", "--set", "triess=1"], "did you mean 'tries'?"),
        (["call", "front-desk", "--set", "tries=abc"], "'tries' is a number"),
        (["lint", "--rule", "dead-and"], "dead-end"),
        (["lint", "--explain", "nonsense"], "nonsense"), (["serve", "--demo", "--listen", "8080"], "HOST:PORT"),
        (["serve", "--demo", "--listen", "0.0.0.0:8080"], "this machine only"), (["serve"], "TWILIO_AUTH_TOKEN"),
        (["serve", "--demo", "--listen", "127.example.com:8080"], "this machine only"),
        (["serve", "--demo", "--public-url", "foo"], "the public URL has no scheme; write it as https://"),
        (["serve", "--demo", "--log-level", "loud"], "loud"),
        (["call", "appointment-reminder"], "--set day=… --set time=…"),
    ])
    func `words that are off give status 2 and say which`(words: [String], hint: String) throws {
        let run = try CommandRun(list: words)
        #expect(run.status == 2, "\(run.errors)")
        #expect(run.errors.contains(hint), "\(run.errors)")
        #expect(run.output.isEmpty)
    }

    @Test(arguments: [
        (["lint", "nowhere"], "nowhere"),
        (["call", "frontdesk"], "There are: appointment-reminder, debt-notice, front-desk."),
        (["call", "front-desk", "--script", "nowhere.yaml"], "nowhere.yaml"),
        (["serve", "--demo", "--config", "nowhere.yaml"], "nowhere.yaml"),
        (["serve", "--demo", "--bots", "nowhere"], "nowhere"),
        (["serve", "--demo", "--prompts", "nowhere"], "no folder of recordings 'nowhere'"),
        (["lint", "--prompts", "nowhere"], "no folder of recordings 'nowhere'"),
        (["call", "front-desk", "--prompts", "nowhere"], "no folder of recordings 'nowhere'"),
        (["serve", "--demo", "--database", "/nowhere/calls.sqlite"], "/nowhere"),
        (["serve", "--demo", "--database", "postgres://localhost/calls"], "SQLite"),
    ])
    func `what cannot be done gives status 3 and says why`(words: [String], hint: String) throws {
        let run = try CommandRun(list: words)
        #expect(run.status == 3, "\(run.errors)")
        #expect(run.errors.contains(hint), "\(run.errors)")
    }

    @Test func `without a public URL no signature could be checked, and the server says so`() throws {
        let run = try CommandRun("serve", environment: ["TWILIO_AUTH_TOKEN": "secret-token"])
        #expect(run.status == 2)
        #expect(run.errors.contains("--public-url"))
        #expect(!run.errors.contains("secret-token"))
    }

    @Test func `a configuration's mistakes come all at once with their places`() throws {
        let folder = try ScratchFolder()
        try folder.write(
            "publik_url: https://x.example\nnumbers:\n  \"0123\": front-desk\n  \"+12065550199\": 5\n",
            to: "c.yaml"
        )
        let run = try CommandRun("serve", "--demo", "--config", "\(folder.path)/c.yaml")
        #expect(run.status == 3)
        #expect(
            run.errors.contains(
                "c.yaml:1:1: error: [configuration] unknown key 'publik_url'; did you mean 'public_url'?"
            )
        )
        #expect(run.errors.contains("c.yaml:3:3: error: [configuration] a number is written in E.164 form"))
        #expect(run.errors.contains("c.yaml:4:"))
    }

    @Test func `every setting of a configuration is checked at its place, and no secret is printed`() throws {
        let folder = try ScratchFolder()
        let lines = [
            "listen: \"8080\"", "log_level: loud", "public_url: ivr.example.com", "auth_token: s3cr3t-value", "bots: a",
            "bots: b", "numbers:", "  \"0123456\": front-desk",
        ]
        try folder.write(lines.joined(separator: "\n"), to: "c.yaml")
        let run = try CommandRun("serve", "--demo", "--config", "\(folder.path)/c.yaml")
        #expect(run.status == 3)
        for part in [
            "c.yaml:1:9: error: [configuration] listen: '8080' is no address",
            "c.yaml:2:12: error: [configuration] log_level:",
            "c.yaml:3:13: error: [configuration] public_url: the public URL has no scheme",
            "c.yaml:4:1: error: [configuration] 'auth_token' is not read from a file", "TWILIO_AUTH_TOKEN",
            "c.yaml:6:1: error: [configuration] the key 'bots' stands twice, first in line 5", "not '*****56'",
        ] { #expect(run.errors.contains(part), "\(part) in \(run.errors)") }
        #expect(!run.errors.contains("s3cr3t-value"))
    }

    @Test func `a number that stands twice in a configuration is found and not printed`() throws {
        let folder = try ScratchFolder()
        try folder.write("numbers:\n  \"+12065550142\": a\n  \"+12065550142\": b\n", to: "c.yaml")
        let run = try CommandRun("serve", "--demo", "--config", "\(folder.path)/c.yaml")
        #expect(run.status == 3)
        #expect(run.errors.contains("error: [configuration] "))
        #expect(run.errors.contains("*42"))
        #expect(!run.errors.contains("12065550142"))
    }

    @Test(arguments: ["serve", "lint", "call"])
    func `help keeps its paragraphs within the line`(name: String) throws {
        let lines = try CommandRun(name, "--help", environment: ["COLUMNS": "80"]).output.split(separator: "\n")
        let overview = lines.prefix { !$0.hasPrefix("USAGE:") }.filter { !$0.contains("touchtone \(name) ") }
        // A paragraph with breaks of its own leaves a stub of a line after each full one.
        let stubs = zip(overview, overview.dropFirst()).filter { $0.count < 40 && $1.first?.isLowercase == true }
        #expect(stubs.isEmpty, "\(stubs)")
    }

    @Test func `a number for a bot that is not there is found before the server starts`() throws {
        let folder = try ScratchFolder()
        try folder.write("numbers: {\"+12065550199\": back-desk}\n", to: "c.yaml")
        let run = try CommandRun(
            "serve",
            "--demo",
            "--config",
            "\(folder.path)/c.yaml",
            "--database",
            "\(folder.path)/d.sqlite"
        )
        #expect(run.status == 3)
        #expect(run.errors.contains("'back-desk'"))
    }
}
