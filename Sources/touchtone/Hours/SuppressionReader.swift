import BotGraph
import Compliance
import Foundation
import Store
import StoreSQLite
import Telephony

/// The suppression list as `hours` asks it.
struct SuppressionReader {
    private let list: SQLiteSuppressionList?

    init(_ database: String?) throws {
        guard let database else {
            list = nil
            return
        }
        guard FileManager.default.fileExists(atPath: database) else {
            throw CommandFailure.impossible(
                "There is no database '\(database)', so the suppression list cannot be asked."
            )
        }
        do { list = try SQLiteSuppressionList.open(path: database, makesFile: false) } catch {
            throw CommandFailure.impossible("\(error)")
        }
    }

    /// What the list says of the person, by whichever bot: which one it would be is not known here.
    @Sendable func status(of question: GateQuestion) async -> SuppressionStatus {
        guard let list else { return .notAsked }
        let channel: Channel =
            switch question.kind {
            case .live, .automated: .voice
            case .text: .sms
            }
        do {
            let found = try await list.suppression(of: question.contact.number, channel: channel, bot: nil)
            return found.map { .suppressed($0.suppression) } ?? .clear
        } catch { return .unknown(reason: "\(error)") }
    }
}
