import Foundation
import Store
import StoreSQLite

/// The stores that have to do what the conformance suite says.
///
/// Another implementation is one more case.
enum StoreUnderTest: String, CaseIterable, Sendable {
    case memory
    case sqliteFile

    /// Runs the body with a fresh, empty store.
    func open(_ body: (any CallStore) async throws -> Void) async throws {
        switch self {
        case .memory:
            try await body(InMemoryCallStore())
        case .sqliteFile:
            try await withTemporaryFolder { folder in
                let store = try SQLiteCallStore.open(path: folder + "/calls.sqlite")
                do {
                    try await body(store)
                } catch {
                    await store.close()
                    throw error
                }
                await store.close()
            }
        }
    }
}

/// Runs the body with the path of a new folder, which is removed afterwards.
func withTemporaryFolder(_ body: (String) async throws -> Void) async throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("touchtone-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: url) }
    try await body(url.path)
}
