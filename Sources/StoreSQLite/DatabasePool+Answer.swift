import GRDB
import Store

extension DatabasePool {
    /// Reads from a snapshot of what is committed, without waiting for a writer.
    func answer<Answer: Sendable>(
        readingTo doing: String,
        _ query: @escaping @Sendable (Database) throws -> Answer
    ) async throws(StoreError) -> Answer {
        let result: Result<Answer, any Error> = await withCheckedContinuation { continuation in
            asyncRead { access in continuation.resume(returning: Result { try query(try access.get()) }) }
        }
        return try DatabasePool.settle(result, doing: doing)
    }

    /// Writes all of it or nothing, and returns when it is on disk, in the file that the path leads to.
    func answer<Answer: Sendable>(
        writingTo doing: String,
        in files: OpenFiles,
        _ update: @escaping @Sendable (Database) throws -> Answer
    ) async throws(StoreError) -> Answer {
        let result: Result<Answer, any Error> = await withCheckedContinuation { continuation in
            asyncWriteWithoutTransaction { database in
                continuation.resume(
                    returning: Result {
                        var answer: Answer?
                        if let fault = files.fault() { throw fault.error(doing: doing) }
                        // The right to write is taken at once: a transaction that begins by reading may not get it later.
                        try database.inTransaction(.immediate) {
                            answer = try update(database)
                            return .commit
                        }
                        if let fault = files.fault() { throw fault.error(doing: doing) }
                        guard let answer else { throw DatabaseError(resultCode: .SQLITE_ABORT) }
                        return answer
                    }
                )
            }
        }
        return try DatabasePool.settle(result, doing: doing)
    }

    private static func settle<Answer>(
        _ result: Result<Answer, any Error>,
        doing: String
    ) throws(StoreError) -> Answer {
        do {
            return try result.get()
        } catch let error as StoreError {
            throw error
        } catch {
            throw StoreError(error, doing: doing)
        }
    }
}
