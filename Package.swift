// swift-tools-version: 6.3
import PackageDescription

/// What every target is built with, tests included.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]

/// A target of the house: its name, and the targets and products it may import.
func room(_ name: String, imports dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// A target of tests: the target that it mirrors, or a part of the whole, and what its tests import.
func tests(_ name: String, imports dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name + "Tests", dependencies: dependencies + ["TestSupport"], swiftSettings: settings)
}

let package = Package(
    name: "unspool",
    platforms: [.macOS(.v26)],
    targets: [
        room("ByteCoding"),
        room("JSONReading"),
        room("EventStreaming"),
        room("CaptureReading"),
        room("Conversation", imports: ["ByteCoding", "CaptureReading", "EventStreaming", "JSONReading"]),
        room("Redaction", imports: ["CaptureReading", "JSONReading"]),
        room("Findings", imports: ["CaptureReading", "Conversation", "JSONReading", "Redaction"]),

        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
        tests("ByteCoding", imports: ["ByteCoding"]),
        tests("JSONReading", imports: ["JSONReading"]),
        tests("EventStreaming", imports: ["EventStreaming"]),
        tests("CaptureReading", imports: ["CaptureReading"]),
        tests("Conversation", imports: ["CaptureReading", "Conversation", "JSONReading"]),
        tests("Redaction", imports: ["CaptureReading", "Redaction"]),
        tests("Findings", imports: ["CaptureReading", "Conversation", "Findings", "JSONReading", "Redaction"]),
    ]
)
