import Carrier
package import Compliance
package import Foundation

/// The rule data as it lies beside the program.
package struct RuleFiles: Sendable {
    package let book: RuleBook
    package let plan: NumberingPlan
    package let postal: PostalPrefixes

    /// Why the rules cannot be used; nobody is contacted without them.
    package enum Fault: Error, CustomStringConvertible {
        case missing(file: String, searched: [String])
        case unreadable(path: String, reason: String)
        case faulty(RuleFaults)

        package var description: String {
            switch self {
            case .missing(let file, let searched):
                "the rule data '\(file)' is not beside the program; searched \(searched.joined(separator: ", ")); "
                    + "install it there"
            case .unreadable(let path, let reason): "could not read the rule data '\(path)': \(reason)"
            case .faulty(let faults): faults.description
            }
        }
    }

    /// Reads the data from beside the program.
    package static func loaded() throws(Fault) -> RuleFiles { try outcome.get() }

    private static let outcome = Result { () throws(Fault) in
        guard let folder = folders.first(where: { FileManager.default.fileExists(atPath: $0.path) }) else {
            throw .missing(file: "Resources", searched: folders.map(\.path))
        }
        return try RuleFiles(folder: folder)
    }

    /// Reads and checks all tables of a folder.
    package init(folder: URL) throws(Fault) {
        var texts: [String: String] = [:]
        for file in RuleFiles.names + ["rules-date.txt"] { texts[file] = try RuleFiles.text(of: file, in: folder) }
        func source(_ file: String) -> RuleTables.Source { RuleTables.Source(texts[file] ?? "", file: file) }

        let line = (texts["rules-date.txt"] ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
        guard let date = CivilDate(line) else {
            let message = "'\(line.prefix(20))' is not a date like 2026-11-22"
            let finding = RuleFinding(file: "rules-date.txt", line: 1, column: 1, id: "rule-date", message: message)
            throw .faulty(RuleFaults([finding]))
        }
        let version = RuleVersion(date: date, digest: RuleFiles.digest(texts))
        let tables = RuleTables(
            federal: source("tcpa-federal.csv"),
            states: source("tcpa-windows.csv"),
            earlier: source("tcpa-windows-earlier.csv"),
            automated: source("tcpa-windows-automated.csv"),
            canada: source("tcpa-windows-canada.csv"),
            exceptions: source("tcpa-exceptions.csv"),
            disclosures: source("tcpa-disclosures.csv"),
            exemptions: source("tcpa-exemptions.csv")
        )
        book = try RuleFiles.take(tables.book(version: version))
        plan = try RuleFiles.take(
            NumberingPlan.parse(areaCodes: source("nanp.csv"), regionZones: source("region-zones.csv"))
        )
        let postal = source("zip-prefixes.csv")
        self.postal = try RuleFiles.take(PostalPrefixes.parse(postal.text, file: postal.file))
    }

    /// The tables' names; what a folder of rule data has to hold beside `rules-date.txt`.
    package static let names = [
        "nanp.csv", "region-zones.csv", "tcpa-disclosures.csv", "tcpa-exceptions.csv", "tcpa-exemptions.csv",
        "tcpa-federal.csv", "tcpa-windows-automated.csv", "tcpa-windows-canada.csv", "tcpa-windows-earlier.csv",
        "tcpa-windows.csv", "zip-prefixes.csv",
    ]

    private static func take<Value>(_ result: Result<Value, RuleFaults>) throws(Fault) -> Value {
        switch result {
        case .success(let value): return value
        case .failure(let faults): throw .faulty(faults)
        }
    }

    private static func text(of file: String, in folder: URL) throws(Fault) -> String {
        let path = folder.appendingPathComponent(file)
        guard FileManager.default.fileExists(atPath: path.path) else {
            throw .missing(file: file, searched: [folder.path])
        }
        do { return try String(contentsOf: path, encoding: .utf8) } catch {
            throw .unreadable(path: path.path, reason: "\(error.localizedDescription)")
        }
    }

    /// The first twelve digits of the SHA-256 over the tables' names and texts.
    private static func digest(_ texts: [String: String]) -> String {
        let all = texts.sorted { $0.key < $1.key }.map { "\($0.key)\n\($0.value)" }.joined(separator: "\n")
        return String(Digest.sha256Hex(Array(all.utf8)).prefix(12))
    }

    /// Where the build puts this target's resources: in a folder beside the program, or in a bundle inside it.
    ///
    /// `Bundle.module` looks there too, but stops the program where it finds nothing.
    private static var folders: [URL] {
        let beside = [Bundle.main.bundleURL, Bundle.main.resourceURL].compactMap { $0 }
        var places: [URL] = []
        for folder in beside {
            for name in ["touchtone_ComplianceFiles.resources", "touchtone_ComplianceFiles.bundle"] {
                let place = folder.appendingPathComponent(name).appendingPathComponent("Resources")
                if !places.contains(place) { places.append(place) }
            }
        }
        return places
    }
}
