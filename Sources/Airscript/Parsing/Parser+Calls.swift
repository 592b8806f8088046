extension Parser {
    /// A call of a function of the library; the opening parenthesis is next.
    mutating func call(_ name: String, at place: Token) throws(SyntaxError) -> Syntax {
        guard let function = FunctionLibrary.function(named: name) else {
            throw error(unknownFunction(name, at: place), at: place)
        }
        let arguments = try arguments()
        if let message = function.refusal(ofCount: arguments.count) { throw error(message, at: place) }
        return .call(function, arguments)
    }

    private mutating func arguments() throws(SyntaxError) -> [Syntax] {
        try advance()
        var arguments: [Syntax] = []
        if try take(.rightParenthesis) { return [] }
        repeat { arguments.append(try expression()) } while try take(.comma)
        guard try take(.rightParenthesis) else { throw unexpected("`,` or `)` after the argument") }
        return arguments
    }

    private func unknownFunction(_ name: String, at place: Token) -> String {
        let unknown = "unknown function \(scanner.quoted(from: place.offset, to: place.offset + place.length))"
        let names = FunctionLibrary.names
        // Comparing takes the product of the lengths, and nobody means a function by a name so long.
        let upper = name.uppercased()
        let close = upper.count > 40 ? [] : names.map { (name: $0, distance: upper.editDistance(to: $0)) }
        if let nearest = close.min(by: { $0.distance < $1.distance }), nearest.distance <= max(1, upper.count / 3) {
            return unknown + "; did you mean \(nearest.name)?"
        }
        return unknown + "; there " + (names.count == 1 ? "is " : "are ") + names.joined(separator: ", ")
    }

    /// The error for `NAMESPACE#BINDING(…)`: a function that an app's author defined, of which a bot file has none.
    mutating func userFunction(namespace: String, at place: Token) throws(SyntaxError) -> SyntaxError {
        try advance()
        guard case .word(let binding) = token.kind else { return unexpected("the user function's binding after `#`") }
        try advance()
        guard token.kind == .sign(.leftParenthesis) else { return unexpected("`(` after the user function's name") }
        let shown = scanner.quoted(from: place.offset, to: end)
        return SyntaxError(
            message:
                "unknown user function \(shown); a bot file defines none, so write what \(binding) does in its place",
            offset: place.offset,
            length: end - place.offset
        )
    }
}
