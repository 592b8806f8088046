/// Writes values as JSON, quickly and always the same: the keys of every object are in the order of their bytes.
///
/// Encoding three values is part of every step of every call. Foundation's encoder builds a tree of boxed values first,
/// and took nearly half of all the time of a step; this one writes while the value describes itself. What it writes is
/// read with Foundation's decoder. It has no form of its own for Foundation's types (dates, data), which the core does
/// not use.
enum JSONText {
    /// The value as one line of JSON.
    static func encode(_ value: some Encodable) throws -> String {
        let output = JSONOutput()
        try output.write(value)
        guard !output.buffer.wasMisused else {
            throw EncodingError.invalidValue(
                value,
                EncodingError.Context(
                    codingPath: [],
                    debugDescription: "it wrote into a container after it had gone on with an outer one"
                )
            )
        }
        return String(decoding: output.buffer.bytes, as: UTF8.self)
    }
}

/// What all containers of one value write to.
final class JSONOutput {
    // One value with methods of its own, so that the compiler's check for overlapping access to a class's property is
    // made once for each thing written and not for every byte.
    fileprivate(set) var buffer = JSONBuffer()

    var depth: Int { buffer.depth }

    /// Writes a value where a value is expected.
    func write<Value: Encodable>(_ value: Value) throws {
        let (depth, start) = (buffer.depth, buffer.bytes.count)
        // What a provider sends along and what a recogniser is to expect are most of a step's values. They would
        // describe themselves entry by entry, through a key and a container that are made for each; a type that is
        // known here is written at once. The comparison of types is settled when the compiler makes this method for
        // a type, where it does, and else costs next to nothing.
        if Value.self == [String: String].self, let texts = value as? [String: String] {
            buffer.write(texts: texts)
            return
        }
        if Value.self == [String].self, let texts = value as? [String] {
            buffer.write(texts: texts)
            return
        }
        try value.encode(to: JSONValueEncoder(output: self, depth: depth))
        buffer.endValue(depth: depth, start: start)
    }

    func write(scalar: some JSONScalar) { buffer.write(scalar: scalar) }
    func writeNull() { buffer.writeNull() }
    func begin(isObject: Bool, at depth: Int) -> JSONBuffer.Place { buffer.begin(isObject: isObject, at: depth) }
    func beginElement(in place: JSONBuffer.Place) { buffer.beginElement(in: place) }
    func beginMember(_ key: String, in place: JSONBuffer.Place) { buffer.beginMember(key, in: place) }
    func count(in place: JSONBuffer.Place) -> Int { buffer.count(in: place) }
}
