import Foundation

/// A folder with a suppression list, and the command run on it.
struct OptOutsSite: ~Copyable {
    let folder: ScratchFolder

    init() throws {
        folder = try ScratchFolder()
    }

    func run(_ words: String..., input: String = "") throws -> CommandRun {
        try CommandRun(
            list: ["opt-outs"] + words,
            input: input,
            in: folder.path,
            environment: ["TOUCHTONE_DATABASE": "list.sqlite", "USER": "ann"]
        )
    }

    func read(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/\(name)")), as: UTF8.self)
    }

    func write(_ bytes: [UInt8], to name: String) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: "\(folder.path)/\(name)"))
    }
}
