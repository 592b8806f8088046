import Carrier
import Simulator
import Testing

/// What a supervisor and a monitor see.
@Suite struct HealthTests {
    @Test func `a server without a bot lives and is not ready`() async throws {
        try await TestServer.run(bots: []) { server async throws in
            #expect(try await server.get("/health/live").isPlain(200, "live\n"))
            #expect(try await server.get("/health/ready").isPlain(503, "not ready: no bot is loaded\n"))
        }
    }

    @Test func `figures are Prometheus text`() async throws {
        try await TestServer.run { server in
            _ = try await server.walk()
            let reply = try await server.get("/metrics")
            #expect(reply.status == 200)
            #expect(reply[header: "Content-Type"] == "text/plain; version=0.0.4; charset=utf-8")
            let figures = try PrometheusText(reply.text)
            #expect(figures["touchtone_webhook_seconds_count"] == 5)
            #expect(figures["touchtone_webhook_seconds_bucket{le=\"+Inf\"}"] == 5)
        }
    }

    @Test func `calls, opt-outs, ends, repetitions and failures are counted`() async throws {
        try await TestServer.run { server in
            let call = ProviderCall(1)
            _ = try await server.begin(call)
            _ = try await server.press("9", call, step: 0)
            _ = try await server.press("9", call, step: 0)
            _ = try await server.press("2", call, step: 1)
            _ = try await server.status("completed", call)
            _ = try await server.status("completed", call)
            _ = try await server.begin(ProviderCall(2), bot: "nobody")
            _ = try await server.press("1", ProviderCall(3), step: 0)
            _ = try await server.post("/voice/status", call.form(), signature: "")
            _ = try await server.walk()
            let outbound = ProviderCall.outbound(4)
            _ = try await server.begin(outbound, bot: "reminder")
            server.clock.advance(by: .seconds(30))
            _ = try await server.press("1", outbound, step: 0)
            let figures = try PrometheusText(try await server.get("/metrics").text)
            #expect(figures["touchtone_calls_started_total{bot=\"booking\"}"] == 2)
            #expect(figures["touchtone_calls_ended_total{bot=\"booking\",reason=\"caller-hung-up\"}"] == 1)
            #expect(figures["touchtone_calls_ended_total{bot=\"booking\",reason=\"completed\"}"] == 1)
            #expect(figures["touchtone_opt_outs_total{bot=\"booking\"}"] == 1)
            #expect(figures["touchtone_opt_outs_withdrawn_total{bot=\"booking\"}"] == 1)
            #expect(figures["touchtone_refused_events_total{reason=\"repeated\"}"] == 1)
            #expect(figures["touchtone_refused_events_total{reason=\"status-not-new\"}"] == 1)
            #expect(figures["touchtone_webhook_failures_total{reason=\"unknown-bot\"}"] == 1)
            #expect(figures["touchtone_webhook_failures_total{reason=\"unknown-call\"}"] == 1)
            #expect(figures["touchtone_webhook_failures_total{reason=\"bad-signature\"}"] == 1)
            #expect(figures["touchtone_webhook_failures_total{reason=\"store\"}"] == 0)
            #expect(Set(figures.help.keys) == figures.names)
            #expect(figures.values.keys.contains { $0.hasPrefix("touchtone_intent_total{bot=\"reminder\",outcome=") })
        }
    }
}
