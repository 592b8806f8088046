/// What a recording's bytes say of its sound.
package struct AudioFormat: Hashable, Sendable {
    /// The kind of file, by its first bytes.
    package enum Container: String, Hashable, Sendable, CaseIterable {
        case wave
        case aiff
        case mp3
        /// None of these: raw GSM and mu-law have no header, and neither has what is no sound.
        case unknown
    }

    /// How the samples are written.
    package enum Encoding: Hashable, Sendable {
        case pcm
        case floatingPoint
        case aLaw
        case muLaw
        case gsm
        case mpeg
        /// The format's number in a WAV file, or its four letters in an AIFC file.
        case other(String)
        case unknown
    }

    package let container: Container
    package let encoding: Encoding
    /// Samples a second; nil when the header does not say.
    package let sampleRate: Int?
    package let channels: Int?
    package let bitsPerSample: Int?
    /// How large the file is.
    package let bytes: Int

    package init(
        container: Container,
        encoding: Encoding = .unknown,
        sampleRate: Int? = nil,
        channels: Int? = nil,
        bitsPerSample: Int? = nil,
        bytes: Int
    ) {
        self.container = container
        self.encoding = encoding
        self.sampleRate = sampleRate
        self.channels = channels
        self.bitsPerSample = bitsPerSample
        self.bytes = bytes
    }
}

extension AudioHeader {
    /// What the bytes of a file say of its sound; the container is `unknown` where they are no WAV, AIFF or MP3.
    package static func format(of bytes: [UInt8]) -> AudioFormat {
        let reader = ByteReader(bytes)
        if reader.text(at: 0, 4) == "RIFF", reader.text(at: 8, 4) == "WAVE" { return waveFormat(reader) }
        if reader.text(at: 0, 4) == "FORM", let kind = reader.text(at: 8, 4), ["AIFF", "AIFC"].contains(kind) {
            return aiffFormat(reader, isCompressed: kind == "AIFC")
        }
        guard let first = MP3Frames.first(of: reader) else {
            return AudioFormat(container: .unknown, bytes: bytes.count)
        }
        return AudioFormat(
            container: .mp3,
            encoding: .mpeg,
            sampleRate: first.rate,
            channels: first.channels,
            bytes: bytes.count
        )
    }

    private static func waveFormat(_ reader: ByteReader) -> AudioFormat {
        var offset = 12
        while let name = reader.text(at: offset, 4), let size = reader.littleEndian32(at: offset + 4) {
            let body = offset + 8
            guard name == "fmt " else {
                offset = body + size + size % 2
                continue
            }
            var number = reader.littleEndian16(at: body)
            // The extensible form has the format's number at the start of a longer identifier.
            if number == 0xFFFE { number = reader.littleEndian16(at: body + 24) }
            return AudioFormat(
                container: .wave,
                encoding: number.map { encoding(ofWave: $0) } ?? .unknown,
                sampleRate: reader.littleEndian32(at: body + 4),
                channels: reader.littleEndian16(at: body + 2),
                bitsPerSample: reader.littleEndian16(at: body + 14),
                bytes: reader.count
            )
        }
        return AudioFormat(container: .wave, bytes: reader.count)
    }

    /// The numbers of the WAVE form, RFC 2361.
    private static func encoding(ofWave number: Int) -> AudioFormat.Encoding {
        switch number {
        case 1: .pcm
        case 3: .floatingPoint
        case 6: .aLaw
        case 7: .muLaw
        case 0x31: .gsm
        case 0x50, 0x55: .mpeg
        default: .other(String(number))
        }
    }

    private static func aiffFormat(_ reader: ByteReader, isCompressed: Bool) -> AudioFormat {
        var offset = 12
        while let name = reader.text(at: offset, 4), let size = reader.bigEndian32(at: offset + 4) {
            let body = offset + 8
            guard name == "COMM" else {
                offset = body + size + size % 2
                continue
            }
            return AudioFormat(
                container: .aiff,
                encoding: isCompressed ? encoding(ofAIFC: reader.text(at: body + 18, 4)) : .pcm,
                sampleRate: sampleRate(reader, at: body + 8),
                channels: reader.bigEndian16(at: body),
                bitsPerSample: reader.bigEndian16(at: body + 6),
                bytes: reader.count
            )
        }
        return AudioFormat(container: .aiff, bytes: reader.count)
    }

    private static func encoding(ofAIFC name: String?) -> AudioFormat.Encoding {
        switch name {
        case "NONE", "sowt", "twos": .pcm
        case "ulaw", "ULAW": .muLaw
        case "alaw", "ALAW": .aLaw
        case "fl32", "FL32", "fl64", "FL64": .floatingPoint
        case let name?: .other(name)
        case nil: .unknown
        }
    }
}
