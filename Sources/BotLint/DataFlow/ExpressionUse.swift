import Airscript
import BotGraph

/// An expression of a bot's file, with where it stands and what becomes of its value.
struct ExpressionUse {
    /// What becomes of an expression's value.
    enum Purpose: Hashable {
        case spoken
        /// It becomes a number to ring, or the number that is shown.
        case dialled
        /// It chooses between two ways.
        case decides
        /// The variable takes it.
        case assigned(to: String)
    }

    let expression: Expression
    let purpose: Purpose
    /// The text that the expression is a part of: a prompt's, or the expression itself.
    let text: String
    /// Where the expression starts in the text, in scalars.
    let offset: Int
    /// Where the text starts in the file.
    let location: SourceLocation

    init(_ located: LocatedExpression, for purpose: Purpose) {
        expression = located.expression
        self.purpose = purpose
        text = located.expression.source
        offset = 0
        location = located.location
    }

    init(_ embedded: Template.Embedded, of template: Template, at location: SourceLocation, for purpose: Purpose) {
        expression = embedded.expression
        self.purpose = purpose
        text = template.source
        offset = embedded.offset
        self.location = location
    }

    /// The references whose NULL would be lost here.
    var readsWithoutGuard: [Reference] { expression.readsWithoutGuard(asTest: purpose == .decides) }
}

extension LintSubject {
    /// Where one of the names of a reference stands in the file, the variable's unless another is asked for.
    func place(of reference: Reference, in use: ExpressionUse, name index: Int = 0) -> (SourceLocation, length: Int) {
        let before = reference.path.prefix(index).reduce(0) { $0 + $1.unicodeScalars.count + 1 }
        let start = reference.offset + before
        let name = reference.path.indices.contains(index) ? reference.path[index] : ""
        let length = name.unicodeScalars.count
        // A path may be written with blanks around its dots; then only its start is known.
        let scalars = Array(use.expression.source.unicodeScalars)
        let isThere =
            start + length <= scalars.count && scalars[start..<(start + length)].elementsEqual(name.unicodeScalars)
        let range = isThere ? start..<(start + length) : reference.offset..<(reference.offset + 1)
        return place(of: range, in: use)
    }

    /// Where a part of an expression stands in the file.
    func place(of range: Range<Int>, in use: ExpressionUse) -> (SourceLocation, length: Int) {
        let range = (range.lowerBound + use.offset)..<(range.upperBound + use.offset)
        guard let source, let index = source.index(of: use.location) else { return (use.location, 1) }
        guard use.text == use.expression.source, use.offset == 0 else {
            let place = source.place(of: range, in: use.text, at: use.location)
            return (place.location, place.length)
        }
        // The expression starts behind the quote of its scalar, and behind braces where it has some.
        var start = index
        while start > 0, ExpressionUse.opens(source.scalars[start - 1]) { start -= 1 }
        guard start > 0, source.scalars[start - 1] == "\"" || source.scalars[start - 1] == "'" else {
            let place = source.place(of: range, in: use.text, at: use.location)
            return (place.location, place.length)
        }
        var text = String.UnicodeScalarView(source.scalars[start..<index])
        text.append(contentsOf: use.text.unicodeScalars)
        let shifted = (range.lowerBound + index - start)..<(range.upperBound + index - start)
        let place = source.place(of: shifted, in: String(text), at: source.location(of: start - 1))
        return (place.location, place.length)
    }
}

extension ExpressionUse {
    /// What may stand between a scalar's quote and the expression in it.
    fileprivate static func opens(_ scalar: Unicode.Scalar) -> Bool { scalar == "{" || scalar == " " }
}
