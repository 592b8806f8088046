package import BotGraph
package import Store
import Synchronization

/// The bots that new calls get, and older versions that calls in progress are pinned to.
package final class BotLibrary: Sendable {
    private struct Shelf {
        var current: [BotName: Bot] = [:]
        var byVersion: [BotVersion: Bot] = [:]
        var recordings: PromptCatalogue
    }

    private let store: any CallStore
    private let shelf: Mutex<Shelf>

    package init(store: any CallStore, recordings: PromptCatalogue) {
        self.store = store
        shelf = Mutex(Shelf(recordings: recordings))
    }

    /// Puts bots on the shelf for new calls and takes others off it, their sources kept in the store first.
    ///
    /// A call may start the moment a bot is on the shelf; its source has to be on disk by then, or a restart could not go
    /// on with the call. The change is seen as a whole or not at all.
    ///
    /// - Parameters:
    ///   - loaded: The files; one without a bot is passed over.
    ///   - names: The bots that new calls no longer get; calls in progress keep theirs.
    ///   - recordings: What prompts play from now on; as before without them.
    /// - Throws: When a source cannot be kept; then nothing has changed.
    package func publish(
        _ loaded: [BotFiles.Loaded],
        withdrawing names: Set<BotName> = [],
        recordings: PromptCatalogue? = nil
    ) async throws(StoreError) {
        var bots: [Bot] = []
        for file in loaded {
            guard let bot = file.result.bot else { continue }
            try await store.keep(BotSource(name: bot.name, version: bot.version, path: file.path, text: file.text))
            bots.append(bot)
        }
        shelf.withLock { shelf in
            for name in names { shelf.current[name] = nil }
            for bot in bots {
                shelf.current[bot.name] = bot
                shelf.byVersion[bot.version] = bot
            }
            if let recordings { shelf.recordings = recordings }
        }
    }

    /// The recordings that prompts play now.
    package var recordings: PromptCatalogue { shelf.withLock { $0.recordings } }

    /// The bot that a new call gets.
    package func current(_ name: BotName) -> Bot? {
        shelf.withLock { $0.current[name] }
    }

    /// The names of the bots that new conversations can get, sorted.
    package var names: [BotName] { shelf.withLock { $0.current.keys.sorted() } }

    /// The names of those that talk over one channel, sorted.
    package func names(of channel: Channel) -> [BotName] {
        shelf.withLock { $0.current.values.filter { $0.channel == channel }.map(\.name).sorted() }
    }

    /// The bot as it was when a call started; nil when its source is gone or can no longer be read.
    package func pinned(_ version: BotVersion) async throws(StoreError) -> Bot? {
        if let bot = shelf.withLock({ $0.byVersion[version] }) { return bot }
        guard let source = try await store.source(of: version) else { return nil }
        // Recordings that have gone since are no reason to drop a call: what is missing is found when it is to be played.
        let result = BotLoader.load(source.text, path: source.path, version: version, recordings: nil)
        guard let bot = result.bot else { return nil }
        shelf.withLock { $0.byVersion[version] = bot }
        return bot
    }
}
