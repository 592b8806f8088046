extension String {
    /// The text on one line, with what a terminal would act on spelled out: people's words come from outside.
    var visible: String {
        var result = ""
        for scalar in unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned, .privateUse:
                // A joiner inside an emoji or a script shapes what is seen and moves nothing.
                if scalar == "\u{200D}" || scalar == "\u{200C}" {
                    result.unicodeScalars.append(scalar)
                } else {
                    result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
                }
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
