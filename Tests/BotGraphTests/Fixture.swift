import BotGraph
import Foundation
import Telephony
import Testing

/// A bot file beside the tests, found from this file's own path.
struct Fixture: CustomTestStringConvertible, Sendable {
    let folder: String
    let name: String

    static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

    /// The bot files of a folder, sorted.
    static func all(in folder: String) -> [Fixture] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path())) ?? []
        return names.filter { $0.hasSuffix(".yaml") }.sorted().map {
            Fixture(folder: folder, name: String($0.dropLast(5)))
        }
    }

    var testDescription: String { "\(folder)/\(name)" }

    var text: String {
        get throws { try String(contentsOf: Fixture.root.appending(path: "\(folder)/\(name).yaml"), encoding: .utf8) }
    }

    var outputURL: URL { Fixture.root.appending(path: "\(folder)/\(name).out") }

    func load(prefix: String = "") throws -> BotLoader.Result {
        BotLoader.load(
            prefix + (try text),
            path: "\(name).yaml",
            version: BotVersion("0"),
            recordings: try Fixture.recordings
        )
    }

    /// `welcome` and `menus/main` in both languages, `english-only` in one.
    static var recordings: PromptCatalogue {
        get throws {
            let spanish = try #require(LanguageTag("es-US"))
            var catalogue = PromptCatalogue()
            for name in ["welcome", "menus/main", "english-only"] {
                let recording = try #require(RecordingName(name))
                catalogue[recording, .americanEnglish] = .init(path: "en-US/\(name).wav", duration: nil)
                if name == "english-only" { continue }
                catalogue[recording, spanish] = .init(path: "es-US/\(name).wav", duration: nil)
            }
            return catalogue
        }
    }
}

extension BotLoader.Result {
    /// One line for a finding, with its notes below, indented.
    var report: String {
        diagnostics.map { finding in
            let notes = finding.notes.map { "  \($0.location): note: \($0.message)\n" }
            return "\(finding)\n" + notes.joined()
        }.joined()
    }
}

/// Loads a bot from a text under the path `bot.yaml`, without a catalogue of recordings.
func load(_ text: String) -> BotLoader.Result {
    BotLoader.load(text, path: "bot.yaml", version: BotVersion("0"), recordings: nil)
}
