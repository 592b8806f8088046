import CLibXML2

extension XMLElement {
    /// More than twenty times what a provider takes.
    package static let maximumBytes = 1_500_000
    package static let maximumDepth = 64

    /// Reads one document and gives its root.
    ///
    /// Nothing is fetched, no entity is defined or expanded, and a DOCTYPE is refused where it begins.
    package static func parse(
        _ bytes: [UInt8],
        maximumBytes: Int = XMLElement.maximumBytes,
        maximumDepth: Int = XMLElement.maximumDepth
    ) throws(XMLError) -> XMLElement {
        guard !bytes.isEmpty else { throw .empty }
        guard bytes.count <= maximumBytes, let size = CInt(exactly: bytes.count) else {
            throw .tooLarge(bytes: bytes.count, limit: maximumBytes)
        }
        let parser = try XMLParser(maximumDepth: maximumDepth)
        return try parser.root(of: bytes, size: size)
    }
}

/// Owns a libxml2 parser.
private struct XMLParser: ~Copyable {
    private let context: xmlParserCtxtPtr
    private let maximumDepth: Int

    /// libxml2's tables are set up on first use, which two threads must not do at once.
    private static let library: Void = xmlInitParser()

    init(maximumDepth: Int) throws(XMLError) {
        XMLParser.library
        guard let context = xmlNewParserCtxt() else { throw .parser(function: "xmlNewParserCtxt") }
        self.context = context
        self.maximumDepth = maximumDepth
        // Called at a DOCTYPE's name, before anything in it is read.
        context.pointee.sax.pointee.internalSubset = { context, _, _, _ in
            guard let context else { return }
            xmlStopParser(context.assumingMemoryBound(to: xmlParserCtxt.self))
        }
    }

    deinit {
        xmlFreeParserCtxt(context)
    }

    func root(of bytes: [UInt8], size: CInt) throws(XMLError) -> XMLElement {
        // Without XML_PARSE_HUGE libxml2 keeps its own ceilings, 256 levels of nesting among them.
        let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
        let document = bytes.withUnsafeBytes { bytes in
            xmlCtxtReadMemory(
                context,
                bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
                size,
                nil,
                nil,
                CInt(bitPattern: options)
            )
        }
        guard let document else { throw failure() }
        defer { xmlFreeDoc(document) }
        guard let root = xmlDocGetRootElement(document) else { throw failure() }
        return try element(root, depth: 1)
    }

    private func failure() -> XMLError {
        let code = UInt32(bitPattern: context.pointee.errNo)
        if code == XML_ERR_USER_STOP.rawValue { return .documentType }
        let error = context.pointee.lastError
        let reason = error.message.map { String(cString: $0).trimmedOfXMLSpace } ?? "error \(code)"
        return .malformed(line: Int(error.line), column: Int(error.int2), reason: reason)
    }

    private func element(_ node: xmlNodePtr, depth: Int) throws(XMLError) -> XMLElement {
        guard depth <= maximumDepth else { throw .tooDeep(limit: maximumDepth) }
        var children: [XMLElement.Child] = []
        var text = ""
        var next = node.pointee.children
        while let child = next {
            switch child.pointee.type {
            case XML_ELEMENT_NODE:
                if !text.isEmpty { children.append(.text(text)) }
                text = ""
                children.append(.element(try element(child, depth: depth + 1)))
            case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
                text += child.pointee.content.map { String(cString: $0) } ?? ""
            default:
                break
            }
            next = child.pointee.next
        }
        if !text.isEmpty { children.append(.text(text)) }
        return XMLElement(
            name: XMLParser.qualifiedName(node.pointee.name, namespace: node.pointee.ns),
            attributes: attributes(of: node),
            children: children
        )
    }

    private func attributes(of node: xmlNodePtr) -> [XMLElement.Attribute] {
        var attributes: [XMLElement.Attribute] = []
        var next = node.pointee.properties
        while let attribute = next {
            let name = XMLParser.qualifiedName(attribute.pointee.name, namespace: attribute.pointee.ns)
            var value = ""
            if let copy = xmlNodeListGetString(node.pointee.doc, attribute.pointee.children, 1) {
                value = String(cString: copy)
                clibxml2_free(copy)
            }
            attributes.append(XMLElement.Attribute(name: name, value: value))
            next = attribute.pointee.next
        }
        return attributes
    }

    /// The name with its prefix, so that an element of another vocabulary does not pass for one of ours.
    private static func qualifiedName(_ name: UnsafePointer<xmlChar>?, namespace: xmlNsPtr?) -> String {
        let local = name.map { String(cString: $0) } ?? ""
        guard let prefix = namespace?.pointee.prefix else { return local }
        return "\(String(cString: prefix)):\(local)"
    }
}
