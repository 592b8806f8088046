import BotGraph
import Carrier
import CurlTransport
import Foundation
import Testing
import WebhookServer

/// Recordings over HTTP.
@Suite struct PromptTests {
    let folder: TemporaryFolder
    let wave = [UInt8]("RIFF----WAVEfmt and so on".utf8)

    init() throws {
        folder = try TemporaryFolder()
        _ = try folder.write(wave, to: "prompts/en-US/welcome.wav")
        _ = try folder.write([UInt8]("mp3".utf8), to: "prompts/en-US/menus/main.mp3")
        _ = try folder.write([UInt8]("notes".utf8), to: "prompts/en-US/notes.txt")
        _ = try folder.write([UInt8]("other".utf8), to: "prompts/other.wav")
        _ = try folder.write([UInt8]("secret".utf8), to: "secret.wav")
    }

    private var prompts: String { "\(folder.path)/prompts" }

    @Test func `a recording is served with its type, a tag and how long it may be kept`() async throws {
        try await TestServer.run(prompts: prompts) { server in
            let reply = try await server.get("/prompts/en-US/welcome.wav")
            #expect(reply.status == 200)
            #expect(reply.body == wave)
            #expect(reply[header: "Content-Type"] == "audio/wav")
            #expect(reply[header: "Content-Length"] == "\(wave.count)")
            #expect(reply[header: "Cache-Control"] == "public, max-age=300")
            #expect(reply[header: "ETag"]?.hasPrefix("\"") == true)
            let other = try await server.get("/prompts/en-US/menus/main.mp3")
            #expect(other[header: "Content-Type"] == "audio/mpeg")
            #expect(other[header: "ETag"] != reply[header: "ETag"])
        }
    }

    @Test func `what the provider has is not sent again, until it is replaced`() async throws {
        try await TestServer.run(prompts: prompts) { server in
            let tag = try #require(try await server.get("/prompts/en-US/welcome.wav")[header: "ETag"])
            for known in [tag, "W/\(tag)", "\"other\", \(tag)", "*"] {
                let reply = try await server.get(
                    "/prompts/en-US/welcome.wav",
                    headers: [HTTPHeader("If-None-Match", known)]
                )
                #expect(reply.status == 304, "\(known)")
                #expect(reply.body.isEmpty)
                #expect(reply[header: "ETag"] == tag)
            }
            for other in ["\"other\"", String(tag.dropLast()), ""] {
                let reply = try await server.get(
                    "/prompts/en-US/welcome.wav",
                    headers: [HTTPHeader("If-None-Match", other)]
                )
                #expect(reply.status == 200, "\(other)")
            }
            let longer = wave + [1]
            _ = try folder.write(longer, to: "prompts/en-US/welcome.wav")
            let reply = try await server.get("/prompts/en-US/welcome.wav", headers: [HTTPHeader("If-None-Match", tag)])
            #expect(reply.status == 200)
            #expect(reply.body == longer)
        }
    }

    @Test(arguments: [
        "/prompts", "/prompts/", "/prompts/en-US", "/prompts/en-US/missing.wav", "/prompts/en-US/notes.txt",
        "/prompts/other.wav", "/prompts/fr-FR/welcome.wav", "/prompts/en-US/welcome", "/prompts/en-US/WELCOME.wav",
        "/prompts/../secret.wav", "/prompts/en-US/../../secret.wav", "/prompts/%2e%2e/secret.wav",
        "/prompts/en-US/%2e%2e%2f%2e%2e%2fsecret.wav", "/prompts/en-US/..%5c..%5csecret.wav", "/prompts//etc/passwd",
        "/prompts/en-US/welcome.wav%00.txt", "/prompts/./en-US/./welcome.wav",
    ])
    func `nothing but the catalogue is served`(_ target: String) async throws {
        try await TestServer.run(prompts: prompts) { server in
            // Written by hand: a client would tidy the path before sending it.
            let connection = try RawConnection(port: server.port)
            try connection.send("GET \(target) HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
            let reply = try await connection.readToEnd()
            #expect(reply.hasPrefix("HTTP/1.1 404 "), "\(reply)")
            #expect(!reply.contains("secret"))
        }
    }

    @Test func `a head has the length and no body`() async throws {
        try await TestServer.run(prompts: prompts) { server in
            let connection = try RawConnection(port: server.port)
            for path in ["/prompts/en-US/welcome.wav", "/prompts/nothing", "/health/live"] {
                try connection.send("HEAD \(path) HTTP/1.1\r\nHost: a\r\n\r\n")
                let reply = try await connection.read(until: "\r\n\r\n")
                #expect(reply.hasSuffix("\r\n\r\n"), "\(reply)")
                #expect(!reply.lowercased().contains("content-length: 0"))
            }
        }
    }

    @Test func `a link that leads out of the folder is not followed, and one within it is`() async throws {
        let files = FileManager.default
        try files.createSymbolicLink(atPath: "\(prompts)/en-US/same.wav", withDestinationPath: "welcome.wav")
        try files.createSymbolicLink(atPath: "\(folder.path)/linked", withDestinationPath: prompts)
        _ = try folder.write([UInt8]("beside".utf8), to: "prompts-old/en-US/welcome.wav")
        for root in [prompts, "\(folder.path)/linked"] {
            try await TestServer.run(prompts: root) { server in
                #expect(try await server.get("/prompts/en-US/same.wav").body == wave)
                #expect(try await server.get("/prompts/en-US/welcome.wav").body == wave)
                for target in ["../../secret.wav", "\(folder.path)/prompts-old/en-US/welcome.wav", "missing.wav"] {
                    try files.removeItem(atPath: "\(prompts)/en-US/menus/main.mp3")
                    try files.createSymbolicLink(
                        atPath: "\(prompts)/en-US/menus/main.mp3",
                        withDestinationPath: target.hasPrefix("..") ? "../\(target)" : target
                    )
                    let reply = try await server.get("/prompts/en-US/menus/main.mp3")
                    #expect(reply.isPlain(404, "No such recording\n"), "\(target)")
                }
                try files.removeItem(atPath: "\(prompts)/en-US/menus/main.mp3")
                _ = try folder.write([UInt8]("mp3".utf8), to: "prompts/en-US/menus/main.mp3")
            }
        }
    }

    @Test func `a recording that went away is a 404`() async throws {
        try await TestServer.run(prompts: prompts) { server in
            try FileManager.default.removeItem(atPath: "\(prompts)/en-US/welcome.wav")
            #expect(try await server.get("/prompts/en-US/welcome.wav").isPlain(404, "No such recording\n"))
        }
    }

    @Test func `a recording of some megabytes comes whole`() async throws {
        let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
        _ = try folder.write(bytes, to: "prompts/en-US/long.wav")
        try await TestServer.run(prompts: prompts) { server async throws in
            let url = "http://127.0.0.1:\(server.port)/prompts/en-US/long.wav"
            let request = HTTPRequest(method: .get, url: url, maximumResponseBytes: 4_000_000)
            #expect(try await server.transport.send(request).body == bytes)
        }
    }

    @Test func `recordings that cannot be read are named`() throws {
        _ = try folder.write([], to: "prompts/es-US/broken.wav/inside.txt")
        #expect(throws: BotFilesError.self) { try BotFiles.recordings(at: prompts) }
        #expect(try BotFiles.recordings(at: "\(folder.path)/nothing").names.isEmpty)
    }
}
