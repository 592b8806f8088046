import Foundation

/// The table of TwiML elements, attributes, values and limits: the resource `twiml-schema.json`.
///
/// It was put together from the provider's reference, its helper library and its error dictionary; each element names
/// its page under `reference`.
struct ContractSchema: Decodable, Sendable {
    struct Limits: Decodable, Sendable {
        let twimlDocumentBytesSafe: Int
        let sayCharsBasic: Int
        let sayCharsPolly: Int
        let sayUrlEncodedChars: Int
        let sipUriChars: Int
        let queueNameChars: Int
    }

    struct Element: Decodable, Sendable {
        /// The element's name; the key of the table differs where one name has two meanings, as `Sip@Refer`.
        let element: String
        /// Keys of the table.
        let children: [String]
        let text: Bool
        let textMeaning: String?
        let attributes: [String: Attribute]
        /// False for what only the helper library puts directly under the root.
        let referenceTopLevel: Bool?
        let reference: String?
    }

    struct Attribute: Decodable, Sendable {
        let type: ValueType
        let `enum`: [String]?
        /// Values of the older reference that still mean one of the enumeration.
        let aliases: [String: String]?
        /// Beginnings of further values, such as `Polly.`.
        let families: [String]?
        /// Words beside the numbers.
        let tokens: [String]?
        let min: Double?
        let max: Double?
        let maxLength: Int?
        let maxItems: Int?
        let maxItemLength: Int?
        let separator: String?
        let prefix: String?
        let schemes: [String]?
        /// False when only the helper library knows it; nil where the reference was not read.
        let inReference: Bool?
    }

    enum ValueType: String, Decodable, Sendable {
        case url
        case httpMethod = "http-method"
        case string
        case `enum`
        case enumOpen = "enum-open"
        case tokenSet = "token-set"
        case tokenSetOpen = "token-set-open"
        case integer
        case integerOrToken = "integer-or-token"
        case decimal
        case dtmf
        case keySet = "key-set"
        case languageTag = "language-tag"
        case boolean
        case booleanOrString = "boolean-or-string"
        case list
        case sid
        case phoneOrClient = "phone-or-client"
    }

    let limits: Limits
    let voice: [String: Element]

    /// Reads the table from beside the program, once.
    static func loaded() throws(ContractError) -> ContractSchema {
        try outcome.get()
    }

    private static let outcome = Result { () throws(ContractError) in try read(from: candidates) }

    /// Reads the table from the first of the places that has it.
    static func read(from places: [URL]) throws(ContractError) -> ContractSchema {
        guard let place = places.first(where: { FileManager.default.fileExists(atPath: $0.path) }) else {
            throw .tableMissing(searched: places.map(\.path))
        }
        do {
            return try JSONDecoder().decode(ContractSchema.self, from: Data(contentsOf: place))
        } catch {
            throw .tableUnreadable(path: place.path, reason: "\(error)")
        }
    }

    /// Where the build puts this target's resources: in a folder beside the program, or in a bundle inside it.
    ///
    /// `Bundle.module` looks there too, but stops the program where it finds nothing.
    private static var candidates: [URL] {
        let beside = [Bundle.main.bundleURL, Bundle.main.resourceURL].compactMap { $0 }
        var places: [URL] = []
        for folder in beside {
            for name in ["touchtone_Simulator.resources", "touchtone_Simulator.bundle"] {
                let place = folder.appendingPathComponent(name).appendingPathComponent("twiml-schema.json")
                if !places.contains(place) { places.append(place) }
            }
        }
        return places
    }
}
