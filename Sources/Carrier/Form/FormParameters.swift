/// The parameters of a form, decoded, in the order they came; names may repeat and values may be empty.
///
/// It prints the names only: values hold telephone numbers, keys pressed and words spoken.
package struct FormParameters: Sendable, Hashable {
    package struct Parameter: Sendable, Hashable {
        package let name: String
        package let value: String

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    package var parameters: [Parameter]

    package init(_ parameters: [Parameter] = []) {
        self.parameters = parameters
    }

    /// The first value of that name; names are case-sensitive.
    package subscript(name: String) -> String? { parameters.first { $0.name == name }?.value }

    /// Every value of that name, in the order they came.
    package func values(named name: String) -> [String] {
        parameters.filter { $0.name == name }.map(\.value)
    }

    package mutating func append(_ name: String, _ value: String) {
        parameters.append(Parameter(name, value))
    }
}

extension FormParameters: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "form(" + parameters.map(\.name).joined(separator: ", ") + ")" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(reflecting: description) }
}

extension FormParameters.Parameter: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { name + "=…" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(reflecting: description) }
}

extension FormParameters: ExpressibleByDictionaryLiteral {
    package init(dictionaryLiteral elements: (String, String)...) {
        self.init(elements.map { Parameter($0.0, $0.1) })
    }
}
