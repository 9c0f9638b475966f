import Testing

@testable import JSONReading

@Suite struct JSONPatternTests {
    /// A document whose strings and numbers may be others, those of its members that are named.
    private func pattern(of text: String, varying names: [String]) throws -> JSONPattern {
        let root = try #require(JSONDocument(parsing: Array(text.utf8)).root)
        return JSONPattern(of: root, varying: names.compactMap { name in root[name] })
    }

    /// What another document has in their places; nil where it does not fit.
    private func pieces(of text: String, in pattern: JSONPattern) -> [String]? {
        var pieces: [JSONPattern.Piece] = []
        let bytes = Array(text.utf8)
        guard pattern.fits(bytes, &pieces) else { return nil }
        return pieces.map { piece in
            let marks = (piece.isSame ? "=" : "") + (piece.hasEscapes ? "\\" : "")
            return marks + String(decoding: bytes[piece.range], as: UTF8.self)
        }
    }

    @Test("a document that differs in the values that may be others fits, and these are told")
    func fits() throws {
        let pattern = try pattern(of: #"{"a":"x","n":10,"b":true,"c":"y"}"#, varying: ["a", "n", "c"])
        #expect(pieces(of: #"{"a":"x","n":10,"b":true,"c":"y"}"#, in: pattern) == ["=x", "10", "=y"])
        #expect(
            pieces(of: #"{"a":"","n":-1.5e+3,"b":true,"c":"é\n\u00e9"}"#, in: pattern) == [
                "", "-1.5e+3", #"\é\n\u00e9"#,
            ])
    }

    @Test(
        "one that differs in anything else does not, nor one with a value that is not sound",
        arguments: [
            #"{"a":"x","n":10,"b":false,"c":"y"}"#, #"{"a":"x","n":10,"b":true,"c":"y"} "#,
            #"{"a":"x","n":10,"b":true,"c":"y""#, #"{"a":"x","n":,"b":true,"c":"y"}"#,
            #"{"a":"x","n":01,"b":true,"c":"y"}"#, #"{"a":"x","n":"1","b":true,"c":"y"}"#,
            #"{"a":"\q","n":10,"b":true,"c":"y"}"#, #"{"a":"\ud83d","n":10,"b":true,"c":"y"}"#,
            "{\"a\":\"\u{1}\",\"n\":10,\"b\":true,\"c\":\"y\"}", #"{"a":"x"#, #"{"a":"x","n":1"#, "{", "",
        ])
    func others(text: String) throws {
        let pattern = try pattern(of: #"{"a":"x","n":10,"b":true,"c":"y"}"#, varying: ["a", "n", "c"])
        #expect(pieces(of: text, in: pattern) == nil)
    }

    @Test("no prefix of a document that fits does, and no ill-formed UTF-8 in a string")
    func prefixes() throws {
        let text = #"{"a":"é\"x","n":10}"#
        let pattern = try pattern(of: text, varying: ["a", "n"])
        var pieces: [JSONPattern.Piece] = []
        for count in 0..<text.utf8.count { #expect(!pattern.fits(Array(text.utf8.prefix(count)), &pieces)) }
        #expect(!pattern.fits(Array(#"{"a":""#.utf8) + [0xC3] + Array(#"","n":10}"#.utf8), &pieces))
    }
}
