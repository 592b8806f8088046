/// What the loader can find wrong in a bot file.
///
/// Every one is an error: the bot is not served.
///
/// The raw value is the finding's id, in kebab case and never reused.
package enum LoaderCheck: String, Hashable, Sendable, CaseIterable {
    case badAction = "bad-action"
    case badCount = "bad-count"
    case badDuration = "bad-duration"
    case badExpression = "bad-expression"
    case badKey = "bad-key"
    case badLanguage = "bad-language"
    case badName = "bad-name"
    case badNumber = "bad-number"
    case badOptOut = "bad-opt-out"
    case badPhrase = "bad-phrase"
    case badPrompt = "bad-prompt"
    case conflictingKeys = "conflicting-keys"
    case duplicateKey = "duplicate-key"
    case duplicateLanguage = "duplicate-language"
    case duplicateNode = "duplicate-node"
    case duplicateOption = "duplicate-option"
    case emptyFile = "empty-file"
    case missingKey = "missing-key"
    case missingLanguage = "missing-language"
    case missingRecording = "missing-recording"
    case missingTrigger = "missing-trigger"
    case multipleDocuments = "multiple-documents"
    case secretCaptured = "secret-captured"
    case secretCopied = "secret-copied"
    case secretSpoken = "secret-spoken"
    case tooLarge = "too-large"
    case undeclaredVariable = "undeclared-variable"
    case undefinedTarget = "undefined-target"
    case unknownKey = "unknown-key"
    case unknownLanguage = "unknown-language"
    case unknownNodeType = "unknown-node-type"
    case unknownWord = "unknown-word"
    case unsupportedChannel = "unsupported-channel"
    case unsupportedNodeType = "unsupported-node-type"
    case wrongType = "wrong-type"
    case yamlSyntax = "yaml-syntax"

    /// One paragraph: what it means, why it matters, what to do.
    package var explanation: String {
        switch self {
        case .badAction:
            "An entry of an action chain is a map with `set`, or with `if`, `then` and perhaps `else`. This one is neither, or both."
        case .badCount:
            """
            A number or the length of a list is outside its range: a touch-tone capture takes 1 to 64 digits with the lower \
            bound not above the upper, a forward_call rings 1 to 10 numbers together, and lists of options, cases and actions \
            are not empty.
            """
        case .badDuration:
            """
            A duration is a whole number with a unit: `5s`, `500ms` or `2m`. The provider counts whole seconds, from 1 to 60 s \
            for listening and from 5 to 600 s for ringing, so anything else would not be what the caller gets.
            """
        case .badExpression:
            """
            The text is no Airscript expression, or a template has one between {{ and }} that is not. Expressions are checked \
            when the file is loaded, so that a call never meets this mistake.
            """
        case .badKey:
            """
            Keys are text of 0-9, * and #, in quotes. YAML reads a bare 1 as a number, 012 as another number, and # as the \
            start of a comment, so write `press: "1"`.
            """
        case .badLanguage:
            "A language is written in full with its region, such as `en-US`: the recogniser refuses a bare `en` (error 13512)."
        case .badName:
            """
            Names of bots, nodes, options and recordings go into URLs and file names, so they are a letter and up to 63 letters, \
            digits, hyphens and underscores. Names of variables are a letter and letters, digits and underscores, and not a word \
            that Airscript keeps for itself.
            """
        case .badNumber:
            "A phone number is written in E.164 form and in quotes: a plus sign, the country code, the number, no spaces."
        case .badOptOut:
            """
            The way out of the calls has to work. Unless `ask` is `never`, `opt_out.confirm` names a decision_menu with one option \
            `opt_out: confirmed`, which ends the call and takes no `go`, and one option `opt_out: withdrawn`. No other menu has \
            such options.
            """
        case .badPhrase:
            "Nothing that could be heard is left of a phrase once punctuation is dropped."
        case .badPrompt:
            """
            A prompt is text, {recording: NAME}, a list of both, or a map from the bot's languages to these. It is never empty: \
            a caller would hear silence.
            """
        case .conflictingKeys:
            "Two keys say different things about the same matter. Keep one of them."
        case .duplicateKey:
            "A key stands twice in one map. YAML leaves open which one counts, so it is refused."
        case .duplicateLanguage:
            "A language stands twice in the bot's list."
        case .duplicateNode:
            "Two nodes have the same name, so a target that names them says nothing. Rename one."
        case .duplicateOption:
            "Two options of a menu have the same name, so the call's record could not tell them apart. Rename one."
        case .emptyFile:
            "The file holds no bot. `touchtone new NAME` writes one to start from."
        case .missingKey:
            "A key that has to be there is not."
        case .missingLanguage:
            "A text by language has none for the bot's default language, which stands in for every language without its own."
        case .missingRecording:
            """
            A prompt names a recording that is not in `prompts/LANGUAGE/` for a language it is played in. The caller would hear \
            nothing.
            """
        case .missingTrigger:
            "An option or universal has neither `press` nor `say`, so nothing chooses it."
        case .multipleDocuments:
            "A bot file holds one YAML document. A second one, after a line of ---, would be dropped unseen."
        case .secretCaptured:
            """
            A touchtone_capture keeps its digits in the clear, in the call's record too, so it cannot fill a variable that is \
            declared secret.
            """
        case .secretCopied:
            "A secret variable's value would be kept in the clear under another name."
        case .secretSpoken:
            "A secret variable's value would be spoken, and sent to the provider as text to speak. Leave it out of the prompt."
        case .tooLarge:
            """
            A bot file is at most 8 MiB, nests at most 100 levels deep and has at most 1,000,000 values once aliases are followed. \
            A file beyond that is damaged or hostile.
            """
        case .undeclaredVariable:
            """
            An expression reads, or a node sets, a name that is not declared under `variables`. Reading it would always give \
            NULL. The names actor, session, call, channels, event, profile and bot are always there to read.
            """
        case .undefinedTarget:
            "A target names a node that the file does not have."
        case .unknownKey:
            "The key means nothing here, so what it was meant to do would not happen. It is most often a slip of the keyboard."
        case .unknownLanguage:
            "A language is used that the bot does not list under `languages`."
        case .unknownNodeType:
            "No node type has this name."
        case .unknownWord:
            "The value is one of a few words, and this is none of them."
        case .unsupportedChannel:
            "Text bots are not in this version of Touchtone: `channel` is `voice`."
        case .unsupportedNodeType:
            "The node type is planned but not in this version of Touchtone."
        case .wrongType:
            """
            The value is of another type than the key takes: a list where there should be text, a number without quotes where \
            there should be text, nothing at all.
            """
        case .yamlSyntax:
            "The text is not YAML. Only the first such mistake is reported, as what follows it cannot be read."
        }
    }
}
