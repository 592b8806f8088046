import Compliance
import Foundation
import Telephony

/// One question of `hours`, from the command's words or from a line of a batch.
struct HoursQuestion {
    let question: GateQuestion
    let at: Instant

    /// Why a question cannot be put.
    struct Fault: Error {
        let message: String

        init(_ message: String) {
            self.message = message
        }
    }

    /// What whoever asks has written.
    struct Words {
        var number: String?
        var kind: String?
        var at: String?
        var region: String?
        var zone: String?
        var zip: String?
    }

    init(_ words: Words, now: Instant? = nil) throws(Fault) {
        guard let text = words.number else {
            throw Fault("there is no number; give it in E.164 form, such as +12065550101")
        }
        guard let number = PhoneNumber(text) else {
            throw Fault(
                "the number is not in E.164 form: a plus sign, the country code and the rest, such as +12065550101"
            )
        }
        guard let kindText = words.kind else { throw Fault("there is no kind; it is one of \(HoursQuestion.kinds)") }
        guard let kind = ContactKind(rawValue: kindText) else {
            throw Fault("'\(kindText.prefix(40))' is no kind; it is one of \(HoursQuestion.kinds)")
        }
        if let text = words.at {
            guard let at = Instant(rfc3339: text) else {
                throw Fault(
                    "'\(text.prefix(40))' is no instant; write it as RFC 3339 does, such as 2026-11-25T17:00:00-08:00"
                )
            }
            self.at = at
        } else if let now {
            at = now
        } else {
            throw Fault("there is no instant under 'at'; write it as RFC 3339 does, such as 2026-11-25T17:00:00-08:00")
        }
        var region: Region?
        if let text = words.region {
            region = Region(text)
            guard region != nil else {
                throw Fault(
                    "'\(text.prefix(40))' is no region; write a state's or province's two letters, such as CA or ON"
                )
            }
        }
        if let zip = words.zip, zip.isEmpty { throw Fault("the ZIP is empty; leave it out where it is not known") }
        question = GateQuestion(
            contact: Contact(number: number, region: region, zone: words.zone.map { ZoneID($0) }, zip: words.zip),
            kind: kind
        )
    }

    static let kinds = ContactKind.allCases.map(\.rawValue).joined(separator: ", ")
}
