import CLibXML2

/// One XML document in the making; owns a libxml2 writer and the buffer it fills.
///
/// libxml2 escapes what XML wants escaped, but writes characters that XML forbids as they are and reports nothing. Text
/// therefore has to come from `XMLText.permitted(_:)`. The first failed call is remembered and thrown by `finish()`, so
/// that verbs can write themselves without a `try` on every line.
struct XMLWriter: ~Copyable {
    private let writer: xmlTextWriterPtr
    private let buffer: xmlBufferPtr
    private var failure: String?

    /// libxml2's tables are set up on first use, which two threads must not do at once.
    private static let library: Void = xmlInitParser()

    init() throws(TwiMLError) {
        XMLWriter.library
        guard let buffer = xmlBufferCreateSize(XMLWriter.initialBytes) else {
            throw .writer(function: "xmlBufferCreateSize")
        }
        // An exactly growing buffer, which is the default, copies itself at every write.
        xmlBufferSetAllocationScheme(buffer, XML_BUFFER_ALLOC_DOUBLEIT)
        guard let writer = xmlNewTextWriterMemory(buffer, 0) else {
            xmlBufferFree(buffer)
            throw .writer(function: "xmlNewTextWriterMemory")
        }
        self.writer = writer
        self.buffer = buffer
        // With the encoding named, letters beyond ASCII stay letters in attributes; without it they become `&#xE9;`.
        note(xmlTextWriterStartDocument(writer, nil, "UTF-8", nil), "xmlTextWriterStartDocument")
    }

    deinit {
        // The writer flushes into the buffer as it goes, so it goes first.
        xmlFreeTextWriter(writer)
        xmlBufferFree(buffer)
    }

    mutating func start(_ element: StaticString) {
        note(xmlTextWriterStartElement(writer, element.utf8Start), "xmlTextWriterStartElement")
    }

    mutating func attribute(_ name: StaticString, _ value: StaticString) {
        note(xmlTextWriterWriteAttribute(writer, name.utf8Start, value.utf8Start), "xmlTextWriterWriteAttribute")
    }

    mutating func attribute(_ name: StaticString, _ value: String) {
        let status = XMLWriter.withBytes(of: value) { xmlTextWriterWriteAttribute(writer, name.utf8Start, $0) }
        note(status, "xmlTextWriterWriteAttribute")
    }

    mutating func attribute(_ name: StaticString, _ value: Int) {
        attribute(name, String(value))
    }

    mutating func text(_ text: String) {
        let status = XMLWriter.withBytes(of: text) { xmlTextWriterWriteString(writer, $0) }
        note(status, "xmlTextWriterWriteString")
    }

    mutating func end() {
        note(xmlTextWriterEndElement(writer), "xmlTextWriterEndElement")
    }

    /// Ends the document and hands over its bytes; the writer is spent.
    consuming func finish() throws(TwiMLError) -> [UInt8] {
        note(xmlTextWriterEndDocument(writer), "xmlTextWriterEndDocument")
        note(xmlTextWriterFlush(writer), "xmlTextWriterFlush")
        if let failure { throw .writer(function: failure) }
        guard let content = xmlBufferContent(buffer) else { throw .writer(function: "xmlBufferContent") }
        return Array(UnsafeBufferPointer(start: content, count: Int(xmlBufferLength(buffer))))
    }

    /// Room for a usual document, so that its buffer is never moved.
    private static let initialBytes = 2_048

    private mutating func note(_ status: CInt, _ function: StaticString) {
        guard status < 0, failure == nil else { return }
        failure = "\(function)"
    }

    /// Lends the text's own bytes where it is stored in one run, as nearly every string is.
    private static func withBytes(of text: String, _ write: (UnsafePointer<xmlChar>) -> CInt) -> CInt {
        text.withCString { pointer in
            pointer.withMemoryRebound(to: xmlChar.self, capacity: text.utf8.count + 1) { write($0) }
        }
    }
}
