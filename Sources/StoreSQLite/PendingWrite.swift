import BotGraph
import CallEngine
import Compliance
import Foundation
import GRDB
import Store
import Telephony

/// One write that is ready for the database: everything that takes time was done in the caller's own task.
enum PendingWrite: Sendable {
    case step(EncodedStep)
    case suppression(SuppressionEntry)
    case bot(BotSource)
    /// Writes one row, to find out whether that can be done.
    case check

    /// What it does, for an error.
    var doing: String {
        switch self {
        case .step(let step): "write revision \(step.commit.session.revision) of call \(step.commit.session.call)"
        case .suppression: SuppressionRows.writing
        case .bot(let source): "keep version \(source.version) of the bot \(source.name)"
        case .check: "write to the database"
        }
    }

    var isCheck: Bool {
        if case .check = self { true } else { false }
    }

    /// Runs the write within a transaction that is open already.
    func apply(to database: Database) throws -> AdvanceOutcome {
        switch self {
        case .step(let step): return try step.apply(to: database)
        case .suppression(let entry): try SuppressionRows.insert(entry, into: database)
        case .bot(let source): try source.insert(into: database)
        case .check: try database.cachedStatement(sql: PendingWrite.checkStatement).execute()
        }
        return .committed
    }

    private static let checkStatement = """
        INSERT INTO health (id, checks) VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET checks = checks + 1
        """
}

/// A step with its parts in their stored form.
struct EncodedStep: Sendable {
    let commit: StepCommit
    private let session: String
    private let event: String
    private let effects: String
    private let suppressions: [SuppressionEntry]

    init(_ commit: StepCommit) throws(StoreError) {
        let step = "revision \(commit.session.revision) of call \(commit.session.call)"
        self.commit = commit
        session = try StoredForm.text(of: commit.session, what: "the session in \(step)")
        event = try StoredForm.text(of: commit.entry.event, what: "the event in \(step)")
        effects = try StoredForm.text(of: commit.entry.effects, what: "the effects in \(step)")
        suppressions = commit.suppressionEntries
    }

    func apply(to database: Database) throws -> AdvanceOutcome {
        try writeSession(to: database)
        // The revision is a condition of the statement itself: where another step came first no row changes, and
        // nothing of this one is written.
        guard database.changesCount == 1 else {
            return .conflict(stored: try storedRevision(in: database))
        }
        try writeEntry(to: database)
        for entry in suppressions { try SuppressionRows.insert(entry, into: database) }
        return .committed
    }

    private func writeSession(to database: Database) throws {
        let session = commit.session
        let isEnded = session.state == .ended
        guard commit.expectedRevision > 0 else {
            try database.cachedStatement(sql: EncodedStep.insertCall).execute(arguments: [
                session.call.text, session.revision, session.bot.text, session.botVersion.text,
                session.direction.rawValue, session.person.number?.unmasked, session.ownNumber.number?.unmasked,
                session.status.rawValue, session.state.name, session.state.node?.text,
                session.startedAt.milliseconds, session.lastEventAt.milliseconds,
                isEnded ? session.lastEventAt.milliseconds : nil, session.endReason?.rawValue,
                session.schema, self.session,
            ])
            return
        }
        let statement = isEnded ? EncodedStep.updateEndedCall : EncodedStep.updateLiveCall
        try database.cachedStatement(sql: statement).execute(arguments: [
            session.revision, session.status.rawValue, session.state.name, session.state.node?.text,
            session.lastEventAt.milliseconds, session.endReason?.rawValue, session.schema, self.session,
            session.call.text, commit.expectedRevision,
        ])
    }

    private func writeEntry(to database: Database) throws {
        let entry = commit.entry
        try database.cachedStatement(sql: EncodedStep.insertEntry).execute(arguments: [
            entry.call.text, entry.revision, entry.at.milliseconds, entry.event.kind, entry.step,
            entry.token.map { Data($0.utf8) }, StoredForm.schema, event, effects, entry.reply.map { Data($0) },
        ])
    }

    private func storedRevision(in database: Database) throws -> Int {
        let statement = try database.cachedStatement(sql: "SELECT revision FROM calls WHERE call = ?")
        return try Int.fetchOne(statement, arguments: [commit.session.call.text]) ?? 0
    }

    private static let insertCall = """
        INSERT INTO calls (
            call, revision, bot, version, direction, person, own_number, status, state, node, started_at, updated_at,
            ended_at, end_reason, schema, session
        ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (call) DO NOTHING
        """

    // Two statements, because one that may set `ended_at` makes SQLite rewrite the index of live calls at every step.
    private static let updateLiveCall = """
        UPDATE calls
        SET revision = ?, status = ?, state = ?, node = ?, updated_at = ?, end_reason = ?, schema = ?, session = ?
        WHERE call = ? AND revision = ?
        """

    private static let updateEndedCall = """
        UPDATE calls
        SET revision = ?1, status = ?2, state = ?3, node = ?4, updated_at = ?5, ended_at = ifnull(ended_at, ?5),
            end_reason = ?6, schema = ?7, session = ?8
        WHERE call = ?9 AND revision = ?10
        """

    // Text that comes from outside may hold a NUL, at which a bound string would end; bound as bytes it does not.
    private static let insertEntry = """
        INSERT INTO steps (call, revision, at, kind, step, token, schema, event, effects, reply)
        VALUES ((SELECT id FROM calls WHERE call = ?), ?, ?, ?, ?, CAST(? AS TEXT), ?, ?, ?, ?)
        """
}

extension CallState {
    /// The word in the `state` column.
    fileprivate var name: String {
        switch self {
        case .listening: "listening"
        case .forwarding: "forwarding"
        case .ending: "ending"
        case .ended: "ended"
        }
    }

    fileprivate var node: NodeID? {
        switch self {
        case .listening(let node), .forwarding(let node): node
        case .ending, .ended: nil
        }
    }
}

extension CallEvent {
    /// The word in the `kind` column.
    fileprivate var kind: String {
        switch self {
        case .started: "started"
        case .input: "input"
        case .forwardEnded: "forward-ended"
        case .statusChanged: "status-changed"
        }
    }
}
