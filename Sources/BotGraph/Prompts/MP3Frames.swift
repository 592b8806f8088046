/// Walks the frames of an MPEG audio file and adds up what they play.
///
/// Every frame's header gives its own length and rate (ISO/IEC 11172-3, 2.4.1.3 and 13818-3), so files of constant and of
/// variable bit rate are counted alike.
enum MP3Frames {
    struct Frame {
        fileprivate let length: Int
        fileprivate let samples: Int
        /// Samples a second.
        let rate: Int
        let channels: Int
    }

    /// The first frame; nil when the file has no two frames in a row at its beginning.
    static func first(of reader: ByteReader) -> Frame? {
        firstFrame(reader, from: tagLength(reader)).flatMap { frame(reader, at: $0) }
    }

    /// The length of the file; nil when it has no two frames in a row at its beginning.
    static func duration(of reader: ByteReader) -> Duration? {
        var offset = tagLength(reader)
        guard let first = firstFrame(reader, from: offset) else { return nil }
        offset = first
        var samples: [Int: Int] = [:]
        while let frame = frame(reader, at: offset) {
            samples[frame.rate, default: 0] += frame.samples
            offset += frame.length
        }
        return samples.reduce(Duration.zero) { total, rate in
            total + (AudioHeader.duration(units: rate.value, perSecond: rate.key) ?? .zero)
        }
    }

    /// The length of an ID3v2 tag: ten bytes and a size of four times seven bits.
    private static func tagLength(_ reader: ByteReader) -> Int {
        guard reader.text(at: 0, 3) == "ID3", let size = reader.bigEndian32(at: 6) else { return 0 }
        return 10 + (size & 0x7F | (size >> 8 & 0x7F) << 7 | (size >> 16 & 0x7F) << 14 | (size >> 24 & 0x7F) << 21)
    }

    /// Where the frames begin: eleven set bits occur by chance, so the next frame has to follow, or the file to end.
    private static func firstFrame(_ reader: ByteReader, from start: Int) -> Int? {
        let searched = min(reader.count, start + 65_536)
        guard start < searched else { return nil }
        return (start..<searched).first { offset in
            guard let frame = frame(reader, at: offset) else { return false }
            let next = offset + frame.length
            return next == reader.count || self.frame(reader, at: next) != nil
        }
    }

    private static func frame(_ reader: ByteReader, at offset: Int) -> Frame? {
        guard let header = reader.bigEndian32(at: offset), header >> 21 == 0x7FF else { return nil }
        let version = header >> 19 & 3
        let layer = header >> 17 & 3
        let bitrateIndex = header >> 12 & 15
        let rateIndex = header >> 10 & 3
        let padding = header >> 9 & 1
        guard version != 1, layer != 0, bitrateIndex != 0, bitrateIndex != 15, rateIndex != 3 else { return nil }
        let isFirstVersion = version == 3
        let rate = [44_100, 48_000, 32_000][rateIndex] >> (isFirstVersion ? 0 : version == 2 ? 1 : 2)
        let channels = header >> 6 & 3 == 3 ? 1 : 2
        let bitrate = bitrates(isFirstVersion, layer)[bitrateIndex - 1] * 1_000
        switch layer {
        case 3:
            return Frame(length: (12 * bitrate / rate + padding) * 4, samples: 384, rate: rate, channels: channels)
        case 1 where !isFirstVersion:
            return Frame(length: 72 * bitrate / rate + padding, samples: 576, rate: rate, channels: channels)
        default:
            return Frame(length: 144 * bitrate / rate + padding, samples: 1_152, rate: rate, channels: channels)
        }
    }

    /// Kilobits per second by index from 1; the layer is as the header has it, 3 for layer I and 1 for layer III.
    private static func bitrates(_ isFirstVersion: Bool, _ layer: Int) -> [Int] {
        switch (isFirstVersion, layer) {
        case (true, 3): [32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448]
        case (true, 2): [32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384]
        case (true, _): [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]
        case (false, 3): [32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256]
        case (false, _): [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]
        }
    }
}
