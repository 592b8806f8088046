import BotGraph

/// A bot file in which `↓` stands before each place where a finding is expected.
struct MarkedSource {
    /// The file without the marks.
    let text: String
    /// The places that were marked.
    let places: [SourceLocation]

    static let path = "bots/example.yaml"

    init(_ marked: String) {
        var text = String.UnicodeScalarView()
        var places: [SourceLocation] = []
        var line = 1
        var column = 1
        for scalar in marked.unicodeScalars {
            if scalar == "↓" {
                places.append(SourceLocation(path: MarkedSource.path, line: line, column: column))
                continue
            }
            text.append(scalar)
            column += 1
            if scalar == "\n" {
                line += 1
                column = 1
            }
        }
        self.text = String(text)
        self.places = places
    }

    /// What the loader makes of the file.
    func load() -> BotLoader.Result {
        BotLoader.load(text, path: MarkedSource.path, version: BotVersion("test"), recordings: nil)
    }
}
