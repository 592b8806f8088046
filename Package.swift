// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "touchtone",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "touchtone", targets: ["touchtone"])
    ],
    dependencies: [
        // Without Hummingbird's traits the clean build is about forty files shorter.
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", exact: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", exact: "1.35.2"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    ],
    targets: [
        // C libraries, one target each. Only one Swift target imports each of them.
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .target(name: "CLibCurl", linkerSettings: [.linkedLibrary("curl")]),
        .target(name: "CLibCrypto", linkerSettings: [.linkedLibrary("crypto")]),

        // The pure core: no async, clock, randomness, logging or files.
        .target(name: "Telephony"),
        .target(name: "Airscript"),
        .target(
            name: "BotGraph",
            dependencies: ["Telephony", "Airscript", .product(name: "Yams", package: "Yams")]
        ),
        .target(name: "Compliance", dependencies: ["Telephony"]),
        .target(name: "BotLint", dependencies: ["BotGraph", "Compliance", "Telephony", "Airscript"]),
        .target(name: "CallEngine", dependencies: ["BotGraph", "Airscript", "Compliance", "Telephony"]),

        // Protocols and documents.
        .target(name: "TwiML", dependencies: ["CallEngine", "Telephony", "CLibXML2"]),
        .target(name: "Store", dependencies: ["CallEngine", "Compliance", "BotGraph", "Telephony"]),
        .target(name: "Carrier", dependencies: ["Telephony", "CLibCrypto"]),

        // Implementations.
        .target(
            name: "ComplianceFiles",
            dependencies: ["Carrier", "Compliance", "BotGraph", "Telephony"],
            resources: [.copy("Resources")]
        ),
        .target(
            name: "StoreSQLite",
            dependencies: [
                "Store", "CallEngine", "Compliance", "BotGraph", "Telephony",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]
        ),
        .target(name: "CurlTransport", dependencies: ["Carrier", "CLibCurl"]),
        .target(
            name: "Simulator",
            dependencies: ["TwiML", "Carrier", "Telephony"],
            resources: [.copy("Resources/twiml-schema.json")]
        ),
        .target(
            name: "Replay",
            dependencies: [
                "CallEngine", "Simulator", "Carrier", "TwiML", "BotGraph", "Airscript", "Compliance", "Telephony",
            ]
        ),
        .target(
            name: "WebhookServer",
            dependencies: [
                "Airscript", "BotGraph", "BotLint", "CallEngine", "Carrier", "Compliance", "Store", "Telephony",
                "TwiML",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Metrics", package: "swift-metrics"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]
        ),
        .executableTarget(
            name: "touchtone",
            dependencies: [
                "Airscript", "BotGraph", "BotLint", "CallEngine", "Carrier", "Compliance", "ComplianceFiles",
                "CurlTransport", "Replay",
                "Simulator", "Store", "StoreSQLite", "Telephony", "TwiML", "WebhookServer",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ]
        ),

        // Tests.
        .testTarget(name: "TelephonyTests", dependencies: ["Telephony"]),
        .testTarget(name: "AirscriptTests", dependencies: ["Airscript"]),
        .testTarget(
            name: "BotGraphTests",
            dependencies: ["BotGraph", "Airscript", "Telephony"],
            exclude: ["Fixtures"]
        ),
        .testTarget(
            name: "BotLintTests",
            dependencies: ["BotLint", "BotGraph", "CallEngine", "Airscript", "Compliance", "Telephony"],
            exclude: ["Fixtures"]
        ),
        .testTarget(
            name: "ComplianceTests",
            dependencies: ["Compliance", "Telephony"],
            exclude: ["Fixtures"]
        ),
        .testTarget(
            name: "ComplianceFilesTests",
            dependencies: ["ComplianceFiles", "Compliance", "BotGraph", "Telephony"]
        ),
        .testTarget(
            name: "CallEngineTests",
            dependencies: ["CallEngine", "BotGraph", "Airscript", "Compliance", "Telephony"]
        ),
        .testTarget(
            name: "TwiMLTests",
            dependencies: ["TwiML", "CallEngine", "Compliance", "Simulator", "Telephony"]
        ),
        .testTarget(name: "CarrierTests", dependencies: ["Carrier", "CurlTransport", "Telephony"]),
        .testTarget(
            name: "StoreTests",
            dependencies: [
                "Store", "StoreSQLite", "CallEngine", "Compliance", "BotGraph", "Airscript", "Telephony",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]
        ),
        .testTarget(
            name: "SimulatorTests",
            dependencies: ["Simulator", "CurlTransport", "Carrier", "TwiML", "Telephony"]
        ),
        .testTarget(
            name: "ReplayTests",
            dependencies: [
                "Replay", "Simulator", "Carrier", "CallEngine", "BotGraph", "Airscript", "Compliance", "Telephony",
            ]
        ),
        .testTarget(
            name: "WebhookServerTests",
            dependencies: [
                "WebhookServer", "StoreSQLite", "Store", "CurlTransport", "Simulator", "Replay", "Carrier",
                "CallEngine", "BotGraph", "Airscript", "Compliance", "TwiML", "Telephony",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]
        ),
        .testTarget(
            name: "SampleBotTests",
            dependencies: [
                "BotLint", "WebhookServer", "Store", "CurlTransport", "Simulator", "Replay", "Carrier", "CallEngine",
                "BotGraph",
                "Airscript",
                "Compliance", "TwiML", "Telephony",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]
        ),
        .testTarget(
            name: "CommandTests",
            dependencies: [
                "touchtone", "StoreSQLite", "Store", "CurlTransport", "Simulator", "Replay", "Carrier", "CallEngine",
                "BotGraph",
                "Telephony", "TwiML",
            ]
        ),
    ],
    swiftLanguageModes: [.v6]
)

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .treatAllWarnings(as: .error),
]

// The C targets and the system library take no Swift settings; the manifest is rejected if a system target gets any.
for target in package.targets where !target.name.hasPrefix("CLib") {
    target.swiftSettings = settings
}
