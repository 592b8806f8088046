/// Writes a document as XML, through libxml2.
package enum TwiMLWriter {
    /// The largest document served.
    ///
    /// The provider's limit is 64 kB, its error 11750. It does not say which kilobyte; 64,000 holds under either reading.
    package static let maximumBytes = 64_000

    /// The document in UTF-8, from the XML declaration on; `TwiMLError.tooLarge` above `limit` bytes.
    package static func bytes(of document: TwiMLDocument, limit: Int = maximumBytes) throws(TwiMLError) -> [UInt8] {
        var writer = try XMLWriter()
        writer.start("Response")
        for verb in document.verbs { verb.write(to: &writer) }
        writer.end()
        let bytes = try writer.finish()
        guard bytes.count <= limit else { throw .tooLarge(bytes: bytes.count) }
        return bytes
    }
}
