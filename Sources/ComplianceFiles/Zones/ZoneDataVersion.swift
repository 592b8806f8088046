import Carrier
import Compliance
import Foundation

/// Which version of the tz data a directory holds.
enum ZoneDataVersion {
    /// The version that the directory states, such as `2026a`.
    ///
    /// tz's own installation writes `+VERSION` or `version`; distributions leave `tzdata.zi`, whose first line has it.
    static func stated(root: String) -> String? {
        for file in ["+VERSION", "version"] {
            if let line = firstLine("\(root)/\(file)"), let version = version(line) { return version }
        }
        guard let line = firstLine("\(root)/tzdata.zi"), line.hasPrefix("# version ") else { return nil }
        return version(String(line.dropFirst("# version ".count)))
    }

    /// A version made from the files themselves, for a directory that states none.
    static func digest(_ files: [ZoneID: [UInt8]]) -> String {
        var all: [UInt8] = []
        for (zone, bytes) in files.sorted(by: { $0.key < $1.key }) {
            // The lengths keep two sets of files from running into the same bytes.
            all += Array("\(zone.text) \(bytes.count)\n".utf8)
            all += bytes
        }
        return "sha256:" + Digest.sha256Hex(all)
    }

    private static func firstLine(_ path: String) -> String? {
        guard let file = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? file.close() }
        guard let start = try? file.read(upToCount: 256) else { return nil }
        return String(decoding: start.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }, as: UTF8.self)
    }

    /// A version is one short word; anything else in its place is not believed.
    private static func version(_ text: String) -> String? {
        let word = text.trimmingCharacters(in: .whitespaces)
        guard (1...40).contains(word.utf8.count),
            word.utf8.allSatisfy({ $0 > UInt8(ascii: " ") && $0 < 127 })
        else { return nil }
        return word
    }
}
