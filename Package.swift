// swift-tools-version: 6.3
import PackageDescription

/// What every target is built with, tests included.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    // C functions over pointers with a count become Swift functions over spans.
    .enableExperimentalFeature("SafeInteropWrappers"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]

/// What every target in C is built with.
let cSettings: [CSetting] = [.treatAllWarnings(as: .error), .enableWarning("all"), .enableWarning("extra")]

/// A target of the house: its name, and the targets and products it may import.
///
/// Beside the stage before it, a target names those behind that stage whose types it handles itself: with
/// `MemberImportVisibility` each file imports what it uses. No arrow points to a later stage.
func room(_ name: String, imports dependencies: [Target.Dependency] = [], embeds resources: [Resource] = []) -> Target {
    .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

/// A target of tests: the target that it mirrors, or a part of the whole, and what its tests import.
func tests(_ name: String, imports dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name + "Tests", dependencies: dependencies + ["TestSupport"], swiftSettings: settings)
}

let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")

let package = Package(
    name: "unspool",
    platforms: [.macOS(.v26)],
    products: [
        .executable(name: "unspool", targets: ["unspool"]),
        .library(name: "Unspool", targets: ["Inspection", "Reporting"]),
        // Useful by themselves, and what the benchmarks, a package of their own, measure.
        .library(name: "ByteCoding", targets: ["ByteCoding"]),
        .library(name: "CaptureReading", targets: ["CaptureReading"]),
        .library(name: "ContentDecoding", targets: ["ContentDecoding"]),
        .library(name: "Conversation", targets: ["Conversation"]),
        .library(name: "EventStreaming", targets: ["EventStreaming"]),
        .library(name: "JSONReading", targets: ["JSONReading"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    ],
    targets: [
        .systemLibrary(
            name: "CBrotli", pkgConfig: "libbrotlidec", providers: [.apt(["libbrotli-dev"]), .brew(["brotli"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"]), .brew(["zstd"])]),
        .target(name: "CScan", cSettings: cSettings),
        room("ByteCoding", imports: ["CScan"]),
        room("ContentDecoding", imports: ["ByteCoding", "CBrotli", "CZlib", "CZstd"]),
        room("JSONReading", imports: ["ByteCoding", "CScan"]),
        room("EventStreaming", imports: ["ByteCoding"]),
        room("ImageValidation", imports: ["ByteCoding", "ContentDecoding", "JSONReading"]),
        room("CaptureReading", imports: ["ByteCoding", "ContentDecoding", "JSONReading"]),
        room("Conversation", imports: ["ByteCoding", "CaptureReading", "EventStreaming", "JSONReading"]),
        room(
            "MediaFinding", imports: ["ByteCoding", "CaptureReading", "Conversation", "ImageValidation", "JSONReading"]),
        room(
            "Redaction",
            imports: ["ByteCoding", "CaptureReading", "ContentDecoding", "EventStreaming", "JSONReading", crypto]),
        room(
            "Findings",
            imports: [
                "ByteCoding", "CaptureReading", "Conversation", "ImageValidation", "JSONReading", "MediaFinding",
                "Redaction",
            ]),
        room(
            "Comparison",
            imports: [
                "CaptureReading", "Conversation", "Findings", "ImageValidation", "JSONReading", "Redaction", crypto,
            ]),
        room(
            "Reporting",
            imports: [
                "ByteCoding", "CaptureReading", "Comparison", "ContentDecoding", "Conversation", "EventStreaming",
                "Findings", "ImageValidation", "JSONReading", "MediaFinding", "Redaction", crypto,
            ],
            embeds: [.embedInCode("HTML/report.css"), .embedInCode("HTML/report.js")]),
        room(
            "Inspection",
            imports: [
                "CaptureReading", "Comparison", "ContentDecoding", "Conversation", "Findings", "Redaction", "Reporting",
                .product(name: "DequeModule", package: "swift-collections"),
            ]),
        .executableTarget(
            name: "unspool",
            dependencies: [
                "CaptureReading", "Comparison", "ContentDecoding", "Findings", "ImageValidation", "Inspection",
                "MediaFinding", "Redaction", "Reporting",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            swiftSettings: settings),

        .target(name: "KernelChoice", dependencies: ["CScan"], path: "Tests/KernelChoice", cSettings: cSettings),
        .target(
            name: "TestSupport", dependencies: ["KernelChoice"], path: "Tests/TestSupport", swiftSettings: settings),
        tests("CScan", imports: ["CScan", "KernelChoice"]),
        tests("ByteCoding", imports: ["ByteCoding"]),
        tests("JSONReading", imports: ["JSONReading"]),
        tests("EventStreaming", imports: ["EventStreaming"]),
        tests("ContentDecoding", imports: ["ContentDecoding"]),
        tests("ImageValidation", imports: ["ByteCoding", "ContentDecoding", "ImageValidation"]),
        tests("CaptureReading", imports: ["ByteCoding", "CaptureReading", "ContentDecoding", "JSONReading"]),
        tests("Conversation", imports: ["CaptureReading", "Conversation", "JSONReading"]),
        tests(
            "MediaFinding",
            imports: ["ByteCoding", "CaptureReading", "Conversation", "ImageValidation", "JSONReading", "MediaFinding"]),
        tests("Redaction", imports: ["ByteCoding", "CaptureReading", "ContentDecoding", "Redaction"]),
        tests("Findings", imports: ["CaptureReading", "Conversation", "Findings", "JSONReading", "Redaction"]),
        tests(
            "Comparison",
            imports: [
                "ByteCoding", "CaptureReading", "Comparison", "Findings", "ImageValidation", "Inspection",
                "JSONReading", "Redaction", "Reporting",
            ]),
        tests(
            "Reporting",
            imports: [
                "ByteCoding", "CaptureReading", "Comparison", "Conversation", "Findings", "ImageValidation",
                "Inspection", "JSONReading", "MediaFinding", "Redaction", "Reporting",
            ]),
        tests(
            "Inspection",
            imports: ["CaptureReading", "Comparison", "ContentDecoding", "Inspection", "Redaction", "Reporting"]),
        tests("Sample", imports: ["CaptureReading", "Comparison", "Inspection", "Redaction", "Reporting"]),
        tests(
            "Corpus",
            imports: [
                "CaptureReading", "Comparison", "Conversation", "Findings", "ImageValidation", "Inspection",
                "JSONReading", "MediaFinding", "Reporting", crypto,
            ]),
        tests("Program", imports: ["unspool"]),
    ]
)

// Fuzz targets need a sanitizer that a plain build does not have; `.ci/fuzz` builds and runs them.
if Context.environment["UNSPOOL_FUZZ"] != nil {
    let parsers = [
        ("AWSEventStream", "EventStreaming"), ("Base64", "ByteCoding"), ("Body", "CaptureReading"),
        ("Brotli", "ContentDecoding"), ("Chunked", "ContentDecoding"), ("Credentials", "ImageValidation"),
        ("Deflate", "ContentDecoding"), ("EventStream", "EventStreaming"),
        ("GIF", "ImageValidation"), ("Gzip", "ContentDecoding"), ("HeadersPane", "CaptureReading"),
        ("JPEG", "ImageValidation"), ("JSONTape", "JSONReading"), ("JoinedEvents", "Conversation"),
        ("Media", "MediaFinding"), ("PNG", "ImageValidation"),
        ("WebP", "ImageValidation"), ("Zstandard", "ContentDecoding"),
    ]
    package.targets.append(
        .target(
            name: "FuzzSupport", dependencies: ["CaptureReading", "ContentDecoding", "ImageValidation"],
            path: "Tests/Fuzz/Support",
            swiftSettings: settings)
    )
    for (name, parsed) in parsers {
        package.products.append(.executable(name: "Fuzz" + name, targets: ["Fuzz" + name]))
        package.targets.append(
            .executableTarget(
                name: "Fuzz" + name, dependencies: [.byName(name: parsed), "FuzzSupport"], path: "Tests/Fuzz/" + name,
                swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])]))
    }
}
