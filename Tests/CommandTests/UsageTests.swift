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
        (["lnt"], "lnt"), (["lint", "--fromat", "json"], "--fromat"), (["lint", "--format", "jsn"], "jsn"),
        (["call"], "bot"),
        (["call", "front-desk", "--from", "12"], "'--from 12'"),
        (["call", "front-desk", "--set", "tries"], "name=value"),
        (["call", "front-desk", "--set", "triess=1"], "did you mean 'tries'?"),
        (["lint", "--rule", "dead-and"], "dead-end"),
        (["lint", "--explain", "nonsense"], "nonsense"), (["serve", "--demo", "--listen", "8080"], "HOST:PORT"),
        (["serve", "--demo", "--listen", "0.0.0.0:8080"], "this machine only"), (["serve"], "TWILIO_AUTH_TOKEN"),
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
