extension Parser {
    /// The pieces of a template.
    ///
    /// Outside its expressions only `\{{` is an escape; every other backslash is itself.
    static func template(_ scalars: [Unicode.Scalar]) throws(SyntaxError) -> [Template.Piece] {
        var pieces: [Template.Piece] = []
        var literal = String.UnicodeScalarView()
        var scanner = Scanner(scalars)
        while let scalar = scanner.peek() {
            if scalar == "\\", scanner.peek(1) == "{", scanner.peek(2) == "{" {
                literal.append(contentsOf: ["{", "{"])
                scanner.position += 3
            } else if scalar == "{", scanner.peek(1) == "{" {
                if !literal.isEmpty { pieces.append(.text(String(literal))) }
                literal = String.UnicodeScalarView()
                pieces.append(.expression(try embedded(in: &scanner)))
            } else {
                literal.append(scalar)
                scanner.position += 1
            }
        }
        if !literal.isEmpty { pieces.append(.text(String(literal))) }
        return pieces
    }

    /// Parses the expression at the `{{` where the scanner stands, and moves the scanner behind its `}}`.
    private static func embedded(in scanner: inout Scanner) throws(SyntaxError) -> Template.Embedded {
        var parser = Parser(unstarted: scanner)
        let (syntax, place) = try parser.interpolation()
        scanner.position = parser.scanner.position
        let expression = Expression(
            source: scanner.source(from: place.lowerBound, to: place.upperBound),
            references: parser.references.map { Reference(path: $0.path, offset: $0.offset - place.lowerBound) },
            syntax: syntax
        )
        return Template.Embedded(expression: expression, offset: place.lowerBound)
    }
}
