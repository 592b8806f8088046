import BotGraph
import Compliance

/// A finding as a SARIF result.
struct SARIFResult {
    private let finding: Diagnostic
    private let suppressed: SuppressedFinding?
    private let index: Int?
    private let texts: [String: BotText]

    init(_ finding: Diagnostic, _ suppressed: SuppressedFinding?, index: Int?, texts: [String: BotText]) {
        self.finding = finding
        self.suppressed = suppressed
        self.index = index
        self.texts = texts
    }

    func result(fingerprint: String) -> SARIFLog.Result {
        let notes = finding.notes.enumerated().map { number, note in
            location(note.location, length: 1, id: number + 1, message: note.message)
        }
        return SARIFLog.Result(
            ruleId: finding.id,
            ruleIndex: index,
            level: finding.severity.rawValue,
            message: .init(plain: finding.message),
            locations: [location(finding.location, length: finding.length)],
            relatedLocations: notes.isEmpty ? nil : notes,
            partialFingerprints: [FindingFingerprints.name: fingerprint],
            fixes: finding.fix.map { [fix($0)] },
            // Either every result says how it is suppressed or none does (3.27.23), and so an empty list says it is not.
            suppressions: suppressed.map { [suppression($0)] } ?? []
        )
    }

    private func suppression(_ suppressed: SuppressedFinding) -> SARIFLog.Suppression {
        let until = suppressed.until.map { " (until \($0))" } ?? ""
        return SARIFLog.Suppression(
            justification: suppressed.reason + until,
            location: location(suppressed.location, length: 1)
        )
    }

    private func fix(_ fix: BotGraph.Fix) -> SARIFLog.Fix {
        let paths = Array(Set(fix.edits.map(\.location.path))).sorted()
        return SARIFLog.Fix(
            description: .init(plain: fix.title),
            artifactChanges: paths.map { path in
                SARIFLog.Change(
                    artifactLocation: .init(path: path),
                    replacements: fix.edits.filter { $0.location.path == path }.map { edit in
                        SARIFLog.Replacement(
                            deletedRegion: .init(FilePlace(edit.location, length: edit.length, in: texts[path])),
                            insertedContent: .init(text: edit.replacement)
                        )
                    }
                )
            }
        )
    }

    private func location(
        _ location: SourceLocation,
        length: Int,
        id: Int? = nil,
        message: String? = nil
    ) -> SARIFLog.Location {
        let place = FilePlace(location, length: length, in: texts[location.path])
        // A file that was not read has no places.
        let isKnown = texts[location.path] != nil || place.startLine > 1 || place.startColumn > 1
        return SARIFLog.Location(
            id: id,
            physicalLocation: .init(
                artifactLocation: .init(path: location.path),
                region: isKnown ? .init(place) : nil
            ),
            message: message.map(SARIFLog.Message.init(plain:))
        )
    }
}

extension SARIFLog.Message {
    /// Text without placeholders, in which braces are doubled (3.11.5).
    init(plain text: String) {
        self.text = text.replacing("{", with: "{{").replacing("}", with: "}}")
    }
}

extension SARIFLog.Region {
    init(_ place: FilePlace) {
        startLine = place.startLine
        startColumn = place.startColumn
        endLine = place.endLine
        endColumn = place.endColumn
    }
}

extension SARIFLog.ArtifactLocation {
    /// What relative paths start from: the name that code scanning gives the root of the sources.
    static let base = "%SRCROOT%"

    /// A path as RFC 3986 writes it.
    init(path: String) {
        let location = SourceLocation(path: path, line: 1, column: 1)
        let encoded = location.plainPath.utf8.map { byte in
            SARIFLog.ArtifactLocation.isPlain(byte)
                ? String(UnicodeScalar(byte)) : SARIFLog.ArtifactLocation.escape(byte)
        }.joined()
        let isAbsolute = path.hasPrefix("/")
        uri = isAbsolute ? "file://\(encoded)" : encoded
        uriBaseId = isAbsolute ? nil : SARIFLog.ArtifactLocation.base
    }

    /// The unreserved characters and the slash; a colon in the first name would be taken for the end of a scheme.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E, 0x2F: true
        default: false
        }
    }

    private static func escape(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return "%" + (digits.count == 1 ? "0" : "") + digits
    }
}
