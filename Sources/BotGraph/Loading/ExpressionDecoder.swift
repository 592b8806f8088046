import Airscript

extension BotReading {
    /// Names that every expression may read.
    static let builtInNames = ["actor", "bot", "call", "channels", "event", "profile", "session"]

    /// What a template is for, which decides whether a secret may be in it.
    enum TemplateUse {
        case spoken
        case dialled
    }

    /// An Airscript expression.
    ///
    /// One that is wholly between `{{` and `}}` is taken without them.
    func expression(_ field: Field?) -> LocatedExpression? {
        guard let field else { return nil }
        guard case .scalar(let scalar) = field.value.content, !scalar.text.isEmpty else {
            report(
                .wrongType,
                "\(field.name) is an Airscript expression, such as \"attempts + 1\", not \(field.value.kind)",
                at: field.value
            )
            return nil
        }
        let (text, start) = BotReading.unwrapped(scalar.text)
        do throws(SyntaxError) {
            let expression = try Expression.parse(text)
            check(expression.references, in: field, scalar, start: start)
            return LocatedExpression(expression, at: place(scalar, field.value, offset: start).location)
        } catch {
            reportSyntax(error, in: field, scalar, start: start)
            return nil
        }
    }

    /// Text with `{{ }}`.
    func template(_ field: Field?, for use: TemplateUse) -> Template? {
        guard let field, let text = text(field), case .scalar(let scalar) = field.value.content else { return nil }
        do throws(SyntaxError) {
            let template = try Template.parse(text)
            check(template.references, in: field, scalar, start: 0)
            if use == .spoken { checkUnspoken(template, in: field, scalar) }
            return template
        } catch {
            reportFaults(of: text, first: error, in: field, scalar)
            return nil
        }
    }

    /// Reports what is wrong with each expression of a text, not only with the first.
    private func reportFaults(of text: String, first: SyntaxError, in field: Field, _ scalar: YAMLScalar) {
        let scalars = Array(text.unicodeScalars)
        var start = 0
        var fault: SyntaxError? = first
        // More than a few mistakes in one text are one mistake repeated.
        for _ in 0..<20 {
            guard let error = fault else { return }
            reportSyntax(error, in: field, scalar, start: start)
            let place = min(start + error.offset, scalars.count)
            if let opening = BotReading.pair("{", in: scalars, at: start...place, last: true) {
                fault = checkPart(scalars[start..<opening], at: start, in: field, scalar)
            }
            guard let closing = BotReading.pair("}", in: scalars, at: place...scalars.count, last: false) else {
                return
            }
            start = closing + 2
            fault = checkPart(scalars[start...], at: start, in: field, scalar)
        }
    }

    /// Checks the names in a part of a text; returns what keeps it from being read.
    private func checkPart(
        _ scalars: ArraySlice<Unicode.Scalar>,
        at start: Int,
        in field: Field,
        _ scalar: YAMLScalar
    ) -> SyntaxError? {
        var part = String.UnicodeScalarView()
        part.append(contentsOf: scalars)
        do throws(SyntaxError) {
            check(try Template.parse(String(part)).references, in: field, scalar, start: start)
            return nil
        } catch {
            return error
        }
    }

    /// Where a sign stands twice in a row within a range, the first time or the last.
    private static func pair(
        _ sign: Unicode.Scalar,
        in scalars: [Unicode.Scalar],
        at range: ClosedRange<Int>,
        last: Bool
    ) -> Int? {
        let places = range.lowerBound..<max(range.lowerBound, min(range.upperBound + 1, scalars.count - 1))
        let isPair = { (place: Int) in scalars[place] == sign && scalars[place + 1] == sign }
        return last ? places.last(where: isPair) : places.first(where: isPair)
    }

    /// A variable's name that something writes to.
    func writableVariable(_ name: String, at location: SourceLocation, owner: String) -> VariableDeclaration? {
        if let declared = variables[name] { return declared }
        let length = name.unicodeScalars.count
        if BotReading.builtInNames.contains(name) {
            report(.undeclaredVariable, "\(owner): '\(name)' can be read but not set", at: location, length: length)
        } else {
            reportUndeclared(name, owner: owner, at: location, length: length, hint: "")
        }
        return nil
    }

