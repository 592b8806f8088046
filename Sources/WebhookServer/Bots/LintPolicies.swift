import BotGraph
package import BotLint
package import Compliance
import Foundation

/// Finds how each bot file is judged: by the lint configuration nearest to it, on a day.
///
/// The lint command and the server look in the same places, so that what passes the one is served by the other.
package struct LintPolicies {
    /// A configuration, and where it was found.
    private struct Found {
        let configuration: LintConfiguration
        /// The names of the folders above it, from the root.
        let folder: [String]
    }

    private let selection: Set<String>?
    private let provider: ProviderName?
    private let today: CivilDate
    private let named: Found?
    private let workingFolder: [String]
    /// What was found for a folder, so that each file is read once.
    private var known: [[String]: Found?] = [:]

    /// - Parameters:
    ///   - selection: The names of the findings that are asked for; nil for all.
    ///   - provider: Whose calls the bots answer, before what a configuration says.
    ///   - file: The configuration for all bots; nil to look for the nearest one to each.
    ///   - today: The day; the one of the system's clock in UTC unless another is given.
    /// - Throws: When the configuration that is named cannot be read, or is wrong.
    package init(
        selection: Set<String>? = nil,
        provider: ProviderName? = nil,
        file: String? = nil,
        today: CivilDate = .utcToday
    ) throws(BotFilesError) {
        self.selection = selection
        self.provider = provider
        self.today = today
        workingFolder = LintPolicies.names(of: FileManager.default.currentDirectoryPath)
        guard let file else {
            named = nil
            return
        }
        let names = LintPolicies.names(of: LintPolicies.absolute(file))
        named = Found(configuration: try LintPolicies.read(file), folder: Array(names.dropLast()))
    }

    /// How the bot file at a path is judged.
    package mutating func policy(for path: String) throws(BotFilesError) -> LintPolicy {
        let names = LintPolicies.names(of: LintPolicies.absolute(path))
        let found = if let named { named } else { try nearest(to: Array(names.dropLast())) }
        let below = found.flatMap { found -> String? in
            guard names.starts(with: found.folder) else { return nil }
            return names.dropFirst(found.folder.count).joined(separator: "/")
        }
        return LintPolicy(
            found?.configuration ?? .none,
            for: below,
            selection: selection,
            provider: provider,
            today: today,
            names: .served
        )
    }

    private mutating func nearest(to folder: [String]) throws(BotFilesError) -> Found? {
        if let found = known[folder] { return found }
        var found: Found?
        for folder in searched(from: folder) {
            let path = LintPolicies.path(of: folder + [LintConfiguration.fileName])
            guard FileManager.default.fileExists(atPath: path) else { continue }
            let isBelow = folder.starts(with: workingFolder)
            let shown = isBelow ? (folder.dropFirst(workingFolder.count) + [LintConfiguration.fileName]) : nil
            let configuration = try LintPolicies.read(shown.map { $0.joined(separator: "/") } ?? path)
            found = Found(configuration: configuration, folder: folder)
            break
        }
        known[folder] = .some(found)
        return found
    }

    /// The folders that may hold the configuration, nearest first: up to the root of the repository, else up to the working
    /// folder, else two above.
    private func searched(from folder: [String]) -> [[String]] {
        let folders = (0...folder.count).reversed().map { Array(folder.prefix($0)) }
        let root = folders.firstIndex {
            FileManager.default.fileExists(atPath: LintPolicies.path(of: $0 + [".git"]))
        }
        let last = root ?? folders.firstIndex(of: workingFolder) ?? 2
        return Array(folders.prefix(last + 1))
    }

    private static func read(_ path: String) throws(BotFilesError) -> LintConfiguration {
        let bytes: [UInt8]
        do { bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: path))) } catch {
            throw .unreadable(path: path, reason: error.localizedDescription)
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw .unreadable(path: path, reason: "the file is not UTF-8 text; save it as UTF-8")
        }
        let (configuration, findings) = LintConfiguration.read(text, path: path, names: .served)
        guard findings.isEmpty else { throw .misconfigured(findings: findings) }
        return configuration
    }

    private static func absolute(_ path: String) -> String {
        path.hasPrefix("/") ? path : "\(FileManager.default.currentDirectoryPath)/\(path)"
    }

    /// The names on the way from the root, without those that lead nowhere or back.
    private static func names(of path: String) -> [String] {
        path.split(separator: "/").reduce(into: []) { names, name in
            switch name {
            case ".": break
            case "..": _ = names.popLast()
            default: names.append(String(name))
            }
        }
    }

    private static func path(of names: [String]) -> String { "/" + names.joined(separator: "/") }
}

extension CivilDate {
    /// The day of the system's clock, in UTC.
    package static var utcToday: CivilDate {
        CivilDate(days: Int((Date().timeIntervalSince1970 / 86_400).rounded(.down))) ?? .latest
    }
}

extension RuleNames {
    /// The names of everything that is found in files of bots.
    package static let served = RuleNames(
        rules: RuleNames.all.rules,
        checks: RuleNames.all.checks.union(BotFileCheck.allCases.map(\.rawValue))
    )
}
