// swift-tools-version: 6.3
import PackageDescription

let package = Package(
    name: "Benchmarks",
    platforms: [.macOS(.v26)],
    dependencies: [.package(name: "unspool", path: "../..")],
    targets: [
        .target(
            name: "CodingLoops",
            cSettings: [.treatAllWarnings(as: .error), .enableWarning("all"), .enableWarning("extra")],
            linkerSettings: [
                .linkedLibrary("z"), .linkedLibrary("brotlidec"), .linkedLibrary("brotlienc"), .linkedLibrary("zstd"),
            ]),
        .executableTarget(
            name: "Benchmarks",
            dependencies: [
                "CodingLoops",
                .product(name: "ByteCoding", package: "unspool"), .product(name: "CaptureReading", package: "unspool"),
                .product(name: "ContentDecoding", package: "unspool"),
                .product(name: "Conversation", package: "unspool"),
                .product(name: "EventStreaming", package: "unspool"), .product(name: "JSONReading", package: "unspool"),
            ],
            swiftSettings: [
                .swiftLanguageMode(.v6),
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("InternalImportsByDefault"),
                .enableUpcomingFeature("MemberImportVisibility"),
                .strictMemorySafety(),
                .treatAllWarnings(as: .error),
            ]),
    ]
)