    /// Reports secret variables that an expression would copy.
    func checkNotCopied(_ expression: LocatedExpression, in field: Field, to target: String) {
        for reference in expression.expression.references {
            guard let name = reference.path.first, variables[name]?.isSecret == true else { continue }
            report(
                .secretCopied,
                "'\(name)' is secret; '\(target.forMessage)' would keep it in the clear",
                at: expression.location,
                length: 1
            )
        }
    }

    private func checkUnspoken(_ template: Template, in field: Field, _ scalar: YAMLScalar) {
        for reference in template.references {
            guard let name = reference.path.first, variables[name]?.isSecret == true else { continue }
            report(
                .secretSpoken,
                "\(field.name) speaks '\(name)', which is secret; leave it out",
                at: place(scalar, field.value, offset: reference.offset).location,
                length: name.unicodeScalars.count
            )
        }
    }

    private func check(_ references: [Reference], in field: Field, _ scalar: YAMLScalar, start: Int) {
        for reference in references {
            guard let name = reference.path.first, variables[name] == nil, !BotReading.builtInNames.contains(name)
            else {
                continue
            }
            let isWholeText = reference.path == [scalar.text]
            let hint = isWholeText ? "; to mean the text, write '\"\(name.forMessage)\"'" : ""
            reportUndeclared(
                name,
                owner: field.name,
                at: place(scalar, field.value, offset: start + reference.offset).location,
                length: name.unicodeScalars.count,
                hint: hint
            )
        }
    }

    private func reportUndeclared(_ name: String, owner: String, at location: SourceLocation, length: Int, hint: String)
    {
        let meant = suggestion(for: name, among: variables.keys.sorted() + BotReading.builtInNames)
        let remedy = meant.isEmpty ? "; declare it under variables" + hint : meant
        report(
            .undeclaredVariable,
            "\(owner): no variable is named '\(name.forMessage)'\(remedy)",
            at: location,
            length: length
        )
    }

    private func reportSyntax(_ error: SyntaxError, in field: Field, _ scalar: YAMLScalar, start: Int) {
        let found = place(scalar, field.value, offset: start + error.offset)
        let rest = String(
            String.UnicodeScalarView(scalar.text.unicodeScalars.dropFirst(start + error.offset).prefix(20))
        )
        let hint = found.isExact || rest.isEmpty ? "" : " (at '\(rest.forMessage)')"
        report(
            .badExpression,
            "\(field.name): \(error.message)\(hint)",
            at: found.location,
            length: found.isExact ? error.length : 1
        )
    }

    /// The place of an offset in a scalar's text, or the scalar's start when it cannot be told.
    private func place(
        _ scalar: YAMLScalar,
        _ value: YAMLValue,
        offset: Int
    ) -> (location: SourceLocation, isExact: Bool) {
        guard let places = places(of: scalar, at: value.location) else {
            return (value.location, false)
        }
        return (source.location(of: places[max(0, min(offset, places.count - 1))]), true)
    }

    /// The expression inside `{{ }}` and where it starts, in scalars; the whole text when it is not wrapped.
    private static func unwrapped(_ text: String) -> (text: String, start: Int) {
        let scalars = Array(text.unicodeScalars)
        var low = 0
        var high = scalars.count
        while low < high, scalars[low].properties.isWhitespace { low += 1 }
        while low < high, scalars[high - 1].properties.isWhitespace { high -= 1 }
        let isWrapped =
            high - low >= 4 && scalars[low] == "{" && scalars[low + 1] == "{" && scalars[high - 1] == "}"
            && scalars[high - 2] == "}"
        guard isWrapped else { return (text, 0) }
        return (String(String.UnicodeScalarView(scalars[(low + 2)..<(high - 2)])), low + 2)
    }
}
