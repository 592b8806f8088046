extension FormParameters {
    /// Decodes a body of type `application/x-www-form-urlencoded`.
    ///
    /// Bytes that are not UTF-8 become U+FFFD here; a signature is checked over the bytes themselves, so such a value is
    /// never the reason for a refusal.
    package static func decode(
        _ body: [UInt8],
        limits: FormLimits = .standard
    ) throws(FormError) -> FormParameters {
        var decoded: Result<FormParameters, FormError> = .success(FormParameters())
        body.withUnsafeBufferPointer { buffer in decoded = decode(buffer, limits: limits) }
        return try decoded.get()
    }

    /// Decodes the query of a URL or a request target, the part behind the first `?` and before a `#`.
    package static func decode(
        queryOf target: String,
        limits: FormLimits = .standard
    ) throws(FormError) -> FormParameters {
        let whole = target.prefix { $0 != "#" }.utf8
        guard let mark = whole.firstIndex(of: UInt8(ascii: "?")) else { return FormParameters() }
        return try decode([UInt8](whole[whole.index(after: mark)...]), limits: limits)
    }

    private static func decode(
        _ buffer: UnsafeBufferPointer<UInt8>,
        limits: FormLimits
    ) -> Result<FormParameters, FormError> {
        do throws(FormError) {
            let form = try FormBytes(buffer, limits: limits)
            var parameters: [Parameter] = []
            parameters.reserveCapacity(form.fields.count)
            form.bytes.withUnsafeBufferPointer { bytes in
                for field in form.fields {
                    parameters.append(
                        Parameter(
                            String(
                                decoding: UnsafeBufferPointer(rebasing: bytes[field.start..<field.nameEnd]),
                                as: UTF8.self
                            ),
                            String(
                                decoding: UnsafeBufferPointer(rebasing: bytes[field.nameEnd..<field.end]),
                                as: UTF8.self
                            )
                        )
                    )
                }
            }
            return .success(FormParameters(parameters))
        } catch {
            return .failure(error)
        }
    }

    /// Encodes the parameters in their order as `application/x-www-form-urlencoded`.
    package func encoded() -> [UInt8] {
        var output: [UInt8] = []
        for parameter in parameters {
            if !output.isEmpty { output.append(UInt8(ascii: "&")) }
            FormParameters.encode(parameter.name, into: &output)
            output.append(UInt8(ascii: "="))
            FormParameters.encode(parameter.value, into: &output)
        }
        return output
    }

    private static func encode(_ text: String, into output: inout [UInt8]) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "*"):
                output.append(byte)
            case UInt8(ascii: " "):
                output.append(UInt8(ascii: "+"))
            default:
                output.append(UInt8(ascii: "%"))
                output.append(hexadecimalDigit(byte >> 4))
                output.append(hexadecimalDigit(byte & 0x0F))
            }
        }
    }

    /// The upper-case hexadecimal digit of a value from 0 to 15.
    static func hexadecimalDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }
}
