import BotGraph
import Store
import Testing

extension CallStoreConformance {
    @Test(arguments: StoreUnderTest.allCases)
    func `a bot's source is kept by version, and the first text of a version stays`(_ kind: StoreUnderTest) async throws
    {
        let name = try #require(BotName("front-desk"))
        let first = BotSource(
            name: name,
            version: BotVersion("aa"),
            path: "bots/front-desk.yaml",
            text: "bot: front-desk\n"
        )
        let second = BotSource(name: name, version: BotVersion("bb"), path: "bots/front-desk.yaml", text: "# new\n")
        let renamed = BotSource(name: name, version: first.version, path: "elsewhere.yaml", text: "other")
        try await kind.open { store in
            #expect(try await store.source(of: first.version) == nil)
            try await store.keep(first)
            try await store.keep(second)
            try await store.keep(first)
            try await store.keep(renamed)
            #expect(try await store.source(of: first.version) == first)
            #expect(try await store.source(of: second.version) == second)
        }
    }

    @Test(arguments: StoreUnderTest.allCases)
    func `a bot's source comes back as it was, whatever is in it`(_ kind: StoreUnderTest) async throws {
        let name = try #require(BotName("front-desk"))
        try await kind.open { store in
            for (index, text) in hostileTexts.enumerated() {
                let source = BotSource(name: name, version: BotVersion("\(index)"), path: text, text: text)
                try await store.keep(source)
                #expect(try await store.source(of: source.version) == source)
            }
        }
    }
}
