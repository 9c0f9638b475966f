import ByteCoding
import Findings
import JSONReading
import MediaFinding
import Redaction
import Reporting
import TestSupport
import Testing

@Suite("Extraction")
struct ExtractReporterTests {
    /// What an extraction gave.
    struct Outcome {
        var files: [(name: String, bytes: [UInt8])]
        var manifest: JSONValue
        var lines: String
        var isWhole: Bool

        var media: [JSONValue] {
            manifest["captures"].map { list in Array(list.elements) }?.first?["media"].map { list in
                Array(list.elements)
            } ?? []
        }

        var states: [String?] { media.map { medium in medium["state"]?.string } }
    }

    /// The base64 of a PNG of two by two pixels.
    private static let picture =
        "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAE0lEQVR42mNgYGD4zwAm/v9nAAAT+gP9AIvz3gAAAABJRU5ErkJggg=="

    private static func capture(_ parts: String) -> String {
        """
        POST /v1beta/models/m:generateContent HTTP/1.1
        Host: generativelanguage.googleapis.com
        Content-Type: application/json

        {"contents": [{"role": "user", "parts": [\(parts)]}]}
        """
    }

    private static func part(_ data: String, _ type: String = "image/png") -> String {
        #"{"inlineData": {"mimeType": "\#(type)", "data": "\#(data)"}}"#
    }

    private func extract(
        _ capture: String, kinds: Set<EmbeddedMedium.Kind> = [.image], keepsInvalid: Bool = true,
        store outcome: MediumStoreOutcome = .written
    ) throws -> Outcome {
        let store = MemoryStore(outcome)
        let lines = Sink()
        let manifest = Sink()
        let options = ExtractReporter.Options(
            kinds: kinds, keepsInvalid: keepsInvalid, text: TextOptions(width: 200), version: "1")
        var reporter = ExtractReporter(options: options, store: store, text: lines.write, manifest: manifest.write)
        try InspectedCapture(capture).report(to: &reporter)
        reporter.finish()
        return Outcome(
            files: store.files, manifest: try whole(manifest.bytes), lines: lines.text, isWhole: reporter.isWhole)
    }

