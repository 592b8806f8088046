package import BotGraph
package import Compliance
import Foundation

/// Reads the directory of an operator's schedules, `bots/schedules/`.
package enum ScheduleFiles {
    /// What a directory holds.
    package struct Reading: Sendable {
        /// The schedules without an error, in order of their files.
        package let schedules: [AvailabilitySchedule]
        package let diagnostics: [Diagnostic]
    }

    /// The directory's name beside the bots.
    package static let directoryName = "schedules"

    private static let largestFile = 1 << 20

    /// Reads every `NAME.yaml` of a directory in order of their names; without the directory there are no schedules.
    package static func load(directory: String, zones: ZoneDatabase) -> Reading {
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: directory, isDirectory: &isDirectory) else {
            return Reading(schedules: [], diagnostics: [])
        }
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: directory).sorted()
        } catch {
            let reason = isDirectory.boolValue ? error.localizedDescription : "it is no directory"
            return Reading(
                schedules: [],
                diagnostics: [finding("unreadable", "the schedules cannot be read: \(reason)", path: directory)]
            )
        }
        var schedules: [AvailabilitySchedule] = []
        var diagnostics: [Diagnostic] = []
        var places: [ScheduleKey: SourceLocation] = [:]
        for name in names where !name.hasPrefix(".") {
            let path = "\(directory)/\(name)"
            guard name.hasSuffix(".yaml") else {
                if name.hasSuffix(".yml") {
                    let message = "the file is not read; give it a name that ends in .yaml"
                    diagnostics.append(finding("not-read", message, path: path, severity: .warning))
                }
                continue
            }
            switch text(path) {
            case .failure(let failure):
                diagnostics.append(failure.diagnostic)
            case .success(let text):
                let file = ScheduleFile.read(text, path: path, zones: zones)
                diagnostics += file.diagnostics
                for entry in file.entries {
                    if let first = places[entry.schedule.key] {
                        let key = entry.schedule.key.text
                        diagnostics.append(ScheduleReader.clash(key, at: entry.location, first: first))
                        // Which of the two is meant is not known, so the key names neither.
                        schedules.removeAll { $0.key == entry.schedule.key }
                    } else {
                        places[entry.schedule.key] = entry.location
                        schedules.append(entry.schedule)
                    }
                }
            }
        }
        return Reading(schedules: schedules, diagnostics: diagnostics.sorted())
    }

    private struct Failure: Error {
        let diagnostic: Diagnostic
    }

    private static func text(_ path: String) -> Result<String, Failure> {
        let target = URL(filePath: path).resolvingSymlinksInPath().path(percentEncoded: false)
        do {
            let attributes = try FileManager.default.attributesOfItem(atPath: target)
            // A pipe or a device in a file's place would never end.
            guard attributes[.type] as? FileAttributeType == .typeRegular else {
                return .failure(Failure(diagnostic: finding("unreadable", "this is no regular file", path: path)))
            }
            guard (attributes[.size] as? NSNumber)?.intValue ?? 0 <= largestFile else {
                let message = "the file has more than \(largestFile) bytes"
                return .failure(Failure(diagnostic: finding("too-large", message, path: path)))
            }
            guard let text = String(validating: try Data(contentsOf: URL(filePath: path)), as: UTF8.self) else {
                return .failure(Failure(diagnostic: finding("not-utf-8", "the file is not UTF-8 text", path: path)))
            }
            return .success(text)
        } catch {
            let message = "the file cannot be read: \(error.localizedDescription)"
            return .failure(Failure(diagnostic: finding("unreadable", message, path: path)))
        }
    }

    private static func finding(
        _ id: String,
        _ message: String,
        path: String,
        severity: Diagnostic.Severity = .error
    ) -> Diagnostic {
        let location = SourceLocation(path: path, line: 1, column: 1)
        return Diagnostic(id: id, severity: severity, message: message, location: location)
    }
}
