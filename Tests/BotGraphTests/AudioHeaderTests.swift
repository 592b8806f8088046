import BotGraph
import Testing

struct AudioHeaderTests {
    @Test func `a PCM WAV file plays its bytes at its rate`() {
        #expect(
            AudioHeader.duration(of: wave(format: 1, bytesPerSecond: 16_000, dataBytes: 24_000)) == .milliseconds(1_500)
        )
    }

    @Test func `a mu-law WAV file with another chunk first plays its bytes at its rate`() {
        let bytes = wave(
            format: 7,
            bytesPerSecond: 8_000,
            dataBytes: 4_000,
            extra: ascii("LIST") + little(3) + [1, 2, 3, 0]
        )
        #expect(AudioHeader.duration(of: bytes) == .milliseconds(500))
    }

    @Test func `a WAV file that was streamed plays what is there`() {
        var bytes = wave(format: 1, bytesPerSecond: 8_000, dataBytes: 8_000)
        bytes.replaceSubrange(40..<44, with: [0xFF, 0xFF, 0xFF, 0xFF])
        #expect(AudioHeader.duration(of: bytes) == .seconds(1))
    }

    @Test func `an AIFF file plays its frames at its rate`() {
        // 44,100 as an 80-bit number is exponent 0x400E and mantissa 0xAC44 followed by zeros.
        let common = big(1, 2) + big(66_150, 4) + big(16, 2) + [0x40, 0x0E, 0xAC, 0x44, 0, 0, 0, 0, 0, 0]
        let bytes = ascii("FORM") + big(46, 4) + ascii("AIFF") + ascii("COMM") + big(18, 4) + common
        #expect(AudioHeader.duration(of: bytes) == .milliseconds(1_500))
    }

    @Test func `an MP3 file of one bit rate plays its frames`() {
        #expect(
            AudioHeader.duration(of: Array(repeating: frame(0x90, 417), count: 100).flatMap(\.self))
                == .milliseconds(2_612)
        )
    }

    @Test func `an MP3 file behind a tag and of several bit rates plays its frames`() {
        let tag = ascii("ID3") + [4, 0, 0, 0, 0, 1, 0] + [UInt8](repeating: 0xFF, count: 128)
        let frames = (0..<50).flatMap { _ in frame(0x90, 417) + frame(0xB0, 626) }
        #expect(AudioHeader.duration(of: tag + frames) == .milliseconds(2_612))
    }

    @Test func `the beginning of a file has no length or a shorter one`() {
        let whole = wave(format: 1, bytesPerSecond: 16_000, dataBytes: 100)
        for length in 0..<44 { #expect(AudioHeader.duration(of: Array(whole.prefix(length))) == nil) }
    }

    @Test(arguments: 0..<200)
    func `garbage never crashes the reader`(seed: Int) {
        var state = UInt32(seed + 1)
        var bytes: [UInt8] = []
        for _ in 0..<1_000 {
            state = state &* 1_664_525 &+ 1_013_904_223
            bytes.append(UInt8(state >> 24))
        }
        let prefixes: [[UInt8]] = [[], ascii("RIFF....WAVE"), ascii("FORM....AIFF"), ascii("ID3"), [0xFF, 0xFB]]
        for prefix in prefixes {
            let duration = AudioHeader.duration(of: prefix + bytes)
            #expect(duration == nil || duration.map { $0 >= .zero } == true)
        }
    }

    /// A frame of MPEG 1 layer III at 44.1 kHz: the third byte has the bit rate's index in its upper half.
    private func frame(_ third: UInt8, _ length: Int) -> [UInt8] {
        [0xFF, 0xFB, third, 0x00] + [UInt8](repeating: 0, count: length - 4)
    }

    private func wave(format: Int, bytesPerSecond: Int, dataBytes: Int, extra: [UInt8] = []) -> [UInt8] {
        let description: [UInt8] = [UInt8(format), 0, 1, 0] + little(8_000) + little(bytesPerSecond) + [2, 0, 16, 0]
        let body =
            ascii("WAVE") + ascii("fmt ") + little(16) + description + extra + ascii("data") + little(dataBytes)
            + [UInt8](repeating: 0, count: dataBytes)
        return ascii("RIFF") + little(body.count) + body
    }

    private func ascii(_ text: String) -> [UInt8] { Array(text.utf8) }

    private func little(_ number: Int) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) } }

    private func big(_ number: Int, _ width: Int) -> [UInt8] {
        (0..<width).reversed().map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }
}
