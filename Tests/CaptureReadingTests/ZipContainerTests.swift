import CaptureReading
import ContentDecoding
import Testing

@Suite struct ZipContainerTests {
    private static let notes = PackedText.Member(name: "notes.txt", content: Array("nothing".utf8))

    private static func member(_ name: String, _ content: [UInt8] = PackedText.archive) -> PackedText.Member {
        PackedText.Member(name: name, content: content)
    }

    private func targets(_ bytes: [UInt8]) throws -> [String?] {
        try Reading.exchanges(bytes).map(\.request?.target)
    }

    @Test(
        "a zip is read with something before it, with a comment, with sizes behind its members, and without its directory",
        arguments: [0, 8])
    func forms(flags: Int) throws {
        let member = PackedText.Member(
            name: "x/a.HAR", content: PackedText.archive, encoded: PackedText.deflated, method: 8, flags: flags)
        let members = [member, ZipContainerTests.notes]
        let junk = Array("PK\u{3}\u{4}".utf8) + [UInt8](repeating: 0, count: 100)
        for bytes in [
            PackedText.zip(members), PackedText.zip(members, behind: junk),
            PackedText.zip(members, comment: "PK\u{5}\u{6} what a comment"),
        ] {
            let (exchanges, facts) = try Reading.capture(bytes)
            #expect(exchanges.map(\.request?.target) == ["/a", "/b"])
            #expect(facts.memberName == "x/a.HAR")
            #expect(facts.defects.isEmpty)
        }
        let cut = Array(PackedText.zip(members).dropLast(40))
        let (exchanges, facts) = try Reading.capture(cut)
        #expect(exchanges.map(\.request?.target) == ["/a", "/b"])
        #expect(facts.defects.map(\.id) == ["zip.no-directory"])
    }

    @Test("sizes of 64 bits are read")
    func wide() throws {
        var bytes = PackedText.zip([ZipContainerTests.member("a.har")])
        let end = bytes.count - 22
        let directory = end - 46 - 5
        // The entry has its numbers in an extra field, the end in a record of its own.
        let numbers = PackedText.little(101, 8) + PackedText.little(101, 8) + PackedText.little(0, 8)
        let extra =
            PackedText.little(7, 2) + PackedText.little(0, 2) + PackedText.little(1, 2) + PackedText.little(24, 2)
        bytes.replaceSubrange(directory + 20..<directory + 28, with: [UInt8](repeating: 0xFF, count: 8))
        bytes.replaceSubrange(directory + 42..<directory + 46, with: [UInt8](repeating: 0xFF, count: 4))
        bytes.replaceSubrange(directory + 30..<directory + 32, with: PackedText.little(32, 2))
        let size = end - directory + 32
        let wide =
            [0x50, 0x4B, 6, 6] + PackedText.little(44, 8) + PackedText.little(45, 4) + PackedText.little(0, 8)
            + PackedText.little(1, 8) + PackedText.little(1, 8) + PackedText.little(size, 8)
            + PackedText.little(directory, 8)
        let locator =
            [0x50, 0x4B, 6, 7] + PackedText.little(0, 4) + PackedText.little(end + 32, 8) + PackedText.little(1, 4)
        let last = [0x50, 0x4B, 5, 6] + PackedText.little(0, 4) + [UInt8](repeating: 0xFF, count: 12) + [0, 0]
        bytes = bytes[..<end] + extra + numbers + wide + locator + last
        let (exchanges, facts) = try Reading.capture(bytes)
        #expect(exchanges.map(\.request?.target) == ["/a", "/b"])
        #expect(facts.defects.isEmpty)
    }

    @Test("members behind the most that are listed are told", arguments: [0, 40])
    func tooMany(cut: Int) throws {
        var limits = DecodingLimits()
        let members = [ZipContainerTests.member("a.har"), ZipContainerTests.notes]
        let bytes = Array(PackedText.zip(members).dropLast(cut))
        for (limit, isTold) in [(3, false), (2, false), (1, true)] {
            limits.archiveMembers = limit
            let reader = try CaptureReader(reading: MemorySource(bytes), limits: limits)
            #expect(reader.capture.defects.contains { defect in defect.id == "zip.further-members" } == isTold)
        }
    }

    @Test("the capture is the member named .har, or the only one, or the one whose content says so")
    func choice() throws {
        let member = ZipContainerTests.member
        let notes = ZipContainerTests.notes
        let answer = member("answer.json", Array("{\"candidates\": []}".utf8))
        for members in [
            [notes, member("x/y.har", PackedText.archive)], [member("capture", PackedText.archive)],
            [notes, answer, member("capture", PackedText.archive)],
            [member("a.har", [0x7B]), member("b.har", PackedText.archive)],
        ] {
            #expect(try targets(PackedText.zip(members)) == ["/a", "/b"])
        }
        #expect(try targets(PackedText.zip([answer])) == [nil])
        let (_, facts) = try Reading.capture(
            PackedText.zip([member("1.har", PackedText.archive), member("2.har", PackedText.archive)]))
        #expect(facts.memberName == "1.har")
        #expect(facts.defects.map(\.id) == ["zip.further-captures"])
        #expect(
            facts.defects.first?.message
                == "expected one capture in the zip, found 2; only 1.har is read, unpack the zip for the others")
    }

    @Test("a zip without a capture says what is in it")
    func foreign() {
        let folder = ZipContainerTests.member("folder/", [])
        let long = ZipContainerTests.member(String(repeating: "n", count: 70), Array("x".utf8))
        for (members, description) in [
            ([], "found no members"),
            ([folder], "found no members"),
            ([ZipContainerTests.notes, long], "found 2 without the signs of one: notes.txt, nnnn"),
        ] as [([PackedText.Member], String)] {
            do throws(CaptureError) {
                _ = try CaptureReader(reading: MemorySource(PackedText.zip(members)))
                Issue.record("a zip without a capture is read")
            } catch {
                #expect(error.description.contains(description))
                #expect(error.description.count < 250)
            }
        }
    }

    @Test(
        "a member that cannot be read says why",
        arguments: [
            (0, 1, "expected a member that is not encrypted in the zip, found one that is; decrypt it first"),
            (12, 0, "expected a member under deflate or zstd in the zip, found method 12; pack it again"),
        ])
    func unsupported(method: Int, flags: Int, expected: String) {
        let member = PackedText.Member(name: "a.har", content: PackedText.archive, method: method, flags: flags)
        do throws(CaptureError) {
            _ = try CaptureReader(reading: MemorySource(PackedText.zip([member])))
            Issue.record("what cannot be read is read")
        } catch {
            #expect(error.description == "inside zip (unsupported at byte 35), \(expected)")
        }
    }

    @Test("content that does not fit its checksum is read, and told")
    func checksum() throws {
        var bytes = PackedText.zip([ZipContainerTests.member("a.har")])
        let index = try #require(bytes.firstIndex(of: UInt8(ascii: "G")))
        bytes[index] = UInt8(ascii: "P")
        let (exchanges, facts) = try Reading.capture(bytes)
        #expect(exchanges.map(\.request?.method) == ["PET", "GET"])
        #expect(facts.defects.map(\.id) == ["zip.checksum"])
        #expect(facts.defects.first?.fault?.layer == BodyLayer(rawValue: "zip"))
    }
}
