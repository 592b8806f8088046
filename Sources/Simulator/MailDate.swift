import Telephony

extension Instant {
    /// The instant as the provider writes dates in requests, which is RFC 2822: `Wed, 25 Nov 2026 22:07:27 +0000`.
    var mailDate: String {
        let parts = description.split { "-T:.Z".contains($0) }.map(String.init)
        guard parts.count >= 6, let month = Int(parts[1]), MailDate.months.indices.contains(month - 1) else {
            return description
        }
        let day = (milliseconds - (milliseconds % 86_400_000 + 86_400_000) % 86_400_000) / 86_400_000
        // 1970-01-01 was a Thursday.
        let weekday = Int(((day + 4) % 7 + 7) % 7)
        let time = "\(parts[3]):\(parts[4]):\(parts[5])"
        return "\(MailDate.weekdays[weekday]), \(parts[2]) \(MailDate.months[month - 1]) \(parts[0]) \(time) +0000"
    }
}

private enum MailDate {
    static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}
