import ServiceLifecycle

/// Looks at the bots on disk every now and then, and at once when asked, for as long as the server runs.
package struct BotWatch<Requests: AsyncSequence & Sendable>: Service where Requests.Failure == Never {
    private let reload: BotReload
    private let requests: Requests
    private let pause: @Sendable () async throws -> Void

    /// - Parameters:
    ///   - reload: What to do at each look.
    ///   - requests: Asks for a look at once, whatever the elements are.
    ///   - pause: Waits between two looks; two seconds unless another is given.
    package init(
        _ reload: BotReload,
        requests: Requests,
        pause: @escaping @Sendable () async throws -> Void = { try await Task.sleep(for: .seconds(2)) }
    ) {
        self.reload = reload
        self.requests = requests
        self.pause = pause
    }

    package func run() async throws {
        let (requests, pause, reload) = (requests, pause, reload)
        // One look after the other: what the next one does depends on what the last one found.
        let (looks, look) = AsyncStream.makeStream(of: Bool.self)
        await cancelWhenGracefulShutdown {
            await withTaskGroup(of: Void.self) { tasks in
                tasks.addTask {
                    // The pause throws when it is over for good.
                    while (try? await pause()) != nil { look.yield(false) }
                    look.finish()
                }
                tasks.addTask { for await _ in requests { look.yield(true) } }
                var reload = reload
                for await isAsked in looks { await reload.look(anew: isAsked) }
                tasks.cancelAll()
            }
        }
    }
}
