import Airscript
import BotGraph
import CallEngine
import Telephony

/// Digits to be typed at a capture: some that may be taken, some that are too few, and a search where a test takes none of
/// the likely ones.
struct CaptureDigits {
    let control: ControlVariables

    private static let likelyLimit = 24

    /// `123456…`, so many digits.
    static func run(of count: Int) -> String { String((0..<count).map { Character(String(($0 + 1) % 10)) }) }

    /// What is tried in a call that stands at the capture, the likeliest first.
    func likely(_ capture: TouchtoneCapture, in session: CallSession) -> [Digits] {
        let profile = control.profile(of: capture.variable)
        let compared = profile.values + profile.names.map { ControlVariables.value(of: $0, in: session.variables) }
        let exact = compared.filter { $0 != .null }.map(\.rendered)
        let around = compared.flatMap { NeighbouringValues.of($0) }.map(\.rendered)
        let least = max(1, capture.minDigits)
        var texts = exact.filter { fits($0, capture) }
        texts.append(CaptureDigits.run(of: least))
        texts += around.filter { fits($0, capture) }
        texts += (exact + around).map { padded($0, to: least) }.filter { fits($0, capture) }
        if capture.maxDigits > least, capture.maxDigits <= 64 { texts.append(CaptureDigits.run(of: capture.maxDigits)) }
        texts += ["0", "1", "5"].map { String(repeating: $0, count: least) }
        return unique(texts, for: capture)
    }

    /// Digits that are too few; empty where there are none.
    func tooFew(_ capture: TouchtoneCapture) -> [Digits] {
        guard capture.minDigits > 1 else { return [] }
        return unique([CaptureDigits.run(of: capture.minDigits - 1)], for: capture)
    }

    /// Further digits of the shortest length that is taken, in no likely order, for tests such as a checksum.
    func search(_ capture: TouchtoneCapture, limit: Int) -> [Digits] {
        let count = min(max(1, capture.minDigits), 15)
        var size = 1
        for _ in 0..<count where size <= limit { size *= 10 }
        let rest = String(repeating: "0", count: max(0, capture.minDigits - count))
        // Upwards from zero, and scattered: the stride shares no factor with ten.
        let upwards = (0..<min(size, limit / 2)).map { $0 }
        var whole = 1
        for _ in 0..<count { whole *= 10 }
        let scattered = (1...(limit / 2)).map { ($0 &* 7_777_777_777_777 &+ 123_456_789) % whole }
        let texts = (upwards + scattered).map { padded(String($0.magnitude), to: count) + rest }
        return texts.compactMap { Digits($0) }
    }

    private func unique(_ texts: [String], for capture: TouchtoneCapture) -> [Digits] {
        var seen: Set<String> = []
        return texts.filter { seen.insert($0).inserted }.prefix(CaptureDigits.likelyLimit).compactMap { Digits($0) }
    }

    private func fits(_ text: String, _ capture: TouchtoneCapture) -> Bool {
        guard let digits = Digits(text), !digits.isEmpty else { return false }
        if let key = capture.finishOnKey, text.contains(key.rawValue) { return false }
        return digits.count >= capture.minDigits && digits.count <= capture.maxDigits
    }

    private func padded(_ text: String, to count: Int) -> String {
        String(repeating: "0", count: max(0, count - text.utf8.count)) + text
    }
}
