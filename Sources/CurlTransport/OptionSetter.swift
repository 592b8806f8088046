import CLibCurl

/// Sets options of an easy handle and remembers the first refusal, so that one check at the end is enough.
struct OptionSetter {
    private let handle: UnsafeMutableRawPointer
    private(set) var failure: CURLcode?

    init(_ handle: UnsafeMutableRawPointer) {
        self.handle = handle
    }

    mutating func setLong(_ option: CURLoption, _ value: Int) {
        apply(clibcurl_set_long(handle, option, value))
    }

    mutating func setOffset(_ option: CURLoption, _ value: Int) {
        apply(clibcurl_set_offset(handle, option, curl_off_t(value)))
    }

    mutating func setString(_ option: CURLoption, _ value: String) {
        apply(clibcurl_set_string(handle, option, value))
    }

    mutating func setPointer(_ option: CURLoption, _ value: UnsafeMutablePointer<CChar>) {
        apply(clibcurl_set_pointer(handle, option, value))
    }

    mutating func apply(_ code: CURLcode) {
        if failure == nil, code != CURLE_OK { failure = code }
    }
}

extension Duration {
    /// The duration, at most twenty days: libcurl takes milliseconds that fit in 32 bits, and clocks overflow.
    var bounded: Duration { min(self, .seconds(1_728_000)) }

    /// Whole milliseconds, at most those of twenty days.
    var milliseconds: Int {
        let (seconds, attoseconds) = bounded.components
        return Int(seconds) * 1_000 + Int(attoseconds / 1_000_000_000_000_000)
    }
}
