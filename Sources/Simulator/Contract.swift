import Foundation
package import TwiML

/// What a provider would say about a document, before one is asked.
///
/// The provider runs a document with a bad attribute as if the attribute were not there and files a warning that nobody
/// reads. Here every such thing is found, and a few that the provider takes but that leave a caller in a loop or in
/// silence.
package struct Contract: Sendable {
    private let schema: ContractSchema

    private init(schema: ContractSchema) {
        self.schema = schema
    }

    /// The contract of the table in a file.
    package init(tableAt path: String) throws(ContractError) {
        schema = try ContractSchema.read(from: [URL(fileURLWithPath: path)])
    }

    /// The contract of the table that came with the program, which is read once.
    package static func provider() throws(ContractError) -> Contract {
        Contract(schema: try ContractSchema.loaded())
    }

    /// Everything in the document that breaks the contract, from top to bottom.
    package static func warnings(for document: [UInt8]) throws(ContractError) -> [ContractWarning] {
        try provider().warnings(for: document)
    }

    /// Everything in the document that breaks the contract, from top to bottom; nothing for a good one.
    package func warnings(for document: [UInt8]) -> [ContractWarning] {
        var warnings: [ContractWarning] = []
        let most = schema.limits.twimlDocumentBytesSafe
        if document.count > most {
            let sentence = "The document has \(document.count) bytes, more than \(most), the provider's error 11750."
            warnings.append(ContractWarning(.documentTooLarge, at: "", sentence))
        }
        if let first = document.first, first != UInt8(ascii: "<") {
            let sentence = "The document begins with byte \(first) in place of '<', the provider's error 12100."
            warnings.append(ContractWarning(.leadingBytes, at: "", sentence))
        }
        do {
            warnings += self.warnings(for: try XMLElement.parse(document))
        } catch {
            warnings.append(ContractWarning(.notWellFormed, at: "", error.description))
        }
        return warnings
    }

    /// Everything in the parsed document that breaks the contract.
    package func warnings(for root: XMLElement) -> [ContractWarning] {
        guard root.name == "Response", let rule = schema.voice["Response"] else {
            let sentence = "The root is \(root.name) and has to be Response, the provider's error 12102."
            return [ContractWarning(.wrongRoot, at: root.name, sentence)]
        }
        return warnings(of: root, as: rule, at: root.name) + ContractOrder.warnings(of: root)
    }

    private func warnings(of element: XMLElement, as rule: ContractSchema.Element, at path: String) -> [ContractWarning]
    {
        var warnings = attributeWarnings(of: element, as: rule, at: path)
        warnings += ContractText.warnings(of: element, as: rule, limits: schema.limits, at: path)
        if element.name == "Dial" { warnings += ContractOrder.nounWarnings(of: element, at: path) }
        for (child, place) in ContractOrder.placed(element.elements, in: path) {
            if let childRule = self.rule(of: child.name, under: rule) {
                warnings += self.warnings(of: child, as: childRule, at: place)
            } else {
                warnings.append(misfit(child, under: element, rule: rule, at: place))
            }
        }
        return warnings
    }

    /// The rule of a child by its name, which may stand for another element elsewhere.
    private func rule(of name: String, under parent: ContractSchema.Element) -> ContractSchema.Element? {
        for key in parent.children {
            guard let rule = schema.voice[key], rule.element == name else { continue }
            return parent.element == "Response" && rule.referenceTopLevel == false ? nil : rule
        }
        return nil
    }

    private func misfit(
        _ child: XMLElement,
        under parent: XMLElement,
        rule: ContractSchema.Element,
        at place: String
    ) -> ContractWarning {
        let names = rule.children.compactMap { schema.voice[$0] }
            .filter { rule.element != "Response" || $0.referenceTopLevel != false }
            .map(\.element).sorted()
        let allowed = names.isEmpty ? "it takes none" : "it takes \(names.joined(separator: ", "))"
        let isKnown = schema.voice.values.contains { $0.element == child.name }
        return isKnown
            ? ContractWarning(.misplacedElement, at: place, "\(parent.name) takes no \(child.name); \(allowed).")
            : ContractWarning(
                .unknownElement,
                at: place,
                "No element is named \(child.name) in \(parent.name); \(allowed)."
            )
    }

    private func attributeWarnings(
        of element: XMLElement,
        as rule: ContractSchema.Element,
        at path: String
    ) -> [ContractWarning] {
        var warnings: [ContractWarning] = []
        for attribute in element.attributes {
            let place = "\(path)/@\(attribute.name)"
            guard let known = rule.attributes[attribute.name] else {
                let names = rule.attributes.keys.sorted().joined(separator: ", ")
                let allowed = names.isEmpty ? "it takes none" : "it takes \(names)"
                let sentence = "\(element.name) has no attribute \(attribute.name); \(allowed)."
                warnings.append(ContractWarning(.unknownAttribute, at: place, sentence))
                continue
            }
            if known.inReference == false {
                let sentence = "\(attribute.name) is not in the provider's reference of \(element.name); leave it out."
                warnings.append(ContractWarning(.undocumentedAttribute, at: place, sentence))
            }
            if element.name == "Enqueue", attribute.name == "waitUrl", attribute.value.isEmpty { continue }
            guard let fault = ContractValues.fault(of: attribute.value, in: known) else { continue }
            // A caller's number or the keys to send stay out of sentences.
            let value = known.type == .phoneOrClient || known.type == .dtmf ? "The value" : "'\(attribute.value)'"
            let kind: ContractWarning.Kind = known.type == .url ? .relativeURL : .badValue
            warnings.append(ContractWarning(kind, at: place, "\(value) \(fault)."))
        }
        return warnings + ContractOrder.missingAttributes(of: element, at: path)
    }
}
