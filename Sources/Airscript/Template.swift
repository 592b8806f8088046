/// Text with expressions between `{{` and `}}`; `\{{` stands for `{{` itself.
package struct Template: Hashable, Sendable {
    /// An expression in a template.
    package struct Embedded: Hashable, Sendable {
        package let expression: Expression
        /// Where the expression starts, in Unicode scalars from the start of the template's source.
        package let offset: Int
    }

    /// Text and expressions in turn.
    enum Piece: Sendable {
        case text(String)
        case expression(Embedded)
    }

    /// The template as written.
    package let source: String
    let pieces: [Piece]

    /// Parses the text and every expression in it.
    package static func parse(_ source: String) throws(SyntaxError) -> Template {
        // Most texts have no expression, and then every scalar is text.
        guard source.utf8.contains(UInt8(ascii: "{")) else {
            return Template(source: source, pieces: source.isEmpty ? [] : [.text(source)])
        }
        return Template(source: source, pieces: try Parser.template(Array(source.unicodeScalars)))
    }

    /// The text, where no expression is in it.
    package var constant: String? {
        var text = ""
        for piece in pieces {
            guard case .text(let part) = piece else { return nil }
            text += part
        }
        return text
    }

    /// The expressions in the order they are written.
    package var expressions: [Embedded] {
        pieces.compactMap { piece in
            guard case .expression(let embedded) = piece else { return nil }
            return embedded
        }
    }

    /// The paths that the expressions read; offsets count in the template's source.
    package var references: [Reference] {
        expressions.flatMap { embedded in
            embedded.expression.references.map { Reference(path: $0.path, offset: $0.offset + embedded.offset) }
        }
    }

    /// The text with each expression's value in its place, written as text.
    package func render(in scope: Scope) throws(EvaluationError) -> String {
        // One evaluator, so that the limits hold for the text as a whole.
        var evaluator = Evaluator(scope: scope)
        var text = ""
        for piece in pieces {
            switch piece {
            case .text(let part): text += part
            case .expression(let embedded):
                text += try evaluator.render(try evaluator.evaluate(embedded.expression.syntax))
            }
        }
        return text
    }

    // As with expressions, the source says all.

    package static func == (left: Template, right: Template) -> Bool { left.source == right.source }

    package func hash(into hasher: inout Hasher) { hasher.combine(source) }
}
