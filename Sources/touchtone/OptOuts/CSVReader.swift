/// Reads comma-separated records one after another, as RFC 4180 has them, and goes on after one that is broken.
///
/// A byte order mark is skipped. A line ends with CR LF, LF or CR. Every cell knows its place.
struct CSVReader {
    struct Cell {
        let text: String
        let line: Int
        /// From 1, counted in Unicode scalars.
        let column: Int
    }

    /// What is wrong with a record, at its place.
    struct Fault: Error, Hashable {
        let line: Int
        let column: Int
        let id: String
        let message: String
    }

    /// No cell is longer: a quote that is never closed must not swallow a file.
    private static let longestCell = 65_536

    private let bytes: [UInt8]
    private var index = 0
    private var line = 1
    private var column = 1
    /// The bytes of the line that was last found broken.
    private(set) var lastLine: ArraySlice<UInt8> = []

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    }

    /// The next record or what is wrong with it; nil at the end.
    ///
    /// Blank lines are no records.
    mutating func next() -> Result<[Cell], Fault>? {
        while index < bytes.count, isBreak { endLine() }
        guard index < bytes.count else { return nil }
        let start = (index: index, line: line)
        do {
            return .success(try record())
        } catch {
            // The line on which the record began is lost and no other: the next may be sound.
            (index, line, column) = (start.index, start.line, 1)
            while index < bytes.count, !isBreak { index += 1 }
            lastLine = bytes[start.index..<index]
            endLine()
            return .failure(error)
        }
    }

    /// The cells of a broken line by its commas alone, for what may be told of it in spite of its quotes and letters.
    static func roughCells(_ bytes: ArraySlice<UInt8>, line: Int) -> [Cell] {
        bytes.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).enumerated().map { place, part in
            let text = String(decoding: part.filter { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
            return Cell(text: text, line: line, column: place + 1)
        }
    }

    private mutating func record() throws(Fault) -> [Cell] {
        var cells = [try cell()]
        while index < bytes.count, bytes[index] == UInt8(ascii: ",") {
            advance()
            cells.append(try cell())
        }
        endLine()
        return cells
    }

    private mutating func cell() throws(Fault) -> Cell {
        let place = (line: line, column: column)
        let content: [UInt8]
        if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
            content = try quoted(from: place)
        } else {
            let start = index
            while index < bytes.count, bytes[index] != UInt8(ascii: ","), !isBreak {
                if bytes[index] == UInt8(ascii: "\"") {
                    throw fault(
                        "csv-quote",
                        "a quote stands inside a bare cell; quote the whole cell and double the quote"
                    )
                }
                advance()
            }
            content = Array(bytes[start..<index])
        }
        guard let text = String(validating: content, as: UTF8.self) else {
            throw Fault(
                line: place.line,
                column: place.column,
                id: "csv-encoding",
                message: "the cell is not UTF-8; save the file as UTF-8"
            )
        }
        return Cell(text: text, line: place.line, column: place.column)
    }

    private mutating func quoted(from place: (line: Int, column: Int)) throws(Fault) -> [UInt8] {
        advance()
        var content: [UInt8] = []
        while index < bytes.count, content.count <= CSVReader.longestCell {
            if bytes[index] == UInt8(ascii: "\"") {
                advance()
                guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else {
                    guard index == bytes.count || bytes[index] == UInt8(ascii: ",") || isBreak else {
                        // What closes on a later line in the middle of a cell is more likely the quote of another.
                        guard line == place.line else { throw CSVReader.unclosed(place) }
                        throw fault(
                            "csv-quote",
                            "after the closing quote comes more than a comma; double a quote that is meant as one"
                        )
                    }
                    return content
                }
            }
            content.append(bytes[index])
            advance()
        }
        throw CSVReader.unclosed(place)
    }

    private static func unclosed(_ place: (line: Int, column: Int)) -> Fault {
        Fault(
            line: place.line,
            column: place.column,
            id: "csv-quote",
            message: "the quote that opens here is not closed"
        )
    }

    private var isBreak: Bool { bytes[index] == UInt8(ascii: "\n") || bytes[index] == UInt8(ascii: "\r") }

    private mutating func endLine() {
        if index < bytes.count, bytes[index] == UInt8(ascii: "\r") { index += 1 }
        if index < bytes.count, bytes[index] == UInt8(ascii: "\n") { index += 1 }
        line += 1
        column = 1
    }

    /// Moves on by a byte inside a cell, keeping count of the place.
    private mutating func advance() {
        if isBreak {
            // The two bytes of a CR LF are one line.
            if bytes[index] == UInt8(ascii: "\n") || index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n")
            {
                line += 1
                column = 1
            }
        } else if bytes[index] & 0xC0 != 0x80 {
            column += 1
        }
        index += 1
    }

    private func fault(_ id: String, _ message: String) -> Fault {
        Fault(line: line, column: column, id: id, message: message)
    }
}