    @Test("an image becomes a file named by number, role, digest and first bytes, and the manifest tells its place")
    func file() throws {
        let outcome = try extract(
            ExtractReporterTests.capture(ExtractReporterTests.part(ExtractReporterTests.picture, "image/jpeg")))
        #expect(outcome.files.map(\.name) == ["001-user-7d0947a0.png"])
        let bytes = Base64.decode(Array(ExtractReporterTests.picture.utf8)[...]).bytes
        #expect(outcome.files.first?.bytes == bytes)
        let medium = try #require(outcome.media.first)
        #expect(medium["file"]?.string == "001-user-7d0947a0.png")
        #expect(medium["pointer"]?.string == "/contents/0/parts/0/inlineData/data")
        #expect(medium["source"]?.string == "prompt/messages/0/parts/0")
        #expect(medium["declared_type"]?.string == "image/jpeg" && medium["format"]?.string == "png")
        #expect(medium["verdict"]?.string == "valid" && medium["pixels"]?.string == "ok")
        #expect(medium["at"]?["byte"]?.int != nil && medium["exchange"]?.int == 1)
        #expect(
            outcome.lines.contains("001-user-7d0947a0.png   PNG 2x2 RGB 8-bit   76 B   valid   declared image/jpeg"))
        #expect(outcome.isWhole)
    }

    @Test("the same image is written once, and named wherever it stands again")
    func again() throws {
        let part = ExtractReporterTests.part(ExtractReporterTests.picture)
        let outcome = try extract(ExtractReporterTests.capture("\(part), \(part)"))
        #expect(outcome.files.count == 1)
        #expect(outcome.states == ["written", "again"])
        #expect(
            outcome.media.map { medium in medium["file"]?.string }
                == Array(repeating: "001-user-7d0947a0.png", count: 2))
    }

    @Test("damaged images are kept with their verdict unless they are not wanted; placeholders and nothing are listed")
    func damaged() throws {
        let cut = String(ExtractReporterTests.picture.prefix(80))
        let parts = [cut, "<png-base64>", "!"].map { data in ExtractReporterTests.part(data) }.joined(separator: ", ")
        let kept = try extract(ExtractReporterTests.capture(parts))
        #expect(kept.states == ["written", "elided"])
        #expect(kept.media.first?["verdict"]?.string == "invalid")
        #expect(kept.media.last?["placeholder"]?.string == "<png-base64>")
        let skipped = try extract(ExtractReporterTests.capture(parts), keepsInvalid: false)
        #expect(skipped.states == ["skipped", "elided"] && skipped.files.isEmpty)
    }

    @Test(
        "what cannot be written, or is there already, is told, and the outcome is not whole",
        arguments: [
            (MediumStoreOutcome.exists, "exists"), (.failed, "failed"),
        ])
    func refused(_ store: MediumStoreOutcome, _ state: String) throws {
        let capture = ExtractReporterTests.capture(ExtractReporterTests.part(ExtractReporterTests.picture))
        let outcome = try extract(capture, store: store)
        #expect(outcome.states == [state] && !outcome.isWhole)
        #expect(outcome.media.first?["file"]?.isNull == true)
        #expect(outcome.manifest["summary"]?[state]?.int == 1)
    }

    @Test("what is there already, byte for byte, is named and lacks nothing")
    func unchanged() throws {
        let capture = ExtractReporterTests.capture(ExtractReporterTests.part(ExtractReporterTests.picture))
        let outcome = try extract(capture, store: .again)
        #expect(outcome.states == ["again"] && outcome.isWhole)
        #expect(outcome.media.first?["file"]?.string == "001-user-7d0947a0.png")
    }

    @Test("a drawing, which may hold a program, is a text by its name")
    func drawing() throws {
        let svg = ExtractReporterTests.part("PHN2ZyBvbmxvYWQ9ImFsZXJ0KDEpIj48L3N2Zz4=", "image/svg+xml")
        let names = try extract(ExtractReporterTests.capture(svg)).files.map(\.name)
        #expect(names.count == 1)
        #expect(names.first?.wholeMatch(of: #/001-user-[0-9a-f]{8}\.txt/#) != nil)
    }

    @Test(
        "kinds are told apart, and a name never has what was captured",
        arguments: [
            (EmbeddedMedium.Kind.audio, "001-user-"), (.file, "001-user-"),
        ])
    func kinds(_ kind: EmbeddedMedium.Kind, _ prefix: String) throws {
        let parts = [
            ExtractReporterTests.part(ExtractReporterTests.picture),
            ExtractReporterTests.part("SUQzBAAAAAAA", "audio/../../x"),
            ExtractReporterTests.part("JVBERi0xLjcK", "application/pdf"),
        ]
        let outcome = try extract(ExtractReporterTests.capture(parts.joined(separator: ",")), kinds: [kind])
        #expect(outcome.files.count == 1)
        let name = try #require(outcome.files.first?.name)
        #expect(name.hasPrefix(prefix) && name.hasSuffix(kind == .audio ? ".mp3" : ".pdf"))
        #expect(!name.contains("/") && !name.contains(".."))
    }

    @Test("a hostile role, type and name of a member stay out of names and of the terminal")
    func hostile() throws {
        let capture = """
            POST /v1beta/models/m:generateContent HTTP/1.1
            Host: generativelanguage.googleapis.com
            Content-Type: application/json

            {"contents": [{"role": "../../\\u001b[2J", "parts": [
             {"inlineData": {"mimeType": "image/\\u001b]0;PWN\\u0007", "data": "\(ExtractReporterTests.picture)"}}]}],
             "\\u202e../x\\u001b[2J": "data:image/png;base64,\(ExtractReporterTests.picture)"}
            """
        let outcome = try extract(capture)
        #expect(outcome.files.map(\.name) == ["001-request-7d0947a0.png"])
        #expect(
            !outcome.lines.unicodeScalars.contains { scalar in
                scalar.value < 0x20 && scalar != "\n" || scalar == "\u{202E}"
            })
    }

    @Test("the manifest fits its schema, and every member that is listed is printed")
    func schema() throws {
        var reading = try SchemaReading(.named("extract"))
        for capture in SchemaCaptures.all + SchemaMedia.all + [SchemaMedia.countless] {
            let outcome = try extract(capture, kinds: Set(EmbeddedMedium.Kind.allCases))
            #expect(reading.faults(in: outcome.manifest) == [])
        }
        #expect(reading.listed.subtracting(reading.reached).sorted() == [])
    }
}
