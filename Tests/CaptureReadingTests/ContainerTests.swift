import CaptureReading
import ContentDecoding
import TestSupport
import Testing

@Suite struct ContainerTests {
    /// The archive in every container, and the containers' names as reports have them.
    private static let archives: [(name: String, bytes: [UInt8])] = [
        ("gzip", PackedText.gzip),
        ("gzip, gzip", PackedText.stored(PackedText.gzip)),
        ("gzip, utf-16be", PackedText.stored(PackedText.utf16(isLittleEndian: false))),
        ("gzip, zip", PackedText.stored(zip)),
        ("utf-16be", PackedText.utf16(isLittleEndian: false)),
        ("utf-16be", [0xFE, 0xFF] + PackedText.utf16(isLittleEndian: false)),
        ("utf-16le", PackedText.utf16(isLittleEndian: true)),
        ("utf-16le", [0xFF, 0xFE] + PackedText.utf16(isLittleEndian: true)),
        ("zip", zip),
        ("zip, gzip", PackedText.zip([PackedText.Member(name: "a.gz", content: PackedText.gzip)])),
        ("zlib", PackedText.zlib),
        ("zstd", PackedText.zstandard),
    ]

    private static let zip = PackedText.zip([
        PackedText.Member(
            name: "a.har", content: PackedText.archive, encoded: PackedText.deflated, method: 8)
    ])

    /// What a capture says of its exchanges, and how it ended.
    private struct Outcome {
        var targets: [String?] = []
        var facts: Capture?
        var error: CaptureError?

        init(
            _ bytes: [UInt8], limits: DecodingLimits = DecodingLimits(), step: Int = CaptureWindow.defaultStep,
            portion: Int? = nil
        ) {
            let source: any ByteSource =
                portion.map { portion in TrickleSource(bytes, portion: portion) }
                ?? MemorySource(bytes)
            do throws(CaptureError) {
                var reader = try CaptureReader(reading: source, as: nil, step: step, limits: limits)
                while let exchange = try reader.next() { targets.append(exchange.request?.target) }
                facts = reader.capture
            } catch {
                self.error = error
            }
        }

        var containers: String? { facts?.containers.map(\.rawValue).joined(separator: ", ") }

        var faults: [BodyFault] { facts?.defects.compactMap(\.fault) ?? [] }
    }

    @Test("a capture in a container is read as without it, and the containers are named", arguments: archives)
    func packed(name: String, bytes: [UInt8]) {
        let outcome = Outcome(bytes)
        #expect(outcome.targets == ["/a", "/b"])
        #expect(outcome.containers == name)
        #expect(outcome.facts?.byteCount == PackedText.archive.count)
        #expect(outcome.facts?.defects == [])
        #expect(outcome.facts?.format == .httpArchive)
    }

    @Test("it makes no difference in what pieces a container arrives, or is read", arguments: archives)
    func splits(name: String, bytes: [UInt8]) {
        for size in [1, 2, 3, 7, 64, 511, 512, 513] {
            for outcome in [Outcome(bytes, portion: size), Outcome(bytes, step: size)] {
                #expect(outcome.targets == ["/a", "/b"] && outcome.containers == name, "\(name) by \(size)")
            }
        }
    }

    @Test(
        "every beginning of a container gives whole entries and says that it is cut, or says why not",
        arguments: archives
    )
    func prefixes(name: String, bytes: [UInt8]) {
        for count in Thinning.cases(0..<bytes.count) {
            let outcome = Outcome(Array(bytes.prefix(count)))
            if let error = outcome.error {
                #expect(error.description.contains("expected "), "\(name), \(count)")
            } else {
                let isTold = !(outcome.facts?.defects.isEmpty ?? true)
                // UTF-16 has no end of its own: what is cut between two characters is only shorter.
                #expect(isTold || name.hasPrefix("utf-16"), "\(name), \(count)")
                let whole = outcome.targets.compactMap { target in target.flatMap { $0.count == 2 ? $0 : nil } }
                #expect(["/a", "/b"].starts(with: whole), "\(name), \(count)")
            }
        }
    }

    @Test("no damage to a container is more than an error or a defect", arguments: archives)
    func damage(name: String, bytes: [UInt8]) {
        for index in Thinning.cases(bytes.indices) {
            for flip in [0x01, 0x80, 0xFF] as [UInt8] {
                var damaged = bytes
                damaged[index] ^= flip
                let outcome = Outcome(damaged)
                #expect(outcome.error != nil || outcome.facts != nil)
            }
        }
    }

    @Test(
        "a container whose checksum does not fit keeps its entries, and the defect says class, offset and layer",
        arguments: [("gzip", PackedText.gzip, 8), ("zlib", PackedText.zlib, 4), ("zstd", PackedText.zstandard, 4)]
            as [(String, [UInt8], Int)])
    func checksum(name: String, bytes: [UInt8], size: Int) throws {
        var damaged = bytes
        damaged[bytes.count - size] ^= 1
        let outcome = Outcome(damaged)
        #expect(outcome.targets == ["/a", "/b"])
        let defect = try #require(outcome.facts?.defects.first)
        #expect(defect.id == "\(name).checksum")
        #expect(defect.location == Location(line: 1, column: 102, byte: 101))
        #expect(defect.fault?.kind == .checksum)
        #expect(defect.fault?.layer == BodyLayer(rawValue: name))
        let offset = try #require(defect.fault?.offset)
        #expect((bytes.count - size...bytes.count).contains(offset))
        #expect(defect.message.hasPrefix("expected sound "))
    }

