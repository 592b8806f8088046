import GRDB

/// The tables, in numbered steps that are only ever added to.
///
/// A file remembers which steps it has had. A step that has been released is never edited: a file that had it keeps it
/// as it was.
enum Migrations {
    /// Marks a file as ours, in the file's header: `TTNE`. See https://www.sqlite.org/pragma.html#pragma_application_id
    static let applicationID = 0x54_54_4E_45

    static let migrator: DatabaseMigrator = {
        var migrator = DatabaseMigrator()
        for (name, statements) in steps {
            migrator.registerMigration(name) { database in try database.execute(sql: statements) }
        }
        return migrator
    }()

    static var names: [String] { steps.map { $0.name } }

    private static let steps: [(name: String, statements: String)] = [
        ("001-calls", calls),
        ("002-suppressions", suppressions),
        ("003-bots", bots),
        ("004-health", health),
        ("005-suppression-recorders", suppressionRecorders),
    ]

    // A call's steps hang on its small row number and not on the provider's random name, so that the calls of the
    // moment share the same few pages of every index. The log is a table with row numbers, and only grows at its end:
    // rows of a kilobyte and more do not belong into a WITHOUT ROWID tree, see https://www.sqlite.org/withoutrowid.html
    // A token is looked for among the few dozen steps of its call: it has no index that every step would have to feed.
    private static let calls = """
        PRAGMA application_id = \(applicationID);

        CREATE TABLE calls (
            id INTEGER PRIMARY KEY,
            call TEXT NOT NULL UNIQUE,
            revision INTEGER NOT NULL,
            bot TEXT NOT NULL,
            version TEXT NOT NULL,
            direction TEXT NOT NULL,
            person TEXT,
            own_number TEXT,
            status TEXT NOT NULL,
            state TEXT NOT NULL,
            node TEXT,
            started_at INTEGER NOT NULL,
            updated_at INTEGER NOT NULL,
            ended_at INTEGER,
            end_reason TEXT,
            schema INTEGER NOT NULL,
            session TEXT NOT NULL
        ) STRICT;
        CREATE INDEX calls_live ON calls (started_at) WHERE ended_at IS NULL;
        CREATE INDEX calls_person ON calls (person, started_at) WHERE person IS NOT NULL;

        CREATE TABLE steps (
            id INTEGER PRIMARY KEY,
            call INTEGER NOT NULL REFERENCES calls (id),
            revision INTEGER NOT NULL,
            at INTEGER NOT NULL,
            kind TEXT NOT NULL,
            step INTEGER,
            token TEXT,
            schema INTEGER NOT NULL,
            event TEXT NOT NULL,
            effects TEXT NOT NULL,
            reply BLOB
        ) STRICT;
        CREATE UNIQUE INDEX steps_revision ON steps (call, revision);
        CREATE UNIQUE INDEX steps_step ON steps (call, step) WHERE step IS NOT NULL;
        """

    private static let suppressions = """
        CREATE TABLE suppressions (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            number TEXT NOT NULL,
            change TEXT NOT NULL,
            scope TEXT NOT NULL,
            scope_value TEXT,
            means TEXT NOT NULL,
            words TEXT NOT NULL,
            bot TEXT,
            call TEXT,
            at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX suppressions_number ON suppressions (number);
        """

    private static let bots = """
        CREATE TABLE bots (
            version TEXT PRIMARY KEY,
            name TEXT NOT NULL,
            path TEXT NOT NULL,
            source TEXT NOT NULL
        ) STRICT;
        """

    // One row, written by every check: that a database can be written is known only from writing to it.
    private static let health = """
        CREATE TABLE health (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            checks INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        """

    // NULL in what was there before: nobody wrote it down. The list is a log, and the file itself sees to it.
    private static let suppressionRecorders = """
        ALTER TABLE suppressions ADD COLUMN recorded_by TEXT;

        CREATE TRIGGER suppressions_keep BEFORE DELETE ON suppressions
        BEGIN SELECT RAISE(ABORT, 'the suppression list is only ever added to'); END;
        CREATE TRIGGER suppressions_stand BEFORE UPDATE ON suppressions
        BEGIN SELECT RAISE(ABORT, 'the suppression list is only ever added to'); END;
        """
}
