/// Everything the classifier knows: words, patterns and what they mean, with a number for each word.
struct OptOutLexicon: Sendable {
    static let standard = OptOutLexicon()

    let vocabulary: Vocabulary
    /// The whole text is one of these.
    let wholeWords: PhraseBook
    /// The whole text is one of these, in a text message only.
    let wholeTextWords: PhraseBook
    /// Requests, wherever they stand.
    let requests: PhraseBook
    /// Words of the list inside a sentence.
    let words: PhraseBook
    /// The same words with another meaning.
    let otherMeanings: PhraseBook
    /// Our own instructions, quoted.
    let footers: PhraseBook
    let resumptions: PhraseBook
    let retractions: PhraseBook
    /// "By mistake", which takes back only what is told of.
    let mishaps: PhraseBook
    let hours: PhraseBook
    /// Times that "now" in a command does not mean: "don't call me now" against "stop calling me now".
    let moments: PhraseBook
    let places: PhraseBook
    let thirdObjects: PhraseBook
    /// What may stand after "don't call me" besides a name.
    let afterCallMe: PhraseBook
    /// Questions that are complete in themselves.
    let openQuestions: PhraseBook
    let howTo: PhraseBook

    private init() {
        var vocabulary = Vocabulary()
        let classes = OptOutClasses.all
        func book(_ phrases: [(OptOutReading.Rule, [String])]) -> PhraseBook {
            PhraseBook(phrases, classes: classes, vocabulary: &vocabulary)
        }
        func plain(_ texts: [String]) -> PhraseBook { book([(.nothing, texts)]) }
        wholeWords = book([(.wordAlone, OptOutPhrases.wholeWords)])
        wholeTextWords = book([(.wordAlone, OptOutPhrases.wholeTextWords)])
        requests = PhraseBook(
            OptOutPhrases.english + OptOutPhrases.doubtful,
            spanish: OptOutPhrases.spanish,
            classes: classes,
            vocabulary: &vocabulary
        )
        words = book([(.wordAsClause, OptOutPhrases.strongWords), (.wordInSentence, OptOutPhrases.weakWords)])
        otherMeanings = book([(.otherMeaning, OptOutPhrases.otherMeanings)])
        footers = plain(OptOutPhrases.footers)
        resumptions = plain(OptOutPhrases.resumptions)
        retractions = plain(OptOutPhrases.retractions)
        mishaps = plain(OptOutPhrases.mishaps)
        hours = plain(OptOutPhrases.hours)
        moments = plain(OptOutPhrases.moments)
        places = plain(OptOutPhrases.places)
        thirdObjects = plain(OptOutPhrases.thirdObjects)
        afterCallMe = plain(OptOutPhrases.afterCallMe)
        openQuestions = plain(OptOutPhrases.openQuestions)
        howTo = plain(OptOutPhrases.howTo)
        for word in OptOutScope.knownWords.union(SpellingTables.filler) { _ = vocabulary.learn(word) }
        self.vocabulary = vocabulary
    }
}
