import Reporting
import Testing

@Suite struct EncodedBodyTests {
    /// The description of a response's body.
    private func body(_ bytes: [UInt8], headers: String = "", showsRaw: Bool = false) throws -> String {
        let head = "HTTP/1.1 200 OK\nContent-Length: \(bytes.count)\n\(headers)\n"
        let capture = try InspectedCapture(Array(head.utf8) + bytes)
        return try JSONReport(of: capture, options: JSONOptions(showsRaw: showsRaw)).compact("response", "body")
    }

    private func body(_ text: String, headers: String = "", showsRaw: Bool = false) throws -> String {
        try body(Array(text.utf8), headers: headers, showsRaw: showsRaw)
    }

    @Test("a body is described by its bytes")
    func description() throws {
        let expected = #"""
            {"media_type":"Application/JSON; charset=utf-8","bytes":8,\#
            "sha256":"f9d86028c6e0d64e225186f96acb69338b2c59764df79162107f5c4bb34d1310",\#
            "kind":"json","layers":[],"elided":false,"truncated":false}
            """#
        #expect(try body(#"{"a": 1}"#, headers: "Content-Type: Application/JSON; charset=utf-8\n") == expected)
    }

    @Test(
        "the kind is told by the bytes, whatever is declared",
        arguments: [
            ([], "empty"),
            ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00], "png"),
            ([0xFF, 0xD8, 0xFF, 0xE0], "jpeg"),
            (Array("GIF87a".utf8), "gif"), (Array("GIF89a;".utf8), "gif"),
            (Array("RIFF\0\0\0\0WEBPVP8 ".utf8), "webp"), (Array("RIFF\0\0\0\0WAVE".utf8), "binary"),
            (Array(" \n{\"a\":[1]}".utf8), "json"), (Array("[]".utf8), "json"), (Array("{\"a\": \"cut".utf8), "json"),
            ([0xEF, 0xBB, 0xBF] + Array("{}".utf8), "json"),
            (Array("{not json}".utf8), "text"), (Array("[truncated]".utf8), "text"), (Array("{}\n{}".utf8), "text"),
            (Array("data: {}\n\n".utf8), "text"), (Array("1".utf8), "text"), ([0xE9, 0x74, 0xE9], "text"),
            ([0x1F, 0x8B, 0x08], "binary"), ([0x28, 0xB5, 0x2F, 0xFD, 0x24], "binary"), ([0x61, 0x00], "binary"),
        ] as [([UInt8], String)])
    func kinds(bytes: [UInt8], kind: String) throws {
        #expect(try body(bytes, headers: "Content-Type: image/png\n").contains(#""kind":"\#(kind)","#))
    }

    @Test("events are counted in an event stream alone")
    func events() throws {
        let type = "Content-Type: text/event-stream\n"
        #expect(try body("data: 1\n\ndata: 2\n\ndata: 3", headers: type).contains(#""events":2"#))
        #expect(try !body("[{}, {}]").contains("events"))
    }

    @Test("a body that is coded is decoded, and tells what it was under")
    func coded() throws {
        let chunked = "3\r\n{\"a\r\n5\r\n\": 1}\r\n0\r\n\r\n"
        let decoded = try body(chunked, headers: "Transfer-Encoding: chunked\n", showsRaw: true)
        #expect(
            decoded.contains(#""bytes":8,"sha256":"f9d86028c6e0d64e225186f96acb69338b2c59764df79162107f5c4bb34d1310""#))
        #expect(decoded.contains(#""kind":"json","encoded_bytes":23,"layers":["chunked"],"#))
        #expect(decoded.contains(#""text":"{\"a\": 1}","text_encoding":"utf-8""#))
        #expect(!decoded.contains("warnings"))
    }

    @Test("a body that cannot be decoded to its end says why and where")
    func faults() throws {
        for (coding, name, error, bytes) in [
            ("gzip", "gzip", "truncated", [0x1F, 0x8B, 0x08, 0x00]), ("br", "br", "truncated", [0x1B]),
            ("deflate, GZIP", "gzip", "truncated", [0x1F, 0x8B]), ("dcz", "dcz", "dictionary_required", [0x00, 0x01]),
            ("gzip, foo", "foo", "unknown_coding", [0x00, 0x01]),
            ("compress", "compress", "unsupported", [0x1F, 0x9D]),
        ] as [(String, String, String, [UInt8])] {
            let coded = try body(bytes, headers: "Content-Encoding: \(coding)\n", showsRaw: true)
            #expect(coded.contains(#""error":{"class":"\#(error)","message":"expected "#), "\(coded)")
            #expect(coded.contains(#""layer":"\#(name)"}"#), "\(coded)")
            #expect(!coded.contains("warnings"))
        }
    }

    @Test("a body that was decoded in spite of its header is only warned of")
    func decoded() throws {
        for coding in ["gzip", "br", "gzip, zstd"] {
            let decoded = try body(#"{"a": "é"}"#, headers: "Content-Encoding: \(coding)\n")
            #expect(decoded.contains(#""warnings":["already_decoded"]"#))
            #expect(!decoded.contains("error"))
        }
        #expect(try !body("{}", headers: "Content-Encoding: Identity\n").contains("warnings"))
        #expect(try !body("", headers: "Content-Encoding: gzip\n").contains("warnings"))
    }

    @Test("the text is shown where it is asked for")
    func text() throws {
        #expect(try !body("Hello").contains(#""text":"#))
        #expect(try body("Hello", showsRaw: true).contains(#""text":"Hello","text_encoding":"utf-8""#))
        #expect(try body("\u{FEFF}é", showsRaw: true).contains(#""text":"é","text_encoding":"utf-8""#))
        let latin = try body([0xE9], showsRaw: true)
        #expect(latin.contains(#""text":"é","text_encoding":"windows-1252","warnings":["charset"]"#))
        let damaged = try body([0xE9], headers: "Content-Type: application/json\n", showsRaw: true)
        #expect(damaged.contains("\"text\":\"\u{FFFD}\",\"warnings\":[\"charset\"]"))
        let wide = try body([0xFF, 0xFE, 0x61, 0x00], showsRaw: true)
        #expect(
            wide.contains(
                #""kind":"text","layers":[],"elided":false,"truncated":false,"text":"a","text_encoding":"utf-16le""#))
        #expect(try !body([0x00], showsRaw: true).contains(#""text":"#))
    }
}
