import TwiML

/// Rules between elements, which a table of elements does not hold.
enum ContractOrder {
    /// The elements with their paths; those of one name are counted from 1.
    static func placed(_ elements: [XMLElement], in path: String) -> [(element: XMLElement, path: String)] {
        var counts: [String: Int] = [:]
        return elements.map { element in
            let count = counts[element.name, default: 0] + 1
            counts[element.name] = count
            return (element, "\(path)/\(element.name)[\(count)]")
        }
    }

    /// Order of the verbs of a document.
    static func warnings(of root: XMLElement) -> [ContractWarning] {
        let verbs = placed(root.elements, in: root.name)
        var warnings: [ContractWarning] = []
        for (index, verb) in verbs.enumerated() {
            let rest = verbs[(index + 1)...]
            if endsDocument(verb.element), let next = rest.first {
                let sentence =
                    "\(next.element.name) is never reached; \(verb.element.name) hands the call on or ends it."
                warnings.append(ContractWarning(.unreachable, at: next.path, sentence))
            }
            if verb.element.name == "Reject", index > 0 {
                let sentence = "Reject comes after another verb, which answers the call; make it the first."
                warnings.append(ContractWarning(.misplacedElement, at: verb.path, sentence))
            }
            if verb.element.name == "Gather" {
                // What tells the caller that nothing was heard may come between.
                let follower = rest.first { !["Say", "Play", "Pause"].contains($0.element.name) }
                if follower?.element.name != "Redirect" {
                    let sentence =
                        "No Redirect follows the Gather, so silence ends the call on some providers; add one."
                    warnings.append(ContractWarning(.gatherWithoutRedirect, at: verb.path, sentence))
                }
            }
        }
        return warnings
    }

    /// Nouns of a Dial that may not stand together, the provider's warning 13000.
    static func nounWarnings(of dial: XMLElement, at path: String) -> [ContractWarning] {
        var warnings: [ContractWarning] = []
        let nouns = dial.elements
        let together = nouns.count { ["Number", "Client", "Sip"].contains($0.name) }
        if together > 10 {
            warnings.append(ContractWarning(.tooManyNouns, at: path, "Dial rings \(together) at once, more than 10."))
        }
        if nouns.contains(where: { $0.name == "Conference" }), nouns.contains(where: { $0.name == "Number" }) {
            warnings.append(
                ContractWarning(.mixedNouns, at: path, "Dial mixes Conference and Number; use one of them.")
            )
        }
        if !nouns.isEmpty, !dial.ownText.trimmedOfXMLSpace.isEmpty {
            warnings.append(
                ContractWarning(.mixedNouns, at: path, "Dial mixes a number as text with nouns; use nouns.")
            )
        }
        return warnings
    }

    /// Attributes without which a document loops, and the one that a nested Play may not have.
    static func missingAttributes(of element: XMLElement, at path: String) -> [ContractWarning] {
        var warnings: [ContractWarning] = []
        if ["Gather", "Record"].contains(element.name), element[attribute: "action"] == nil {
            let sentence = "\(element.name) has no action, so the provider asks for this document again; name a turn."
            warnings.append(ContractWarning(.missingAttribute, at: path, sentence))
        }
        if element.name == "Gather" {
            for (play, place) in placed(element.elements, in: path) where play.name == "Play" {
                guard play[attribute: "digits"] != nil else { continue }
                let sentence = "A Play inside a Gather may not send digits; move it out."
                warnings.append(ContractWarning(.badValue, at: "\(place)/@digits", sentence))
            }
            if element[attribute: "speechTimeout"] == "auto", element[attribute: "speechModel"] != nil {
                let sentence = "'auto' may not stand beside speechModel; write a number of seconds."
                warnings.append(ContractWarning(.badValue, at: "\(path)/@speechTimeout", sentence))
            }
        }
        return warnings
    }

    /// Whether what follows is never run.
    private static func endsDocument(_ verb: XMLElement) -> Bool {
        switch verb.name {
        case "Redirect", "Reject", "Hangup", "Leave": true
        case "Dial", "Enqueue", "Pay", "Connect", "Refer": verb[attribute: "action"] != nil
        default: false
        }
    }
}
