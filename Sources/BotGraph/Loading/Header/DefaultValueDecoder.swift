import Airscript
import Telephony

extension BotReading {
    /// A variable's default: any YAML value of the variable's type.
    func defaultValue(_ field: Field?, of kind: VariableDeclaration.Kind) -> Value? {
        guard let field else { return nil }
        let value = plainValue(field.value)
        if fits(value, kind) { return value }
        let expected =
            switch kind {
            case .text: "text"
            case .number: "a number"
            case .boolean: "true or false"
            case .date, .time, .datetime: "text or a map"
            case .phone: "a number in E.164 form, such as \"+12065550101\""
            case .list: "a list"
            case .object: "a map"
            case .any: "any value"
            }
        // A phone number is personal, even a wrong one.
        let found = kind == .phone ? "something else" : field.value.kind
        report(.wrongType, "\(field.name) is \(expected), not \(found)", at: field.value)
        return nil
    }

    private func plainValue(_ value: YAMLValue) -> Value {
        switch value.content {
        case .scalar(let scalar):
            switch scalar.type {
            case .null: .null
            case .boolean(let boolean): .boolean(boolean)
            case .number(let number): .number(number)
            case .text: .text(scalar.text)
            }
        case .list(let items): .list(items.map(plainValue))
        case .map(let entries): .object(Record(unique(entries, in: "the map").map { ($0.key, plainValue($0.value)) }))
        }
    }

    private func fits(_ value: Value, _ kind: VariableDeclaration.Kind) -> Bool {
        switch (kind, value) {
        case (.any, _), (.text, .text), (.number, .number), (.boolean, .boolean), (.list, .list), (.object, .object):
            true
        case (.date, .text), (.time, .text), (.datetime, .text): true
        case (.date, .object), (.time, .object), (.datetime, .object): true
        case (.phone, .text(let text)): PhoneNumber(text) != nil
        default: false
        }
    }
}
