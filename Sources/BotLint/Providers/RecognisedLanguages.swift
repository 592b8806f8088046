/// The languages that providers' recognisers know.
enum RecognisedLanguages {
    /// Those of Twilio's Gather, without regions, as its own helper libraries list them.
    ///
    /// New regions are added to a language oftener than its pages say, so regions are left out.
    /// Source: https://www.twilio.com/docs/voice/twiml/gather#languagetags
    static let twilio: Set<String> = [
        "af", "am", "ar", "az", "bg", "bn", "ca", "cmn", "cs", "da", "de", "el", "en", "es", "et", "eu", "fa", "fi",
        "fil", "fr", "gl", "gu", "he", "hi", "hr", "hu", "hy", "id", "is", "it", "ja", "jv", "ka", "km", "kn", "ko",
        "lo", "lt", "lv", "mk", "ml", "mn", "mr", "ms", "my", "nar", "nb", "ne", "nl", "no", "pa", "pl", "pt", "ro",
        "ru", "si", "sk", "sl", "sq", "sr", "su", "sv", "sw", "ta", "te", "th", "tr", "uk", "ur", "uz", "vi", "yue",
        "zh", "zu",
    ]
}
