/// The forms of the Spanish verbs for contacting a person.
enum SpanishForms {
    /// Verbs that mean contact by themselves.
    private static let plain: [String] = words(
        """
        llam molest contact texte mensaje fastidi acos hostig jod fregu freg chingu ching telefone timbr
        """
    )
    /// Verbs that mean it with an object: to send a message, to dial me.
    private static let transitive: [String] = words("mand envi marc marqu habl busqu busc notifiqu notific comuniqu")

    /// "No me llamen", "que no me llamaran".
    static let commands: [String] =
        combined(plain, words("e en es emos aran ara"))
        + combined(words("escrib insist jod"), words("a an as ieran iera"))

    static let transitiveCommands: [String] = combined(transitive, words("e en es emos aran ara"))

    /// To call; to send me.
    static let infinitives: [String] =
        combined(plain, words("ar arme arnos")) + combined(transitive, words("arme arnos"))
        + words("escribir escribirme escribirnos insistir joder joderme jodernos")

    static let transitiveInfinitives: [String] = combined(transitive, words("ar"))

    static let gerunds: [String] =
        combined(plain + transitive, words("ando andome andonos"))
        + words("escribiendo escribiendome escribiendonos insistiendo jodiendo jodiendome")

    private static func words(_ text: String) -> [String] {
        text.split { $0 == " " || $0 == "\n" }.map(String.init)
    }

    private static func combined(_ stems: [String], _ endings: [String]) -> [String] {
        stems.flatMap { stem in endings.map { stem + $0 } }
    }
}
