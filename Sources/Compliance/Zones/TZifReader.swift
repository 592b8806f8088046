/// The parts of TZif data that say where a clock is set (RFC 9636), before they are made into ``ZoneRules``.
struct TZifContents {
    /// Transitions in seconds since 1970, without leap seconds, strictly ascending.
    var times: [Int64] = []
    /// The offset from each transition on.
    var offsets: [Int] = []
    /// The offset before the first transition.
    var initialOffset = 0
    /// The TZ string for the time after the last transition; nil in version 1 or where it is empty.
    var rule: [UInt8]?
}

/// One reading of TZif data.
///
/// Every count is checked against the bytes that are there before anything is read by it.
struct TZifReader {
    private let bytes: [UInt8]
    private var position = 0

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func contents() throws(ZoneDataError) -> TZifContents {
        let first = try header()
        guard first.version != 0 else { return try block(first, timeSize: 4) }
        // From version 2 on the first block is for readers of version 1 only.
        try skip(first.size(timeSize: 4))
        let second = try header()
        var contents = try block(second, timeSize: 8)
        contents.rule = try footer()
        return contents
    }

    private struct Header {
        let version: UInt8
        let isUTCount: Int
        let isStandardCount: Int
        let leapCount: Int
        let timeCount: Int
        let typeCount: Int
        let nameCount: Int

        /// The size of the block that follows; counts have 32 bits, so that nothing overflows here.
        func size(timeSize: Int) -> Int {
            timeCount * (timeSize + 1) + typeCount * 6 + nameCount + leapCount * (timeSize + 4) + isStandardCount
                + isUTCount
        }
    }

    private mutating func header() throws(ZoneDataError) -> Header {
        try need(44)
        guard bytes[position..<position + 4].elementsEqual("TZif".utf8) else { throw .notTZif }
        let version = bytes[position + 4]
        guard version == 0 || (UInt8(ascii: "2")...UInt8(ascii: "4")).contains(version) else {
            throw .unknownVersion(version)
        }
        position += 20
        return Header(
            version: version,
            isUTCount: Int(read(UInt32.self)),
            isStandardCount: Int(read(UInt32.self)),
            leapCount: Int(read(UInt32.self)),
            timeCount: Int(read(UInt32.self)),
            typeCount: Int(read(UInt32.self)),
            nameCount: Int(read(UInt32.self))
        )
    }

    private mutating func block(_ header: Header, timeSize: Int) throws(ZoneDataError) -> TZifContents {
        guard (1...256).contains(header.typeCount) else {
            throw .badCount(field: "number of local time types", count: header.typeCount)
        }
        guard header.nameCount > 0 else { throw .badCount(field: "number of name characters", count: 0) }
        for (field, count) in [
            ("number of UT indicators", header.isUTCount),
            ("number of standard indicators", header.isStandardCount),
        ] where count != 0 && count != header.typeCount {
            throw .badCount(field: field, count: count)
        }
        try need(header.size(timeSize: timeSize))

        var times: [Int64] = []
        times.reserveCapacity(header.timeCount)
        for index in 0..<header.timeCount {
            let time = timeSize == 4 ? Int64(read(Int32.self)) : read(Int64.self)
            if let last = times.last, time <= last { throw .transitionsOutOfOrder(index: index) }
            times.append(time)
        }
        let typeIndices = bytes[position..<position + header.timeCount]
        position += header.timeCount
        let types = try types(header)
        position += header.nameCount
        let leaps = try leapSeconds(header.leapCount, timeSize: timeSize)
        try indicators(header)

        var contents = TZifContents()
        contents.initialOffset = types[0]
        for index in typeIndices {
            guard Int(index) < types.count else { throw .badType(index: Int(index), types: types.count) }
            contents.offsets.append(types[Int(index)])
        }
        contents.times = TZifReader.withoutLeapSeconds(times, leaps)
        return contents
    }

    /// The offset of each local time type.
    private mutating func types(_ header: Header) throws(ZoneDataError) -> [Int] {
        var types: [Int] = []
        for _ in 0..<header.typeCount {
            let offset = Int(read(Int32.self))
            guard ZoneRules.offsetRange.contains(offset) else { throw .offsetOutOfRange(offset) }
            let isDaylight = read(UInt8.self)
            guard isDaylight <= 1 else { throw .badIndicator(field: "daylight time", value: isDaylight) }
            let name = Int(read(UInt8.self))
            guard name < header.nameCount else { throw .badName(index: name, characters: header.nameCount) }
            types.append(offset)
        }
        return types
    }

    private struct LeapSecond {
        let time: Int64
        let correction: Int64
    }

    private mutating func leapSeconds(_ count: Int, timeSize: Int) throws(ZoneDataError) -> [LeapSecond] {
        var leaps: [LeapSecond] = []
        for index in 0..<count {
            let time = timeSize == 4 ? Int64(read(Int32.self)) : read(Int64.self)
            if let last = leaps.last, time <= last.time { throw .leapSecondsOutOfOrder(index: index) }
            leaps.append(LeapSecond(time: time, correction: Int64(read(Int32.self))))
        }
        return leaps
    }

    /// The times of data that count leap seconds, as every other clock of the system counts them.
    private static func withoutLeapSeconds(_ times: [Int64], _ leaps: [LeapSecond]) -> [Int64] {
        guard !leaps.isEmpty else { return times }
        var passed = leaps[...]
        var correction: Int64 = 0
        return times.map { time in
            while let leap = passed.first, leap.time <= time {
                correction = leap.correction
                passed.removeFirst()
            }
            let (corrected, overflows) = time.subtractingReportingOverflow(correction)
            return overflows ? time : corrected
        }
    }

    /// The indicators say how a TZ string without its rules should be read; we ask for the rules.
    private mutating func indicators(_ header: Header) throws(ZoneDataError) {
        for field in bytes[position..<position + header.isStandardCount + header.isUTCount] where field > 1 {
            throw .badIndicator(field: "standard time or UT", value: field)
        }
        position += header.isStandardCount + header.isUTCount
    }

    private mutating func footer() throws(ZoneDataError) -> [UInt8]? {
        let newline = UInt8(ascii: "\n")
        guard position < bytes.count, bytes[position] == newline,
            let end = bytes[(position + 1)...].firstIndex(of: newline)
        else { throw .badFooter }
        let text = Array(bytes[position + 1..<end])
        return text.isEmpty ? nil : text
    }

    private mutating func skip(_ count: Int) throws(ZoneDataError) {
        try need(count)
        position += count
    }

    private func need(_ count: Int) throws(ZoneDataError) {
        guard bytes.count - position >= count else {
            throw .truncated(needed: position + count, found: bytes.count)
        }
    }

    /// A big-endian number that ``need(_:)`` has found to be there.
    private mutating func read<Number: FixedWidthInteger>(_: Number.Type) -> Number {
        var value: Number = 0
        for byte in bytes[position..<position + Number.bitWidth / 8] {
            value =
                Number.bitWidth == 8 ? Number(truncatingIfNeeded: byte) : value << 8 | Number(truncatingIfNeeded: byte)
        }
        position += Number.bitWidth / 8
        return value
    }
}
