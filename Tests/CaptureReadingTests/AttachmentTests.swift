import CaptureReading
import ContentDecoding
import Testing

@Suite struct AttachmentTests {
    /// An archive whose bodies are in files beside it, as Playwright writes one.
    private static let archive = """
        {"log":{"entries":[{"request":{"method":"POST","url":"/a","postData":{"mimeType":"text/plain","text":"",\
        "params":[],"_file":"1.txt"}},"response":{"status":200,"content":{"size":-1,"mimeType":"application/json",\
        "_file":"2.json"}}}]}}
        """

    private static func zip(_ files: [(String, String)], folder: String = "") -> [UInt8] {
        PackedText.zip(
            [PackedText.Member(name: folder + "har.har", content: Array(archive.utf8))]
                + files.map { name, text in PackedText.Member(name: folder + name, content: Array(text.utf8)) })
    }

    private func exchange(_ bytes: [UInt8], limits: DecodingLimits = DecodingLimits()) throws -> Exchange {
        var reader = try CaptureReader(reading: MemorySource(bytes), limits: limits)
        return try #require(try reader.next())
    }

    @Test("bodies are read from the members that the archive names", arguments: ["", "x/y/"])
    func bodies(folder: String) throws {
        let bytes = AttachmentTests.zip([("1.txt", "asked"), ("2.json", "{\"a\": 1}")], folder: folder)
        let exchange = try exchange(bytes)
        let request = try #require(exchange.request?.body)
        let response = try #require(exchange.response?.body)
        #expect(Reading.text(request.bytes) == "asked")
        #expect(Reading.text(response.bytes) == "{\"a\": 1}")
        #expect(request.declaredType == "text/plain")
        #expect(response.declaredType == "application/json")
        #expect(response.fault == nil)
        #expect(response.layers == [])
        // The place is that of the name in the archive; the place within is one in the file.
        let place = response.place(ofByte: 2)
        #expect(place.within?.layers == [BodyLayer(rawValue: "attachment")])
        #expect(place.within?.byte == 2)
        #expect(Reading.text(Array(AttachmentTests.archive.utf8)[place.byte...].prefix(7)) == "2.json\"")
    }

    @Test("a text beside the name of a file is the body")
    func text() throws {
        let archive = AttachmentTests.archive.replacing("\"text\":\"\"", with: "\"text\":\"here\"")
        let exchange = try exchange(Array(archive.utf8))
        #expect(exchange.request?.body.map { body in Reading.text(body.bytes) } == "here")
    }

    @Test("a body whose file is not there says so, and so does one that no file is known of")
    func missing() throws {
        let inside = try exchange(AttachmentTests.zip([]))
        #expect(inside.response?.body?.fault?.kind == .bodyMissing)
        #expect(
            inside.response?.body?.fault?.message
                == "expected the content in the file 2.json beside the capture, found none of that name; keep the files "
                + "of a capture together")
        let alone = try exchange(Array(AttachmentTests.archive.utf8))
        #expect(
            alone.response?.body?.fault?.message
                == "expected content in the archive, found the name of a file beside it; 2.json holds it")
    }

    @Test("no more of a file is read than of any body")
    func limits() throws {
        var limits = DecodingLimits()
        for (size, kind) in [(8, nil), (7, .absoluteLimit), (0, .absoluteLimit)] as [(Int, BodyFault.Kind?)] {
            limits.bodySize = size
            let body = try exchange(AttachmentTests.zip([("2.json", "{\"a\": 1}")]), limits: limits).response?.body
            #expect(body?.bytes.count == size)
            #expect(body?.fault?.kind == kind)
        }
    }

    @Test("all files together are read no further than a whole capture", arguments: [(12, 7), (5, 0), (4, -1)])
    func budget(size: Int, left: Int) throws {
        var limits = DecodingLimits()
        limits.captureSize = size
        var reader = try CaptureReader(
            reading: MemorySource(Array(AttachmentTests.archive.utf8)), limits: limits, attachments: LongFiles())
        let exchange = try #require(try reader.next())
        let sent = try #require(exchange.request?.body)
        let received = try #require(exchange.response?.body)
        #expect(sent.bytes.count == min(size, 5))
        #expect((sent.fault == nil) == (left >= 0))
        #expect(received.bytes.count == max(left, 0))
        #expect(received.fault?.kind == .absoluteLimit)
        #expect(received.fault?.message.contains("no more than \(size) bytes in the files") == true)
    }

    /// Files of five bytes and of many.
    private struct LongFiles: Attachments {
        func attachment(named name: String, limit: Int?) -> AttachmentContent {
            let bytes = [UInt8](repeating: 0x61, count: name == "1.txt" ? 5 : 100)
            let most = limit ?? .max
            return .found(Array(bytes.prefix(most)), fault: bytes.count > most ? .tooLarge(limit: most) : nil)
        }
    }

    @Test("a damaged member is read as far as it goes")
    func damage() throws {
        let member = PackedText.Member(
            name: "2.json", content: PackedText.archive, encoded: PackedText.deflated.dropLast(20), method: 8)
        let bytes = PackedText.zip([
            PackedText.Member(name: "har.har", content: Array(AttachmentTests.archive.utf8)), member,
        ])
        let body = try exchange(bytes).response?.body
        #expect(body?.bytes.isEmpty == false)
        #expect(body?.fault?.kind == .truncated)
    }

    /// Files by name, and names that are refused.
    private struct Files: Attachments {
        func attachment(named name: String, limit: Int?) -> AttachmentContent {
            name == "1.txt" ? .found([0x61], fault: nil) : .refused(found: "a path")
        }
    }

    @Test("files that somebody else knows of are read where there is no zip; a name that is refused is told")
    func folder() throws {
        var reader = try CaptureReader(
            reading: MemorySource(Array(AttachmentTests.archive.utf8)), attachments: Files())
        let exchange = try #require(try reader.next())
        #expect(exchange.request?.body?.bytes == [0x61])
        #expect(
            exchange.response?.body?.fault?.message
                == "expected the name of a file beside the capture, found a path; it is not opened")
        var zipped = try CaptureReader(
            reading: MemorySource(AttachmentTests.zip([("1.txt", "asked")])), attachments: Files())
        #expect(try zipped.next()?.request?.body.map { body in Reading.text(body.bytes) } == "asked")
    }
}
