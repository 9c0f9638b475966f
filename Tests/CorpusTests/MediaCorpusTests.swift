import CaptureReading
import Crypto
import Foundation
import JSONReading
import MediaFinding
import TestSupport
import Testing

/// The media of the corpora, held against what is known of them.
@Suite("Media of the corpora", .enabled(if: Checkout.hasCorpora, "no ../shared/corpus beside the checkout"))
struct MediaCorpusTests {
    /// The beginnings of images in base64.
    private static let beginnings = ["iVBORw0KGgo", "/9j/", "R0lGODdh", "R0lGODlh", "UklGR"].map { text in
        Array(text.utf8)
    }

    /// The media of all exchanges of a file; none where it is no capture.
    private func media(in path: String) throws -> [EmbeddedMedium] {
        guard var reader = try? CaptureReader(reading: MemorySource(try Checkout.bytes(of: path))) else { return [] }
        var media: [EmbeddedMedium] = []
        while let exchange = try? reader.next() { media += ExchangeMedia(of: exchange).media }
        return media
    }

    @Test("the archives have as many images as are counted, as bodies and in the middle of texts")
    func archives() throws {
        let facts = JSONDocument(parsing: try Checkout.bytes(of: Checkout.corpora + "/har/facts.json"))
        let root = try #require(facts.root)
        var archives = 0
        for member in root.members {
            let bodies = member.value["images"].map(sum) ?? 0
            let inline = member.value["inline_b64_images"].map(sum) ?? 0
            guard bodies + inline > 0 else { continue }
            archives += 1
            let media = try media(in: "\(Checkout.corpora)/har/files/\(member.name)")
            let whole = media.filter { medium in medium.source == "response/body" && medium.kind == .image }
            #expect(whole.count >= bodies, "\(member.name)")
            let others = media.filter { medium in medium.source != "response/body" && medium.kind == .image }
            let found = others.reduce(0) { sum, medium in sum + 1 + medium.repeatCount }
            #expect(found >= inline, "\(member.name)")
        }
        #expect(archives > 10)
    }

    @Test("every run of base64 that begins as an image does in the recorded answers is found")
    func streams() throws {
        let streams = Checkout.corpora + "/streams/corpus"
        let files = try #require(FileManager.default.enumerator(atPath: streams)).compactMap { file in file as? String }
        var images = 0
        for file in files.sorted() where [".sse", ".json", ".ndjson", ".jsonl"].contains(where: file.hasSuffix) {
            guard !file.hasSuffix(".meta.json") else { continue }
            let bytes = try Checkout.bytes(of: "\(streams)/\(file)")
            let expected = runs(in: bytes)
            guard !expected.isEmpty else { continue }
            let found = Set(try media(in: "\(streams)/\(file)").compactMap(\.bytes).map(digest))
            for run in expected {
                images += 1
                let data = try #require(Data(base64Encoded: run), "\(file)")
                #expect(found.contains(digest(Array(data))), "\(file)")
            }
        }
        #expect(images > 10)
    }

    private func sum(_ counts: JSONValue) -> Int {
        counts.members.reduce(0) { sum, member in sum + (member.value.int ?? 0) }
    }

    private func digest(_ bytes: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: bytes)) }

    /// The runs of base64 of at least 52 characters that begin as an image does, padded.
    private func runs(in bytes: [UInt8]) -> [String] {
        let text = bytes.filter { byte in byte != UInt8(ascii: "\\") }
        let isMember = { (byte: UInt8) in
            UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte
                || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || byte == UInt8(ascii: "+")
                || byte == UInt8(ascii: "/")
        }
        return text.split { byte in !isMember(byte) }.compactMap { run in
            guard run.count >= 52, MediaCorpusTests.beginnings.contains(where: run.starts) else { return nil }
            guard run.count % 4 != 1 else { return nil }
            return String(decoding: run, as: UTF8.self) + String(repeating: "=", count: (4 - run.count % 4) % 4)
        }
    }
}
