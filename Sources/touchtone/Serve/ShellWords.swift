import Foundation

/// What is printed for a person to type into a shell.
enum ShellWords {
    /// How this command was started, so that it can be started again in the same folder.
    static var command: String {
        let path = CommandLine.arguments.first ?? "touchtone"
        let folder = FileManager.default.currentDirectoryPath + "/"
        return quoted(path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : path)
    }

    /// The word, in quotes where the shell would not take it as it is.
    static func quoted(_ word: String) -> String {
        let plain = word.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                true
            default: "/._-+=:,@%".utf8.contains(byte)
            }
        }
        return plain && !word.isEmpty ? word : "'" + word.replacing("'", with: "'\\''") + "'"
    }
}
