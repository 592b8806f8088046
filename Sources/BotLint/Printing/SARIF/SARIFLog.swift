/// The parts of a SARIF 2.1.0 log that are written here, by the names of the standard.
///
/// Static Analysis Results Interchange Format (SARIF) Version 2.1.0, OASIS Standard with Errata 01,
/// https://docs.oasis-open.org/sarif/sarif/v2.1.0/.
struct SARIFLog: Encodable {
    enum CodingKeys: String, CodingKey {
        case schema = "$schema"
        case version
        case runs
    }

    var schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
    var version = "2.1.0"
    let runs: [Run]

    struct Run: Encodable {
        let tool: Tool
        let invocations: [Invocation]
        let artifacts: [Artifact]
        let results: [Result]
        let originalUriBaseIds: [String: Base]
        /// What a column counts.
        var columnKind = "unicodeCodePoints"
        /// What ends a line, as YAML 1.1 has it; longer ones first.
        var newlineSequences = ["\r\n", "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"]
    }

    struct Message: Encodable {
        let text: String
    }

    struct Base: Encodable {
        let description: Message
    }

    // MARK: - The tool

    struct Tool: Encodable {
        let driver: Driver
    }

    struct Driver: Encodable {
        let name: String
        let semanticVersion: String
        let rules: [Rule]
    }

    struct Rule: Encodable {
        let id: String
        let shortDescription: Message
        let fullDescription: Message
        let help: Help
        let defaultConfiguration: Level
        let properties: Properties
    }

    struct Help: Encodable {
        let text: String
        let markdown: String
    }

    struct Level: Encodable {
        let level: String
    }

    struct Properties: Encodable {
        enum CodingKeys: String, CodingKey {
            case tags
            case problemSeverity = "problem.severity"
        }

        let tags: [String]
        let problemSeverity: String
    }

    // MARK: - The run

    struct Invocation: Encodable {
        let executionSuccessful: Bool
        let exitCode: Int32
        let exitCodeDescription: String
        let toolExecutionNotifications: [Notification]
    }

    struct Notification: Encodable {
        let level: String
        let message: Message
        let locations: [Location]
    }

    struct Artifact: Encodable {
        let location: ArtifactLocation
        var roles = ["analysisTarget"]
    }

    struct ArtifactLocation: Encodable, Hashable {
        let uri: String
        let uriBaseId: String?
    }

    // MARK: - Results

    struct Result: Encodable {
        let ruleId: String
        let ruleIndex: Int?
        let level: String
        let message: Message
        let locations: [Location]
        let relatedLocations: [Location]?
        let partialFingerprints: [String: String]
        let fixes: [Fix]?
        let suppressions: [Suppression]
    }

    struct Location: Encodable {
        let id: Int?
        let physicalLocation: PhysicalLocation
        let message: Message?
    }

    struct PhysicalLocation: Encodable {
        let artifactLocation: ArtifactLocation
        let region: Region?
    }

    struct Region: Encodable {
        let startLine: Int
        let startColumn: Int
        let endLine: Int
        let endColumn: Int
    }

    struct Fix: Encodable {
        let description: Message
        let artifactChanges: [Change]
    }

    struct Change: Encodable {
        let artifactLocation: ArtifactLocation
        let replacements: [Replacement]
    }

    struct Replacement: Encodable {
        let deletedRegion: Region
        let insertedContent: Message
    }

    struct Suppression: Encodable {
        var kind = "inSource"
        var status = "accepted"
        let justification: String
        let location: Location
    }
}
