import BotGraph
import Compliance
import Store
import StoreSQLite
import Telephony

/// Which calls an export is about.
struct ExportSelection {
    private let named: [CallID]
    private let bot: BotName?
    private let since: Instant?
    private var pending: ArraySlice<CallID>
    private var position = 0
    private var isLastPage: Bool

    private static let page = 500

    init(calls: [String], bot: String?, since: String?) throws {
        named = try calls.map { text in
            guard let call = CallID(text) else {
                throw CommandFailure.usage("'\(text.visible)' is no name of a call, such as CA and 32 digits.")
            }
            return call
        }
        pending = named[...]
        isLastPage = !named.isEmpty
        self.bot = try bot.map { text in
            guard let name = BotName(text) else { throw CommandFailure.usage("'\(text.visible)' is no name of a bot.") }
            return name
        }
        self.since = try since.map { text in
            guard let instant = Instant(rfc3339: text) ?? Instant(rfc3339: text + "T00:00:00Z") else {
                throw CommandFailure.usage(
                    "'--since \(text.visible)' is no date; write 2026-11-01, or an instant such as 2026-11-01T08:00:00-08:00."
                )
            }
            return instant
        }
    }

    /// Makes sure that all calls that were named are there, before anything is written.
    func check(in archive: SQLiteCallArchive) async throws {
        for call in named {
            do {
                guard try await archive.session(of: call) == nil else { continue }
            } catch { throw CommandFailure.impossible("\(error)") }
            throw CommandFailure.impossible(
                "There is no call '\(call)' in the database. Look at the name in the provider's log, or name the database "
                    + "of the server that took it."
            )
        }
    }

    /// The next call; nil when there are no more.
    mutating func next(in archive: SQLiteCallArchive) async throws -> CallID? {
        if let call = pending.popFirst() { return call }
        guard !isLastPage else { return nil }
        do {
            let page = try await archive.endedCalls(
                of: bot,
                since: since,
                after: position,
                limit: ExportSelection.page
            )
            isLastPage = page.count < ExportSelection.page
            position = page.last?.position ?? position
            pending = page.map(\.call)[...]
            return pending.popFirst()
        } catch { throw CommandFailure.impossible("\(error)") }
    }
}
