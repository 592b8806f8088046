package import BotGraph
import CallEngine
import Telephony

extension Recording {
    /// The largest file that is read: the longest call there can be, each of its documents as large as a provider takes.
    package static let maximumBytes = 64 * 1_024 * 1_024

    /// How many findings are told of one file.
    static let maximumFindings = 20

    /// Reads a recording.
    ///
    /// - Parameters:
    ///   - text: The file's text.
    ///   - path: The file, as findings name it.
    /// - Returns: The recording, or all that is wrong with it.
    package static func read(_ text: String, path: String) -> Result<Recording, RecordingFindings> {
        read(bytes: [UInt8](text.utf8), path: path)
    }

    /// Reads a recording, and tells also what is no UTF-8.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - path: The file, as findings name it.
    /// - Returns: The recording, or all that is wrong with it.
    package static func read(bytes: [UInt8], path: String) -> Result<Recording, RecordingFindings> {
        var reader = RecordingReader(bytes: bytes, path: path)
        return reader.read()
    }
}

/// What is wrong with a recording; never empty.
package struct RecordingFindings: Error, Hashable, Sendable {
    package let diagnostics: [Diagnostic]
}

extension RecordingFindings: CustomStringConvertible {
    package var description: String { diagnostics.map(\.description).joined(separator: "\n") }
}

/// Takes a file apart, line by line.
///
/// Every line is read, so that all that is wrong is told at once.
private struct RecordingReader {
    let path: String
    var json: JSONReader
    var line = 0
    var findings: [Diagnostic] = []

    init(bytes: [UInt8], path: String) {
        self.path = path
        json = JSONReader(bytes)
    }

    mutating func read() -> Result<Recording, RecordingFindings> {
        guard json.bytes.count <= Recording.maximumBytes else {
            let size =
                "\(json.bytes.count) bytes are more than a recording has, which is \(Recording.maximumBytes) at most"
            return failure(JSONFault(.tooLarge, size, at: 0), lineStart: 0)
        }
        // Some editors put a byte order mark in front.
        if json.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { json.advance(by: 3) }
        var header: Recording.Header?
        var entries: [Recording.Entry] = []
        var lines: [Int] = []
        var order = RecordingOrder()
        var isHeaderDue = true
        while !json.isAtEnd, findings.count < Recording.maximumFindings {
            line += 1
            let start = json.position
            json.skipSpace()
            if json.current == nil {
                json.skipLine()
                continue
            }
            do throws(JSONFault) {
                if isHeaderDue {
                    isHeaderDue = false
                    header = try json.recordingHeader()
                } else {
                    let offset = json.position
                    let entry = try json.recordingEntry(isHandMade: header?.origin == .handMade)
                    try order.check(entry, at: offset)
                    entries.append(entry)
                    lines.append(line)
                }
                try json.finishLine()
            } catch {
                findings.append(diagnostic(error, lineStart: start))
                json.skipLine()
                // Without a header nothing that follows can be judged.
                if isHeaderDue == false, header == nil { break }
            }
        }
        guard findings.isEmpty else { return .failure(RecordingFindings(diagnostics: findings)) }
        guard let header else {
            return failure(
                JSONFault(.missingKey, "the file is empty; its first line is \(Recording.headerExample)", at: 0),
                lineStart: 0
            )
        }
        guard !entries.isEmpty else {
            let lineStart = json.bytes.count
            return failure(
                JSONFault(.order, "there is no event behind the header", at: lineStart),
                lineStart: lineStart
            )
        }
        return .success(Recording(path: path, header: header, entries: entries, lines: lines))
    }

    private mutating func failure(_ fault: JSONFault, lineStart: Int) -> Result<Recording, RecordingFindings> {
        line = max(1, line)
        return .failure(RecordingFindings(diagnostics: [diagnostic(fault, lineStart: lineStart)]))
    }

    private func diagnostic(_ fault: JSONFault, lineStart: Int) -> Diagnostic {
        let end = min(fault.offset, json.bytes.count)
        // Columns count characters; the bytes 10xxxxxx go on with one.
        let column = lineStart < end ? json.bytes[lineStart..<end].count { $0 & 0xC0 != 0x80 } : 0
        return Diagnostic(
            id: fault.id,
            severity: .error,
            message: fault.message,
            location: SourceLocation(path: path, line: line, column: column + 1)
        )
    }
}

/// What holds between the lines of a recording: one call, from its start, forward in time.
private struct RecordingOrder {
    private var call: CallID?
    private var at: Instant?
    private var step = 0

    mutating func check(_ entry: Recording.Entry, at offset: Int) throws(JSONFault) {
        if let at, entry.at < at {
            throw JSONFault(
                .order,
                "this event comes before the one above it, at \(at); events stand in the order they were handled",
                at: offset
            )
        }
        at = entry.at
        let isApplied = if case .applied = entry.outcome { true } else { false }
        switch entry.event {
        case .started(let start):
            if let call, call != start.call {
                throw JSONFault(.order, "a second call starts here; a recording has one call", at: offset)
            }
            guard isApplied == (call == nil) else {
                throw JSONFault(
                    .order,
                    isApplied
                        ? "the call starts a second time; a repeated start is 'refused': 'already-started'"
                        : "the first start of a call is not refused",
                    at: offset
                )
            }
            call = start.call
        case .input(let step, _), .forwardEnded(let step, _):
            try requireStart(at: offset)
            guard isApplied else { return }
            guard step >= self.step else {
                throw JSONFault(
                    .order,
                    "step \(step) is answered behind step \(self.step); a late answer is 'refused': 'stale'",
                    at: offset
                )
            }
            self.step = step
        case .statusChanged: try requireStart(at: offset)
        }
    }

    private func requireStart(at offset: Int) throws(JSONFault) {
        guard call == nil else { return }
        throw JSONFault(.order, "the first event of a recording is of type 'started'", at: offset)
    }
}
