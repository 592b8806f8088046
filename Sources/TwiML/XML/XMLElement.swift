/// An element of a parsed XML document: what a provider sees of a document's bytes.
///
/// Comments and processing instructions are gone, and character data is one text wherever it was written in several.
package struct XMLElement: Hashable, Sendable {
    package struct Attribute: Hashable, Sendable {
        package let name: String
        package let value: String

        package init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    package enum Child: Hashable, Sendable {
        case element(XMLElement)
        case text(String)
    }

    package let name: String
    /// In the order of the document.
    package let attributes: [Attribute]
    package let children: [Child]

    package init(name: String, attributes: [Attribute] = [], children: [Child] = []) {
        self.name = name
        self.attributes = attributes
        self.children = children
    }

    /// The value of the attribute of that name; nil where there is none.
    package subscript(attribute name: String) -> String? {
        attributes.first { $0.name == name }?.value
    }

    /// The children that are elements.
    package var elements: [XMLElement] {
        children.compactMap { child in
            switch child {
            case .element(let element): element
            case .text: nil
            }
        }
    }

    /// All text within the element, that of its descendants included.
    package var text: String {
        var text = ""
        appendText(to: &text)
        return text
    }

    /// The text that stands directly in the element.
    package var ownText: String {
        children.reduce(into: "") { text, child in
            if case .text(let part) = child { text += part }
        }
    }

    /// Whether both mean the same to the provider.
    ///
    /// The order of attributes does not count, nor does space between elements and around the text of an element that
    /// holds nothing else.
    package func isEquivalent(to other: XMLElement) -> Bool {
        guard name == other.name, attributes.count == other.attributes.count else { return false }
        guard Set(attributes) == Set(other.attributes) else { return false }
        let (mine, theirs) = (significantChildren, other.significantChildren)
        guard mine.count == theirs.count else { return false }
        return zip(mine, theirs).allSatisfy { left, right in
            switch (left, right) {
            case (.element(let left), .element(let right)): left.isEquivalent(to: right)
            case (.text(let left), .text(let right)): left == right
            case (.element, .text), (.text, .element): false
            }
        }
    }

    private func appendText(to text: inout String) {
        for child in children {
            switch child {
            case .element(let element): element.appendText(to: &text)
            case .text(let part): text += part
            }
        }
    }

    private var significantChildren: [Child] {
        if elements.isEmpty {
            let trimmed = ownText.trimmedOfXMLSpace
            return trimmed.isEmpty ? [] : [.text(trimmed)]
        }
        return children.filter { child in
            switch child {
            case .element: true
            case .text(let part): !part.trimmedOfXMLSpace.isEmpty
            }
        }
    }
}

extension String {
    /// The text without what XML calls space at its ends: space, tab and line ends.
    package var trimmedOfXMLSpace: String {
        let isSpace = { (scalar: Unicode.Scalar) in
            scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r"
        }
        guard let first = unicodeScalars.firstIndex(where: { !isSpace($0) }),
            let last = unicodeScalars.lastIndex(where: { !isSpace($0) })
        else { return "" }
        return String(unicodeScalars[first...last])
    }
}
