// The containers of `JSONText`. The standard library asks for each scalar type by name.

/// Takes one value's description of itself.
struct JSONValueEncoder: Encoder {
    let output: JSONOutput
    /// How many containers are around the value.
    let depth: Int

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        KeyedEncodingContainer(JSONObjectContainer(output: output, place: output.begin(isObject: true, at: depth)))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        JSONArrayContainer(output: output, place: output.begin(isObject: false, at: depth))
    }

    func singleValueContainer() -> any SingleValueEncodingContainer {
        JSONValueContainer(output: output)
    }
}

private struct JSONObjectContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let output: JSONOutput
    let place: JSONBuffer.Place

    var codingPath: [any CodingKey] { [] }

    private func write(_ scalar: some JSONScalar, forKey key: Key) {
        output.beginMember(key.stringValue, in: place)
        output.write(scalar: scalar)
    }

    func encodeNil(forKey key: Key) {
        output.beginMember(key.stringValue, in: place)
        output.writeNull()
    }

    func encode(_ value: Bool, forKey key: Key) { write(value, forKey: key) }
    func encode(_ value: String, forKey key: Key) { write(value, forKey: key) }
    func encode(_ value: Double, forKey key: Key) { write(value, forKey: key) }
    func encode(_ value: Float, forKey key: Key) { write(value, forKey: key) }
    func encode(_ value: Int, forKey key: Key) { write(value, forKey: key) }
    func encode(_ value: Int8, forKey key: Key) { write(value, forKey: key) }
    func encode(_ value: Int16, forKey key: Key) { write(value, forKey: key) }
    func encode(_ value: Int32, forKey key: Key) { write(value, forKey: key) }
    func encode(_ value: Int64, forKey key: Key) { write(value, forKey: key) }
    func encode(_ value: UInt, forKey key: Key) { write(value, forKey: key) }
    func encode(_ value: UInt8, forKey key: Key) { write(value, forKey: key) }
    func encode(_ value: UInt16, forKey key: Key) { write(value, forKey: key) }
    func encode(_ value: UInt32, forKey key: Key) { write(value, forKey: key) }
    func encode(_ value: UInt64, forKey key: Key) { write(value, forKey: key) }

    func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
        output.beginMember(key.stringValue, in: place)
        try output.write(value)
    }

    func nestedContainer<NestedKey: CodingKey>(
        keyedBy keyType: NestedKey.Type,
        forKey key: Key
    ) -> KeyedEncodingContainer<NestedKey> {
        nestedEncoder(key.stringValue).container(keyedBy: keyType)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        nestedEncoder(key.stringValue).unkeyedContainer()
    }

    func superEncoder() -> any Encoder { nestedEncoder("super") }
    func superEncoder(forKey key: Key) -> any Encoder { nestedEncoder(key.stringValue) }

    private func nestedEncoder(_ key: String) -> JSONValueEncoder {
        output.beginMember(key, in: place)
        return JSONValueEncoder(output: output, depth: output.depth)
    }
}

private struct JSONArrayContainer: UnkeyedEncodingContainer {
    let output: JSONOutput
    let place: JSONBuffer.Place

    var codingPath: [any CodingKey] { [] }
    var count: Int { output.count(in: place) }

    private func write(_ scalar: some JSONScalar) {
        output.beginElement(in: place)
        output.write(scalar: scalar)
    }

    func encodeNil() {
        output.beginElement(in: place)
        output.writeNull()
    }

    func encode(_ value: Bool) { write(value) }
    func encode(_ value: String) { write(value) }
    func encode(_ value: Double) { write(value) }
    func encode(_ value: Float) { write(value) }
    func encode(_ value: Int) { write(value) }
    func encode(_ value: Int8) { write(value) }
    func encode(_ value: Int16) { write(value) }
    func encode(_ value: Int32) { write(value) }
    func encode(_ value: Int64) { write(value) }
    func encode(_ value: UInt) { write(value) }
    func encode(_ value: UInt8) { write(value) }
    func encode(_ value: UInt16) { write(value) }
    func encode(_ value: UInt32) { write(value) }
    func encode(_ value: UInt64) { write(value) }

    func encode<Value: Encodable>(_ value: Value) throws {
        output.beginElement(in: place)
        try output.write(value)
    }

    func nestedContainer<NestedKey: CodingKey>(keyedBy keyType: NestedKey.Type) -> KeyedEncodingContainer<NestedKey> {
        nestedEncoder().container(keyedBy: keyType)
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { nestedEncoder().unkeyedContainer() }
    func superEncoder() -> any Encoder { nestedEncoder() }

    private func nestedEncoder() -> JSONValueEncoder {
        output.beginElement(in: place)
        return JSONValueEncoder(output: output, depth: output.depth)
    }
}

private struct JSONValueContainer: SingleValueEncodingContainer {
    let output: JSONOutput

    var codingPath: [any CodingKey] { [] }

    func encodeNil() { output.writeNull() }

    func encode(_ value: Bool) { output.write(scalar: value) }
    func encode(_ value: String) { output.write(scalar: value) }
    func encode(_ value: Double) { output.write(scalar: value) }
    func encode(_ value: Float) { output.write(scalar: value) }
    func encode(_ value: Int) { output.write(scalar: value) }
    func encode(_ value: Int8) { output.write(scalar: value) }
    func encode(_ value: Int16) { output.write(scalar: value) }
    func encode(_ value: Int32) { output.write(scalar: value) }
    func encode(_ value: Int64) { output.write(scalar: value) }
    func encode(_ value: UInt) { output.write(scalar: value) }
    func encode(_ value: UInt8) { output.write(scalar: value) }
    func encode(_ value: UInt16) { output.write(scalar: value) }
    func encode(_ value: UInt32) { output.write(scalar: value) }
    func encode(_ value: UInt64) { output.write(scalar: value) }

    func encode<Value: Encodable>(_ value: Value) throws { try output.write(value) }
}
