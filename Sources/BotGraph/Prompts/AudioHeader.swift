/// How long a recording plays, read from its bytes.
package enum AudioHeader {
    /// The length of a WAV, AIFF or MP3 file; nil when the bytes are none of these or do not say.
    package static func duration(of bytes: [UInt8]) -> Duration? {
        let reader = ByteReader(bytes)
        if reader.text(at: 0, 4) == "RIFF", reader.text(at: 8, 4) == "WAVE" { return waveDuration(reader) }
        if reader.text(at: 0, 4) == "FORM", ["AIFF", "AIFC"].contains(reader.text(at: 8, 4)) {
            return aiffDuration(reader)
        }
        return MP3Frames.duration(of: reader)
    }

    /// The format chunk of a RIFF file has the bytes per second, the data chunk the bytes.
    ///
    /// That holds for PCM, A-law and mu-law, whose rates are constant.
    private static func waveDuration(_ reader: ByteReader) -> Duration? {
        var offset = 12
        var bytesPerSecond: Int?
        while let name = reader.text(at: offset, 4), let size = reader.littleEndian32(at: offset + 4) {
            let body = offset + 8
            if name == "fmt " { bytesPerSecond = reader.littleEndian32(at: body + 8) }
            if name == "data" {
                guard let bytesPerSecond, bytesPerSecond > 0 else { return nil }
                // A recorder that streams writes 0 or the largest number for a length it does not know yet.
                let rest = reader.count - body
                let length = size == 0 || size > rest ? rest : size
                return duration(units: length, perSecond: bytesPerSecond)
            }
            // Chunks begin at even offsets.
            offset = body + size + size % 2
        }
        return nil
    }

    /// The common chunk of an IFF file has the frames and, as an 80-bit floating-point number, the frames per second.
    private static func aiffDuration(_ reader: ByteReader) -> Duration? {
        var offset = 12
        while let name = reader.text(at: offset, 4), let size = reader.bigEndian32(at: offset + 4) {
            let body = offset + 8
            guard name == "COMM" else {
                offset = body + size + size % 2
                continue
            }
            guard let frames = reader.bigEndian32(at: body + 2), let rate = sampleRate(reader, at: body + 8) else {
                return nil
            }
            return duration(units: frames, perSecond: rate)
        }
        return nil
    }

    /// The samples a second as an AIFF file has them.
    ///
    /// The mantissa's highest 32 bits hold every rate there is; the exponent is biased by 16383.
    static func sampleRate(_ reader: ByteReader, at offset: Int) -> Int? {
        guard let exponent = reader.bigEndian16(at: offset), let mantissa = reader.bigEndian32(at: offset + 2) else {
            return nil
        }
        guard exponent >= 16_383, exponent <= 16_383 + 31 else { return nil }
        return mantissa >> (31 - (exponent - 16_383))
    }

    static func duration(units: Int, perSecond: Int) -> Duration? {
        guard perSecond > 0, units >= 0 else { return nil }
        return .milliseconds(units / perSecond * 1_000 + units % perSecond * 1_000 / perSecond)
    }
}

/// Numbers and names at offsets of a file; nil past its end.
struct ByteReader {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    var count: Int { bytes.count }

    subscript(offset: Int) -> UInt8? { bytes.indices.contains(offset) ? bytes[offset] : nil }

    func text(at offset: Int, _ length: Int) -> String? {
        guard offset >= 0, length <= bytes.count, offset <= bytes.count - length else { return nil }
        return String(String.UnicodeScalarView(bytes[offset..<(offset + length)].map { Unicode.Scalar($0) }))
    }

    func bigEndian16(at offset: Int) -> Int? { number(at: [offset, offset + 1]) }

    func bigEndian32(at offset: Int) -> Int? { number(at: [offset, offset + 1, offset + 2, offset + 3]) }

    func littleEndian16(at offset: Int) -> Int? { number(at: [offset + 1, offset]) }

    func littleEndian32(at offset: Int) -> Int? { number(at: [offset + 3, offset + 2, offset + 1, offset]) }

    private func number(at offsets: [Int]) -> Int? {
        var number = 0
        for offset in offsets {
            guard let byte = self[offset] else { return nil }
            number = number << 8 | Int(byte)
        }
        return number
    }
}
