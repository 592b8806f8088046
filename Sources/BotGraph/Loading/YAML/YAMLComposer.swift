import CYaml

/// Makes values of the events of the YAML library.
///
/// The library's own trees hash every key and follow every alias, and would take more time than all the rest.
struct YAMLComposer {
    private typealias Failure = YAMLReader.Failure

    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let source: SourceText
    private let sentences: YAMLSentences
    private var anchors: Anchors

    /// Reads one document.
    ///
    /// - Parameters:
    ///   - text: The text, with its aliases disguised.
    ///   - source: The text as it was given, which places are taken from.
    ///   - aliasMark: What stands for the asterisk of an alias; nil where there is none.
    /// - Returns: The root, nil when there is nothing in the text; or why it cannot be read.
    static func compose(
        _ text: String,
        of source: SourceText,
        aliasMark: Unicode.Scalar?
    ) -> Result<YAMLValue?, YAMLReader.Failure> {
        var text = text
        // The parser reads from the bytes themselves, so it lives no longer than they are lent.
        return text.withUTF8 { bytes in
            withUnsafeTemporaryAllocation(of: yaml_parser_t.self, capacity: 1) { memory in
                let sentences = YAMLSentences(source: source)
                guard let parser = memory.baseAddress, yaml_parser_initialize(parser) == 1 else {
                    return .failure(sentences.tooDeep(at: source.location(of: 0)))
                }
                defer { yaml_parser_delete(parser) }
                yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
                yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
                var composer = YAMLComposer(
                    parser: parser,
                    source: source,
                    sentences: sentences,
                    anchors: Anchors(aliasMark: aliasMark)
                )
                do throws(YAMLReader.Failure) {
                    return .success(try composer.document())
                } catch {
                    return .failure(error)
                }
            }
        }
    }

    private mutating func document() throws(Failure) -> YAMLValue? {
        _ = try next()
        let (first, _) = try next()
        if case .streamEnd = first { return nil }
        let (event, location) = try next()
        let root = try value(of: event, at: location, depth: 1)
        _ = try next()
        let (last, place) = try next()
        guard case .streamEnd = last else { throw sentences.secondDocument(at: place) }
        return root
    }

    private mutating func value(of event: Event, at location: SourceLocation, depth: Int) throws(Failure) -> YAMLValue {
        guard depth <= YAMLReader.depthLimit else { throw sentences.tooDeep(at: location) }
        let before = anchors.count
        let content: YAMLValue.Content
        let anchor: String?
        switch event {
        case .scalar(let scalar, let name):
            // A scalar is as if it were written where the alias stands; a list or map keeps the places of its parts.
            if let alias = anchors.alias(in: scalar) { return try anchors.follow(alias, depth: depth, at: location) }
            try anchors.countOne(at: location)
            content = .scalar(YAMLScalar(text: anchors.restored(scalar.text), style: scalar.style))
            anchor = name
        case .list(let name):
            try anchors.countOne(at: location)
            content = .list(try items(depth: depth + 1))
            anchor = name
        case .map(let name):
            try anchors.countOne(at: location)
            content = .map(try entries(depth: depth + 1))
            anchor = name
        case .end, .streamEnd, .other:
            throw Failure(check: .yamlSyntax, message: "an alias leads nowhere", location: location)
        }
        let value = YAMLValue(content: content, location: location)
        if let anchor { anchors.define(anchor, value, size: anchors.count - before) }
        return value
    }

    private mutating func items(depth: Int) throws(Failure) -> [YAMLValue] {
        var items: [YAMLValue] = []
        while true {
            let (event, location) = try next()
            if case .end = event { return items }
            items.append(try value(of: event, at: location, depth: depth))
        }
    }

    private mutating func entries(depth: Int) throws(Failure) -> [YAMLEntry] {
        var entries: [YAMLEntry] = []
        while true {
            let (event, location) = try next()
            if case .end = event { return entries }
            let key = try value(of: event, at: location, depth: depth)
            guard case .scalar(let scalar) = key.content else {
                throw Failure(
                    check: .yamlSyntax,
                    message: "a key has to be text, not \(key.kind)",
                    location: location
                )
            }
            let (next, place) = try next()
            let value = try value(of: next, at: place, depth: depth)
            entries.append(YAMLEntry(key: scalar.text, location: location, value: value))
        }
    }

    // MARK: - Events

    private enum Event {
        case scalar(YAMLScalar, anchor: String?)
        case list(anchor: String?)
        case map(anchor: String?)
        /// The end of a list or map.
        case end
        case streamEnd
        case other

        init(_ event: yaml_event_t) {
            switch event.type {
            case YAML_SCALAR_EVENT:
                let scalar = event.data.scalar
                let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
                let text = String(decoding: bytes, as: UTF8.self)
                self = .scalar(
                    YAMLScalar(text: text, style: YAMLScalar.Style(scalar.style)),
                    anchor: Event.text(scalar.anchor)
                )
            case YAML_SEQUENCE_START_EVENT: self = .list(anchor: Event.text(event.data.sequence_start.anchor))
            case YAML_MAPPING_START_EVENT: self = .map(anchor: Event.text(event.data.mapping_start.anchor))
            case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: self = .end
            case YAML_STREAM_END_EVENT: self = .streamEnd
            default: self = .other
            }
        }

        private static func text(_ pointer: UnsafeMutablePointer<UInt8>?) -> String? {
            pointer.map { String(cString: $0) }
        }
    }

    private mutating func next() throws(Failure) -> (event: Event, location: SourceLocation) {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else { throw failure() }
        defer { yaml_event_delete(&event) }
        return (Event(event), place(event.start_mark))
    }

    private func place(_ mark: yaml_mark_t) -> SourceLocation {
        SourceLocation(path: source.path, line: Int(mark.line) + 1, column: Int(mark.column) + 1)
    }

    /// What the parser found wrong.
    private func failure() -> Failure {
        let parser = parser.pointee
        switch parser.error {
        case YAML_READER_ERROR: return sentences.character(parser.problem_value)
        case YAML_SCANNER_ERROR, YAML_PARSER_ERROR:
            let context = parser.context.map { text in
                YAMLSentences.Context(text: String(cString: text), location: place(parser.context_mark))
            }
            let problem = parser.problem.map { String(cString: $0) } ?? "it cannot be read"
            return sentences.failure(problem, context: context, at: place(parser.problem_mark))
        default: return sentences.tooDeep(at: source.location(of: 0))
        }
    }
}

extension YAMLScalar.Style {
    fileprivate init(_ style: yaml_scalar_style_t) {
        switch style {
        case YAML_SINGLE_QUOTED_SCALAR_STYLE: self = .singleQuoted
        case YAML_DOUBLE_QUOTED_SCALAR_STYLE: self = .doubleQuoted
        case YAML_LITERAL_SCALAR_STYLE: self = .literal
        case YAML_FOLDED_SCALAR_STYLE: self = .folded
        default: self = .plain
        }
    }
}
