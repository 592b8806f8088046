import BotGraph
import Testing

/// What is heard alike, and what is not.
struct InputSoundTests {
    private static func similar(_ first: String, _ second: String, languages: String) throws -> [Diagnostic] {
        try InputBots.lint(
            InputBots.menu("say: [\"\(first)\"]", "say: [\"\(second)\"]", languages: languages)
        ).of("similar-phrase")
    }

    @Test(arguments: [
        ("two", "too"), ("to", "two"), ("by", "buy"), ("right", "write"), ("fifteen", "fifty"), ("sixteen", "sixty"),
        ("thirteen minutes", "thirty minutes"), ("for", "four"), ("eight", "ate"), ("no", "know"), ("mail", "male"),
        ("sail", "sale"), ("wait", "weight"), ("plain", "plane"), ("night", "knight"), ("site", "sight"),
        ("site", "cite"),
        ("cell phone", "sell phone"), ("sent", "cent"), ("sent", "scent"), ("road", "rode"), ("loan", "lone"),
        ("week", "weak"), ("check", "cheque"), ("hole", "whole"), ("wrap", "rap"), ("B", "D"), ("plan M", "plan N"),
        ("card", "cart"), ("mail", "nail"), ("code", "coat"), ("sail", "fail"), ("cab", "cap"), ("thin", "fin"),
        ("bag", "back"), ("my patients", "my patience"), ("Phone!", "fone"),
    ])
    func `English words of one sound, or of nearly one, are heard alike`(first: String, second: String) throws {
        #expect(try InputSoundTests.similar(first, second, languages: "en-US").count == 1)
        #expect(try InputSoundTests.similar(second, first, languages: "en-US").count == 1)
    }

    @Test(arguments: [
        ("yes", "no"), ("sales", "service"), ("pay", "day"), ("pay", "play"), ("bill", "pill"), ("billing", "building"),
        ("now", "know"), ("now", "no"), ("how", "hoe"), ("get", "jet"), ("give", "jive"), ("bread", "breed"),
        ("head", "heed"), ("great", "greet"), ("food", "foot"), ("five", "nine"), ("one", "nine"), ("hours", "yours"),
        ("main", "name"), ("home", "phone"), ("fifteen", "sixteen"), ("fifty", "sixty"), ("fifteen", "sixty"),
        ("morning", "evening"), ("today", "Tuesday"), ("Tuesday", "Thursday"), ("in", "on"),
        ("cancel it", "confirm it"),
        ("English", "Spanish"), ("A", "B"), ("A", "D"), ("M", "B"), ("card", "car"), ("made", "mad"), ("mate", "mat"),
        ("hat", "hate"), ("bit", "bite"), ("not", "note"), ("cut", "cute"), ("pin", "pen"), ("new card", "blue card"),
        ("some mail", "sun nail"), ("account", "amount"), ("address", "a dress code"), ("reschedule", "schedule"),
        ("repair", "prepare"), ("order", "older"), ("opening hours", "opening ours please now"), ("able", "abel"),
        ("sound", "south"), ("key", "they"), ("move", "love"), ("said", "sad"), ("said", "sade"), ("tree", "three"),
        ("later", "latter"), ("diner", "dinner"), ("others", "offers"), ("head", "heat"), ("tune", "toon"),
    ])
    func `English words that a line tells apart are not`(first: String, second: String) throws {
        #expect(try InputSoundTests.similar(first, second, languages: "en-US") == [])
    }

    @Test(arguments: [
        ("sesenta", "setenta"), ("dos", "doce"), ("tres", "trece"), ("sí", "sé"), ("casa", "caza"), ("votar", "botar"),
        ("haya", "halla"), ("cien", "sien"), ("cita", "sita"), ("echo", "hecho"), ("hola", "ola"),
        ("la cama", "la cana"),
        ("vaca", "baca"), ("jeneral", "general"), ("haber", "a ver"),
    ])
    func `Spanish words of one sound, or of nearly one, are heard alike`(first: String, second: String) throws {
        #expect(try InputSoundTests.similar(first, second, languages: "es-US").count == 1)
    }

    @Test(arguments: [
        ("sí", "no"), ("ventas", "cuentas"), ("citas", "cartas"), ("hoy", "ayer"), ("pagar", "llegar"),
        ("confirmar", "cancelar la visita"), ("seis", "siete"), ("cinco", "quince"), ("gato", "gasto"),
        ("guía", "hoja"),
        ("caro", "carro"), ("pero", "perro"), ("inglés", "español"), ("operador", "operadora"),
    ])
    func `Spanish words that a line tells apart are not`(first: String, second: String) throws {
        #expect(try InputSoundTests.similar(first, second, languages: "es-US") == [])
    }

    @Test func `a language that the bot does not speak is not listened for`() throws {
        #expect(try InputSoundTests.similar("casa", "caza", languages: "en-US") == [])
        #expect(try InputSoundTests.similar("right", "write", languages: "es-US") == [])
        #expect(try InputSoundTests.similar("right", "write", languages: "fr-FR") == [])
        #expect(try InputSoundTests.similar("right", "write", languages: "en-US, es-US").count == 1)
        #expect(try InputSoundTests.similar("casa", "caza", languages: "en-US, es-US").count == 1)
    }

    @Test func `phrases of one option, and of options that do the same, are let be`() throws {
        #expect(
            try InputBots.lint(InputBots.menu("say: [right, write, rite]", "say: [left]")).of("similar-phrase") == []
        )
        let same = InputBots.menu("say: [right]", "say: [write]").replacing("go: goodbye}", with: "go: desk}")
        #expect(try InputBots.lint(same).of("similar-phrase") == [])
    }

    @Test func `the same phrase is told as a clash and not as a likeness`() throws {
        let findings = try InputBots.lint(InputBots.menu("say: [fifty]", "say: [\"50\"]"))
        #expect(findings.map(\.id) == ["clashing-phrase"])
    }

    @Test func `one option may have several such phrases, each told at its place`() throws {
        let findings = try InputBots.lint(
            InputBots.menu("say: [right, fifteen]", "say: [write, other, \"fifty!\"]")
        )
        #expect(findings.map(\.id) == ["similar-phrase", "similar-phrase"])
        #expect(
            findings.map(\.message) == [
                "'write' of option 'second' is heard like 'right' of option 'first'; use other words for one of them",
                "'fifty!' of option 'second' is heard like 'fifteen' of option 'first'; use other words for one of them",
            ]
        )
        #expect(findings.allSatisfy { $0.notes.count == 1 })
    }

    @Test func `a phrase heard like the opt-out's own is told`() throws {
        let findings = try InputBots.lint(
            InputBots.menu("say: [no mail]", "say: [other]", header: "opt_out: {say: [no male], ask: never}\n")
        )
        #expect(findings.map(\.id) == ["similar-phrase"])
        #expect(findings.first?.message.contains("the opt-out") == true)
    }
}
