/// What a form POST adds to the signed string: each name and its value, nothing between, in the order of the names' bytes.
struct SignedParameters {
    /// Repeated names with each value once, the values in order; what the provider's own libraries expect.
    private(set) var sorted: [UInt8] = []
    /// Repeated names with every value in the order they came, as other providers sign them; nil when no name repeats.
    private(set) var asSubmitted: [UInt8]?

    static let none = SignedParameters()

    private init() {}

    /// Reads a form's raw body.
    init(body: [UInt8], limits: FormLimits) throws(FormError) {
        var outcome: Result<SignedParameters, FormError> = .success(.none)
        body.withUnsafeBufferPointer { buffer in
            do throws(FormError) {
                let form = try FormBytes(buffer, limits: limits)
                outcome = .success(SignedParameters(form))
            } catch {
                outcome = .failure(error)
            }
        }
        self = try outcome.get()
    }

    /// Takes parameters that are about to be sent.
    init(_ parameters: FormParameters) {
        // Encoding and decoding gives the bytes the receiver sees; a limit cannot apply to what we send ourselves.
        let body = parameters.encoded()
        let unlimited = FormLimits(parameters: .max, nameBytes: .max, valueBytes: .max)
        do throws(FormError) {
            self = try SignedParameters(body: body, limits: unlimited)
        } catch {
            self = .none
        }
    }

    private init(_ form: FormBytes) {
        form.bytes.withUnsafeBufferPointer { bytes in
            let fields = form.fields.sorted { left, right in
                let names = SignedParameters.order(bytes, left.start..<left.nameEnd, right.start..<right.nameEnd)
                if names != 0 { return names < 0 }
                let values = SignedParameters.order(bytes, left.nameEnd..<left.end, right.nameEnd..<right.end)
                return values == 0 ? left.start < right.start : values < 0
            }
            var repeats = false
            sorted.reserveCapacity(bytes.count)
            for (index, field) in fields.enumerated() {
                if index > 0 {
                    let previous = fields[index - 1]
                    if SignedParameters.order(bytes, previous.start..<previous.nameEnd, field.start..<field.nameEnd)
                        == 0
                    {
                        repeats = true
                        let values = (previous.nameEnd..<previous.end, field.nameEnd..<field.end)
                        if SignedParameters.order(bytes, values.0, values.1) == 0 { continue }
                    }
                }
                sorted.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[field.start..<field.end]))
            }
            if repeats { asSubmitted = SignedParameters.everyValue(fields, bytes) }
        }
    }

    private static func everyValue(_ fields: [FormBytes.Field], _ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        let fields = fields.sorted { left, right in
            let names = order(bytes, left.start..<left.nameEnd, right.start..<right.nameEnd)
            return names == 0 ? left.start < right.start : names < 0
        }
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        for field in fields {
            output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[field.start..<field.end]))
        }
        return output
    }

    /// Below 0, 0 or above 0, as the first run of bytes comes before, equals or comes after the second.
    private static func order(_ bytes: UnsafeBufferPointer<UInt8>, _ left: Range<Int>, _ right: Range<Int>) -> Int {
        var first = left.lowerBound
        var second = right.lowerBound
        while first < left.upperBound, second < right.upperBound {
            let difference = Int(bytes[first]) - Int(bytes[second])
            if difference != 0 { return difference }
            first += 1
            second += 1
        }
        return left.count - right.count
    }
}
