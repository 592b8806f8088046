package import Compliance
import Foundation

/// Puts the gate together from the files it rests on: the rule data, the operator's file, and the system's time zones.
package enum GateFiles {
    /// Reads everything and checks it.
    ///
    /// - Parameters:
    ///   - operatorFile: The path of the operator's own rules; nil where there are none.
    ///   - zoneRoot: The folder of the tz database.
    /// - Returns: The gate.
    /// - Throws: What is missing or wrong. Without all of it nobody is contacted.
    package static func gate(
        operatorFile: String? = nil,
        zoneRoot: String = ZoneFiles.systemRoot
    ) throws -> Gate {
        let rules = try RuleFiles.loaded()
        let names = try ZoneFiles.names(root: zoneRoot)
        let (book, plan) =
            try operatorFile.map { try amended(rules, by: $0, zones: Set(names)) } ?? (rules.book, rules.plan)
        let zones = try ZoneFiles.load(root: zoneRoot, names: Set(names).union(plan.zones).sorted())
        let places = PlaceFinder(plan: plan, postal: rules.postal) { zone, other in
            zones.keepsSameClock(zone, as: other, from: sameClockYears.lowerBound, to: sameClockYears.upperBound)
        }
        return Gate(book: book, zones: zones, places: places)
    }

    /// Clocks that have agreed since, and will for as long as the data says, are taken for one.
    private static let sameClockYears = 2_007...2_099
}

extension GateFiles {
    /// The rules and the area codes with the operator's own on top.
    private static func amended(
        _ rules: RuleFiles,
        by path: String,
        zones: Set<ZoneID>
    ) throws -> (RuleBook, NumberingPlan) {
        let text: String
        do { text = try String(contentsOfFile: path, encoding: .utf8) } catch {
            throw GateFileError.unreadable(path: path, reason: error.localizedDescription)
        }
        let own = try OperatorFile.read(text, path: path, over: rules.book) { zones.contains($0) }.get()
        return (rules.book.applying(own), rules.plan.adding(own.areaCodes))
    }
}

/// Why a file that the gate needs cannot be read.
package enum GateFileError: Error, Hashable, Sendable, CustomStringConvertible {
    case unreadable(path: String, reason: String)

    package var description: String {
        switch self {
        case .unreadable(let path, let reason): "could not read '\(path)': \(reason)"
        }
    }
}
