import Airscript
import Compliance

/// The values around one that something is compared with: there the comparison changes its outcome.
enum NeighbouringValues {
    /// The value, and those right below and above it where it has an order.
    static func of(_ value: Value) -> [Value] {
        switch value {
        case .number(let number): [value, .number(number - 1), .number(number + 1)]
        case .boolean: [.boolean(true), .boolean(false)]
        case .text(let text): [value] + shifted(text).map { .text($0) }
        case .null, .list, .object: [value]
        }
    }

    /// The day, or the number of as many digits, before and after one in a text.
    private static func shifted(_ text: String) -> [String] {
        let utf8 = text.utf8
        if utf8.count >= 10, let date = CivilDate(text.prefix(10)) {
            return [-1, 1].compactMap { date.adding(days: $0) }.map { "\($0)\(text.dropFirst(10))" }
        }
        guard utf8.count <= 15, utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), let number = Int(text) else { return [] }
        return [number - 1, number + 1].filter { $0 >= 0 }.map { number in
            let digits = String(number)
            return String(repeating: "0", count: max(0, utf8.count - digits.utf8.count)) + digits
        }
    }
}
