import Store
import StoreSQLite
import Testing

/// The stores that a fact is tested on.
enum StoreKind: String, CaseIterable, CustomTestStringConvertible {
    case memory
    case sqlite

    func open(in folder: TemporaryFolder) throws -> any CallStore {
        switch self {
        case .memory: InMemoryCallStore()
        case .sqlite: try SQLiteCallStore.open(path: "\(folder.path)/calls.sqlite")
        }
    }

    var testDescription: String { rawValue }
}