    @Test("a container that is cut keeps the entries before the cut")
    func cut() throws {
        let outcome = Outcome(Array(PackedText.stored(PackedText.archive).dropLast(20)))
        #expect(outcome.targets.first == "/a")
        #expect(outcome.facts?.defects.map(\.id) == ["har.truncated", "gzip.truncated"])
        let fault = try #require(outcome.faults.first)
        #expect(fault.kind == .truncated)
        #expect(fault.offset == 104)
        #expect(
            fault.message
                == "expected the end of the gzip data, found that of the file at byte 104; it was cut short, what came "
                + "before is read")
    }

    @Test("what stands behind a container is told")
    func trail() {
        let outcome = Outcome(PackedText.gzip + [0, 0, 0])
        #expect(outcome.targets == ["/a", "/b"])
        #expect(outcome.facts?.defects.map(\.id) == ["gzip.trailing-data"])
        #expect(outcome.facts?.defects.first?.location == .start)
        let nested = Outcome(PackedText.stored(PackedText.gzip + [0, 0, 0]).dropLast(1))
        #expect(nested.facts?.defects.map(\.id) == ["gzip.trailing-data", "gzip.truncated"])
    }

    @Test("members of one gzip file are one capture")
    func members() {
        let halves =
            PackedText.stored(Array(PackedText.archive[..<50])) + PackedText.stored(Array(PackedText.archive[50...]))
        #expect(Outcome(halves).targets == ["/a", "/b"])
    }

    @Test("a bomb is stopped, and what came before is read")
    func bomb() {
        #expect(Outcome(PackedText.bomb).targets == ["/a"])
        var ratio = DecodingLimits()
        ratio.ratio = 10
        ratio.ratioFloor = 1000
        var size = DecodingLimits()
        size.captureSize = 1000
        let nested = PackedText.stored(PackedText.bomb)
        for (limits, kind) in [(ratio, .ratioLimit), (size, .absoluteLimit)] as [(DecodingLimits, BodyFault.Kind)] {
            for bytes in [PackedText.bomb, nested] {
                let outcome = Outcome(bytes, limits: limits)
                #expect(outcome.targets == ["/a"])
                #expect(outcome.faults.map(\.kind) == [kind])
                #expect(
                    outcome.facts?.defects.last?.id == "gzip.\(kind == .ratioLimit ? "limit-ratio" : "limit-absolute")")
                #expect(outcome.facts.map { facts in facts.byteCount <= 66_000 } == true)
            }
        }
    }

    @Test("more containers than anybody packs are an error")
    func depth() {
        var bytes = PackedText.archive
        for depth in 1...6 {
            bytes = PackedText.stored(bytes)
            let outcome = Outcome(bytes)
            #expect(outcome.targets.count == (depth < 6 ? 2 : 0))
            if depth == 6 {
                let gzips = Array(repeating: ContainerID.gzip, count: 5)
                #expect(outcome.error == .contained(in: gzips, damage: nil, .tooManyContainers(limit: 5)))
            }
        }
    }

    @Test("a container without a capture says what is inside")
    func foreign() {
        #expect(
            Outcome(PackedText.stored(Array("hello there".utf8))).error?.description
                == "inside gzip, expected a capture in a known format, found text without the signs of any in its first "
                + "11 bytes; name the format")
        #expect(
            Outcome(PackedText.stored([])).error?.description
                == "inside gzip, expected a capture, found an empty input; save the traffic again and pass that file")
        #expect(
            Outcome(Array(PackedText.gzip.prefix(10))).error?.description
                == "inside gzip (truncated at byte 10), expected the end of the gzip data, found that of the file at "
                + "byte 10; it was cut short, what came before is read")
    }

    @Test(
        "what only looks like a container is none",
        arguments: ["x^2 + y^2", "x\u{1}", "PK", "P*M", "{\"\0", "data: \0\n\n", "\u{1F}", "a\0"])
    func lookalikes(text: String) {
        #expect(ContainerCatalog.recognise(Array(text.utf8)[...]) == nil)
    }

    @Test("half a character in UTF-16 becomes U+FFFD, and is told")
    func loneSurrogates() throws {
        for isLittleEndian in [true, false] {
            let units: [UInt16] =
                Array("{\"log\":{\"entries\":[{\"request\":{\"url\":\"/".utf16) + [
                    0xD83D, 0xDE00, 0xD83D, 0x61, 0xDE00,
                ]
                + Array("é€\"}}]}}".utf16)
            let bytes = units.flatMap { unit in
                let pair = [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)]
                return isLittleEndian ? pair : pair.reversed()
            }
            for outcome in [Outcome(bytes), Outcome(bytes, portion: 1)] {
                #expect(outcome.targets == ["/\u{1F600}\u{FFFD}a\u{FFFD}é€"])
                let defect = try #require(outcome.facts?.defects.first)
                #expect(defect.fault?.kind == .corrupt)
                #expect(defect.message.contains("found 2 alone, the first at byte 82"))
            }
        }
    }

    @Test("the containers stand in the order of their names, each once")
    func order() {
        let names = ContainerCatalog.all.map(\.id.rawValue)
        #expect(names == Set(names).sorted())
    }

    @Test("every container in the folder of containers is one of the catalogue")
    func listed() throws {
        let folder = Checkout.folder + "/Sources/CaptureReading/Containers"
        let files = try Checkout.files(below: folder, ending: "Container.swift")
        let names = Set(files.compactMap { file in file.split(separator: "/").last.map(String.init) })
        let listed = Set(ContainerCatalog.all.map { container in "\(type(of: container)).swift" })
        // The protocol, and the one that compressed files share.
        #expect(names.subtracting(["CaptureContainer.swift", "CodedContainer.swift"]) == listed)
    }
}
