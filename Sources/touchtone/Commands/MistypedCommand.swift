import ArgumentParser
import BotGraph

/// A word where a subcommand is expected that is none.
struct MistypedCommand: CustomStringConvertible {
    let word: String
    /// The words before it.
    let path: [String]
    /// The subcommands there are at that place.
    let names: [String]

    /// The first of the words that should be a command and is none; nil when they name a command as far as commands go.
    static func find(in words: [String]) -> MistypedCommand? {
        var commands = Touchtone.configuration.subcommands
        var path = ["touchtone"]
        for word in words {
            guard !commands.isEmpty, !word.hasPrefix("-"), word != "help" else { return nil }
            let configurations = commands.map { $0.configuration }
            guard let next = configurations.first(where: { $0.commandName == word }) else {
                let names = configurations.filter(\.shouldDisplay).compactMap(\.commandName)
                return MistypedCommand(word: word, path: path, names: names)
            }
            commands = next.subcommands
            path.append(word)
        }
        return nil
    }

    var description: String {
        let hint = LocatedYAML.didYouMean(word, among: names).map { "; \($0)" } ?? "."
        return "There is no command '\(word)'\(hint) The commands are: \(names.joined(separator: ", ")). "
            + "See '\(path.joined(separator: " ")) --help'."
    }
}
