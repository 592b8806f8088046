import BotGraph
import Testing

struct AudioFormatTests {
    @Test func `a WAV file says its encoding, rate, channels and bits`() {
        let expected = AudioFormat(
            container: .wave,
            encoding: .pcm,
            sampleRate: 44_100,
            channels: 2,
            bitsPerSample: 16,
            bytes: 52
        )
        #expect(AudioHeader.format(of: wave(number: 1, channels: 2, rate: 44_100, bits: 16)) == expected)
    }

    @Test(arguments: [
        (1, AudioFormat.Encoding.pcm), (3, .floatingPoint), (6, .aLaw), (7, .muLaw), (0x31, .gsm), (0x55, .mpeg),
        (2, .other("2")),
    ])
    func `a WAV file's number names its encoding, also where another chunk comes first`(
        number: Int,
        encoding: AudioFormat.Encoding
    ) {
        #expect(AudioHeader.format(of: wave(number: number)).encoding == encoding)
        let list = ascii("LIST") + little(3, 4) + [1, 2, 3, 0]
        #expect(AudioHeader.format(of: wave(number: number, before: list)).encoding == encoding)
    }

    @Test func `the extensible form of WAV has its encoding further on`() {
        let tail = little(22, 2) + little(16, 2) + little(4, 4) + little(3, 2) + [UInt8](repeating: 0, count: 14)
        let format = AudioHeader.format(of: wave(number: 0xFFFE, tail: tail))
        #expect(format.encoding == .floatingPoint)
        #expect(format.sampleRate == 8_000)
    }

    @Test func `AIFF is PCM, AIFC names its encoding`() {
        let common = big(1, 2) + big(8_000, 4) + big(16, 2) + [0x40, 0x0E, 0xAC, 0x44, 0, 0, 0, 0, 0, 0]
        let plain = AudioHeader.format(of: aiff("AIFF", common))
        #expect(
            plain
                == AudioFormat(
                    container: .aiff,
                    encoding: .pcm,
                    sampleRate: 44_100,
                    channels: 1,
                    bitsPerSample: 16,
                    bytes: 38
                )
        )
        #expect(AudioHeader.format(of: aiff("AIFC", common + ascii("ulaw"))).encoding == .muLaw)
        #expect(AudioHeader.format(of: aiff("AIFC", common + ascii("ima4"))).encoding == .other("ima4"))
    }

    @Test func `an MP3 file says its rate, and one channel when it is mono`() {
        let stereo: [UInt8] = [0xFF, 0xFB, 0x90, 0x00] + [UInt8](repeating: 0, count: 413)
        let mono: [UInt8] = [0xFF, 0xFB, 0x90, 0xC0] + [UInt8](repeating: 0, count: 413)
        #expect(AudioHeader.format(of: stereo + stereo).channels == 2)
        let format = AudioHeader.format(of: ascii("ID3") + [4, 0, 0, 0, 0, 0, 2, 0, 0] + mono + mono)
        #expect(format.container == .mp3)
        #expect(format.encoding == .mpeg)
        #expect(format.channels == 1)
        #expect(format.sampleRate == 44_100)
    }

    @Test func `what is no sound is told as such, and a cut file never crashes the reader`() {
        #expect(AudioHeader.format(of: []) == AudioFormat(container: .unknown, bytes: 0))
        #expect(AudioHeader.format(of: ascii("<html>not found</html>")).container == .unknown)
        let whole = wave(number: 1)
        for length in 0..<whole.count {
            let format = AudioHeader.format(of: Array(whole.prefix(length)))
            #expect(format.container == (length < 12 ? .unknown : .wave))
        }
    }

    private func wave(
        number: Int,
        channels: Int = 1,
        rate: Int = 8_000,
        bits: Int = 16,
        tail: [UInt8] = [],
        before: [UInt8] = []
    ) -> [UInt8] {
        let description =
            little(number, 2) + little(channels, 2) + little(rate, 4) + little(rate * channels * bits / 8, 4)
            + little(channels * bits / 8, 2) + little(bits, 2) + tail
        let body =
            ascii("WAVE") + before + ascii("fmt ") + little(description.count, 4) + description + ascii("data")
            + little(8, 4) + [UInt8](repeating: 0, count: 8)
        return ascii("RIFF") + little(body.count, 4) + body
    }

    private func aiff(_ kind: String, _ common: [UInt8]) -> [UInt8] {
        ascii("FORM") + big(common.count + 12, 4) + ascii(kind) + ascii("COMM") + big(common.count, 4) + common
    }

    private func ascii(_ text: String) -> [UInt8] { Array(text.utf8) }

    private func little(_ number: Int, _ width: Int) -> [UInt8] {
        (0..<width).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }

    private func big(_ number: Int, _ width: Int) -> [UInt8] {
        (0..<width).reversed().map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }
}
