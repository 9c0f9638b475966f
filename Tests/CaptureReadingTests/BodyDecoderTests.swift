import CaptureReading
import Testing

/// What the headers say against what the bytes are.
@Suite struct BodyDecoderTests {
    private static let text = Array(#"{"a": "walk to perth"}"#.utf8)

    /// The text under gzip.
    private static let gzip: [UInt8] = [
        0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x03, 0xAB, 0x56, 0x4A, 0x54, 0xB2, 0x52,
        0x50, 0x2A, 0x4F, 0xCC, 0xC9, 0x56, 0x28, 0xC9, 0x57, 0x28, 0x48, 0x2D, 0x2A, 0xC9, 0x50, 0xAA,
        0x05, 0x00, 0x7E, 0x9E, 0x7F, 0x29, 0x16, 0x00, 0x00, 0x00,
    ]

    /// The text under deflate in the zlib format.
    private static let zlib: [UInt8] = [
        0x78, 0xDA, 0xAB, 0x56, 0x4A, 0x54, 0xB2, 0x52, 0x50, 0x2A, 0x4F, 0xCC, 0xC9, 0x56, 0x28, 0xC9,
        0x57, 0x28, 0x48, 0x2D, 0x2A, 0xC9, 0x50, 0xAA, 0x05, 0x00, 0x4C, 0xE7, 0x07, 0x31,
    ]

    /// The text under zstd, in a block that is not compressed.
    private static let zstandard: [UInt8] =
        [0x28, 0xB5, 0x2F, 0xFD, 0x00, 0x38, UInt8(text.count << 3 | 1), 0x00, 0x00] + text

    /// The text under brotli, in a block that is not compressed.
    private static let brotli: [UInt8] = [0x50, 0x01, 0x10] + text + [0x03]

    private static func chunked(_ bytes: [UInt8]) -> [UInt8] {
        Array("\(String(bytes.count, radix: 16))\r\n".utf8) + bytes + Array("\r\n0\r\n\r\n".utf8)
    }

    private func decode(
        _ bytes: [UInt8], coding: String = "", transfer: String = "", type: String = "application/json",
        storage: BodyStorage = .asSent
    ) -> Body {
        let lines = [("Content-Encoding", coding), ("Transfer-Encoding", transfer), ("Content-Type", type)]
        let fields = lines.filter { line in !line.1.isEmpty }.map { name, value in
            FieldLine(name: name, value: value, place: Place(byte: 0))
        }
        let body = Body(bytes: bytes[...], place: Place(byte: 100))
        return BodyDecoder().decode(body, fields: FieldLines(fields), storage: storage)
    }

    @Test(
        "layers that are named are removed, outermost first",
        arguments: [
            (gzip, "gzip", "", ["gzip"]), (gzip, "X-GZIP", "", ["gzip"]), (gzip, " , identity, gzip ,,", "", ["gzip"]),
            (zlib, "deflate", "", ["deflate"]), (brotli, "br", "", ["br"]), (zstandard, "zstd", "", ["zstd"]),
            (chunked(gzip), "gzip", "chunked", ["chunked", "gzip"]),
            (chunked(gzip), "", "gzip, chunked", ["chunked", "gzip"]),
            (text, "", "", []), (text, "identity", "", []),
        ] as [([UInt8], String, String, [String])])
    func named(bytes: [UInt8], coding: String, transfer: String, layers: [String]) {
        let body = decode(bytes, coding: coding, transfer: transfer)
        #expect(body.bytes == BodyDecoderTests.text[...])
        #expect(body.encoded == bytes[...])
        #expect(body.layers.map(\.rawValue) == layers)
        #expect(body.warnings == [])
        #expect(body.fault == nil)
        #expect(body.place(ofByte: 3).byte == (layers.isEmpty ? 103 : 100))
        #expect(body.place(ofByte: 3).within?.byte == (layers.isEmpty ? nil : 3))
    }

    @Test(
        "labels that lie are told by content",
        arguments: [
            (text, "gzip", "", [], BodyWarning.alreadyDecoded), (text, "br", "", [], .alreadyDecoded),
            (text, "deflate", "chunked", [], .alreadyDecoded), (gzip, "gzip", "chunked", ["gzip"], .alreadyDecoded),
            (gzip, "br", "", ["gzip"], .mislabeled), (zstandard, "gzip", "", ["zstd"], .mislabeled),
            (zlib, "gzip", "", ["deflate"], .mislabeled), (gzip, "gzip, br", "", ["gzip"], .mislabeled),
            (gzip, "", "", ["gzip"], .missingCoding), (chunked(text), "", "", ["chunked"], .missingCoding),
            (chunked(gzip), "gzip", "", ["chunked", "gzip"], .missingCoding),
            (chunked(chunked(text)), "", "chunked", ["chunked", "chunked"], .mislabeled),
            (text, "none", "", [], .unknownCoding), (gzip, "foo, gzip", "", ["gzip"], .unknownCoding),
            (gzip + [0], "gzip", "", ["gzip"], .trailingData),
        ] as [([UInt8], String, String, [String], BodyWarning)])
    func lies(bytes: [UInt8], coding: String, transfer: String, layers: [String], warning: BodyWarning) {
        let body = decode(bytes, coding: coding, transfer: transfer)
        #expect(body.bytes == BodyDecoderTests.text[...])
        #expect(body.layers.map(\.rawValue) == layers)
        #expect(body.warnings == [warning])
        #expect(body.fault == nil)
    }

    @Test("where bodies are stored decoded, a coding that is left is what is odd")
    func stored() {
        for coding in ["gzip", "br", "deflate", "gzip, zstd"] {
            let body = decode(BodyDecoderTests.text, coding: coding, transfer: "chunked", storage: .decoded)
            #expect(body.bytes == BodyDecoderTests.text[...])
            #expect(body.warnings == [])
        }
        let samples = [
            ("gzip", BodyDecoderTests.gzip), ("br", BodyDecoderTests.brotli), ("deflate", BodyDecoderTests.zlib),
        ]
        for (coding, bytes) in samples {
            let body = decode(bytes, coding: coding, storage: .decoded)
            #expect(body.bytes == BodyDecoderTests.text[...])
            #expect(body.warnings == [.stillEncoded])
        }
        let stored = String(String.UnicodeScalarView(BodyDecoderTests.gzip.map { byte in Unicode.Scalar(byte) }))
        let body = decode(Array(stored.utf8), coding: "gzip", storage: .decoded)
        #expect(body.bytes == BodyDecoderTests.text[...])
        #expect(body.warnings == [.stillEncoded])
    }

    @Test("a compressed file that was asked for as one stays one")
    func archive() {
        let body = decode(BodyDecoderTests.gzip, type: "application/gzip")
        #expect(body.bytes == BodyDecoderTests.gzip[...])
        #expect(body.warnings == [])
    }

    @Test(
        "what cannot be decoded says why",
        arguments: [
            (Array(gzip.dropLast(4)), "gzip", BodyFault.Kind.truncated, "gzip"),
            ([0x1F, 0xEF, 0xBF, 0xBD, 0x08, 0x00], "gzip", .mangledText, "gzip"),
            ([0x00, 0x01], "foo", .unknownCoding, "foo"), ([0x1F, 0x9D], "compress", .unsupported, "compress"),
            (gzip, "gzip, gzip, gzip, gzip, gzip, gzip", .tooManyCodings, nil),
            ([0x78, 0x9D, 0x4D, 0xD5, 0x41, 0x8E], "deflate", .corrupt, "deflate"),
        ] as [([UInt8], String, BodyFault.Kind, String?)])
    func faults(bytes: [UInt8], coding: String, kind: BodyFault.Kind, layer: String?) {
        let body = decode(bytes, coding: coding)
        #expect(body.fault?.kind == kind)
        #expect(body.fault?.layer?.rawValue == layer)
    }

    @Test("an empty body is under nothing")
    func empty() {
        let body = decode([], coding: "gzip", transfer: "chunked")
        #expect(body.layers == [])
        #expect(body.warnings == [])
        #expect(body.fault == nil)
    }

    @Test("the lines of a header list codings, without parameters and empty members")
    func declared() {
        let lines = ["gzip, , Identity", "BR;q=1"].map { value in
            FieldLine(name: "content-encoding", value: value, place: Place(byte: 0))
        }
        #expect(FieldLines(lines).declaredCodings("Content-Encoding") == ["gzip", "br"])
    }
}
