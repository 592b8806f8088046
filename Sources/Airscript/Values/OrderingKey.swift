/// What `<` and ORDER BY compare: two values are ordered when their keys are of one kind.
struct OrderingKey {
    /// Values of different kinds have no order.
    enum Kind: Hashable {
        case number
        case text
        case date
        case time
        /// Date-times are ordered within a zone.
        case dateTime(zone: String)
        case currency(code: String)
    }

    let kind: Kind
    private let fields: [Double]
    private let text: String

    /// The key of a value that has an order: numbers, texts, currencies, dates, times and date-times.
    init?(_ value: Value) {
        switch value {
        case .number(let number): self.init(kind: .number, fields: [number])
        case .text(let text): self.init(kind: .text, text: text)
        case .object(let record):
            if let currency = Currency(value) {
                self.init(kind: .currency(code: currency.code), fields: [currency.units])
            } else if let date = record.numbers(["year", "month", "day"]), record.entries.count == 3 {
                self.init(kind: .date, fields: date)
            } else if let time = record.timeOfDay {
                self.init(kind: .time, fields: time)
            } else if record.entries.count == 3, case .text(let zone)? = record["timeZone"],
                case .object(let date)? = record["date"], let day = date.numbers(["year", "month", "day"]),
                case .object(let time)? = record["time"], let timeOfDay = time.timeOfDay
            {
                self.init(kind: .dateTime(zone: zone), fields: day + timeOfDay)
            } else {
                return nil
            }
        case .null, .boolean, .list: return nil
        }
    }

    private init(kind: Kind, fields: [Double] = [], text: String = "") {
        self.kind = kind
        self.fields = fields
        self.text = text
    }

    /// Whether this key comes before another of its kind; texts go by UTF-16 unit, upper case first.
    func precedes(_ other: OrderingKey) -> Bool {
        kind == .text
            ? text.utf16.lexicographicallyPrecedes(other.text.utf16)
            : fields.lexicographicallyPrecedes(other.fields)
    }
}

extension Record {
    /// The numbers under the names, where all of them are there.
    fileprivate func numbers(_ names: [String]) -> [Double]? {
        var numbers: [Double] = []
        for name in names {
            guard case .number(let number)? = self[name] else { return nil }
            numbers.append(number)
        }
        return numbers
    }

    /// Hour, minute, second and millisecond, the last being 0 where it is left out.
    fileprivate var timeOfDay: [Double]? {
        guard let time = numbers(["hour", "minute", "second"]) else { return nil }
        if entries.count == 3 { return time + [0] }
        guard entries.count == 4, let millisecond = numbers(["millisecond"]) else { return nil }
        return time + millisecond
    }
}
