/// The voices of Amazon Polly, which providers offer as `Polly.NAME`.
///
/// Source: https://docs.aws.amazon.com/polly/latest/dg/available-voices.html
enum PollyVoices {
    /// The names as Amazon writes them.
    static let names: [String] = table.flatMap { $0.names.split(separator: " ").map(String.init) }.sorted()

    /// What a voice speaks, by its name in lower case; some speak two languages.
    static let languages: [String: [String]] = table.reduce(into: [:]) { languages, row in
        for name in row.names.split(separator: " ") { languages[name.lowercased(), default: []].append(row.language) }
    }

    private static let table: [(language: String, names: String)] = [
        ("arb", "Zeina"),
        ("ar-AE", "Hala Zayd"),
        ("ca-ES", "Arlet"),
        ("cmn-CN", "Zhiyu"),
        ("cs-CZ", "Jitka"),
        ("cy-GB", "Gwyneth"),
        ("da-DK", "Mads Naja Sofie"),
        ("de-AT", "Hannah"),
        ("de-CH", "Sabrina"),
        ("de-DE", "Daniel Hans Marlene Vicki"),
        ("en-AU", "Nicole Olivia Russell"),
        ("en-GB", "Amy Arthur Brian Emma"),
        ("en-GB-WLS", "Geraint"),
        ("en-IE", "Niamh"),
        ("en-IN", "Aditi Kajal Raveena"),
        ("en-NZ", "Aria"),
        ("en-SG", "Jasmine"),
        (
            "en-US",
            "Danielle Gregory Ivy Joanna Joey Justin Kendra Kevin Kimberly Matthew Patrick Ruth Salli Stephen"
        ),
        ("en-ZA", "Ayanda"),
        ("es-ES", "Conchita Enrique Lucia Sergio"),
        ("es-MX", "Andres Mia"),
        ("es-US", "Lupe Miguel Pedro Penelope"),
        ("fi-FI", "Suvi"),
        ("fr-BE", "Isabelle"),
        ("fr-CA", "Chantal Gabrielle Liam"),
        ("fr-FR", "Celine Lea Mathieu Remi"),
        ("hi-IN", "Aditi Kajal"),
        ("is-IS", "Dora Karl"),
        ("it-IT", "Adriano Bianca Carla Giorgio"),
        ("ja-JP", "Kazuha Mizuki Takumi Tomoko"),
        ("ko-KR", "Jihye Seoyeon"),
        ("nb-NO", "Ida Liv"),
        ("nl-BE", "Lisa"),
        ("nl-NL", "Laura Lotte Ruben"),
        ("pl-PL", "Ewa Jacek Jan Maja Ola"),
        ("pt-BR", "Camila Ricardo Thiago Vitoria"),
        ("pt-PT", "Cristiano Ines"),
        ("ro-RO", "Carmen"),
        ("ru-RU", "Maxim Tatyana"),
        ("sv-SE", "Astrid Elin"),
        ("tr-TR", "Burcu Filiz"),
        ("yue-CN", "Hiujin"),
    ]
}
