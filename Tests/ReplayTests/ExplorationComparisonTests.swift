import Airscript
import Testing

struct ExplorationComparisonTests {
    private func comparisons(_ source: String, asTest isTest: Bool = true) throws -> Expression.Comparisons {
        try Expression.parse(source).comparisons(asTest: isTest)
    }

    private func words(_ comparisons: Expression.Comparisons) -> [String] {
        comparisons.all.map { comparison in
            let path = comparison.path.joined(separator: ".")
            return switch comparison.other {
            case .value(let value): "\(path) \(value.json)"
            case .path(let other): "\(path) ~\(other.joined(separator: "."))"
            case .truth: "\(path)?"
            }
        }
    }

    @Test(arguments: [
        ("a = 3", ["a 3"]), ("3 < a", ["a 3"]), ("a = -3", ["a -3"]), ("a", ["a?"]), ("a AND b", ["a?", "b?"]),
        ("a = b", ["a ~b", "b ~a"]), ("a <> NULL", ["a null"]), ("actor.name = \"Ada\"", ["actor.name \"Ada\""]),
        ("IF(a > 1, b = 2, c)", ["a 1", "b 2", "c?"]), ("a ?? 4 = 5", ["a null", "a 4", "a 5"]),
    ])
    func `what a path is compared with is found`(source: String, found: [String]) throws {
        let comparisons = try comparisons(source)
        #expect(words(comparisons) == found)
        #expect(comparisons.computed.isEmpty)
    }

    @Test func `a sum is solved for its path, which counts as computed with`() throws {
        let comparisons = try comparisons("a + 2 > 10")
        #expect(words(comparisons).contains("a 8"))
        #expect(comparisons.computed == [["a"]])
    }

    @Test func `what is not a test asks nothing of a plain path`() throws {
        let comparisons = try comparisons("a", asTest: false)
        #expect(comparisons.all.isEmpty)
        #expect(comparisons.computed == [["a"]])
    }

    @Test func `paths and values inside a query are taken together`() throws {
        let comparisons = try comparisons("FROM x IN list WHERE x = 7 SELECT x")
        #expect(words(comparisons).contains("list 7"))
    }
}
