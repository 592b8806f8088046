/// Every function that an expression may call; a family is a file that adds its list here.
package enum FunctionLibrary {
    private static let families: [[Function]] = [conditional]

    /// The functions by name.
    package static let functions = families.joined().sorted { $0.name < $1.name }

    /// The names, sorted.
    package static let names = functions.map(\.name)

    private static let byName = Dictionary(functions.map { ($0.name, $0) }) { first, _ in first }

    /// The function of a name in upper case; nil when there is none.
    static func function(named name: String) -> Function? { byName[name] }
}
