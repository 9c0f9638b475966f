import JSONReading
import TestSupport
import Testing

@Suite struct JSONEditTests {
    private func text(_ edit: JSONEdit) -> String { String(decoding: edit.finish(), as: UTF8.self) }

    @Test("only the values that are replaced change")
    func replaced() throws {
        let document = JSONDocument(
            parsing: Array("\u{FEFF} {\"a\" : [1e2, \"x\\u0041\", {}],\t\"a\":null , \"k\":true}\n".utf8))
        let root = try #require(document.root)
        var edit = JSONEdit(of: document)
        edit.replace(try #require(root.members.first { _ in true }?.value[1]), withString: "q\"\n")
        edit.replace(try #require(root["k"]), withJSON: Array("[ 0 ]".utf8))
        edit.replace(try #require(root["a"]), withString: "")
        #expect(text(edit) == "\u{FEFF} {\"a\" : [1e2, \"q\\\"\\n\", {}],\t\"a\":\"\" , \"k\":[ 0 ]}\n")
    }

    @Test("names can be replaced, and the last replacement of a value stays")
    func namesAndRepetition() throws {
        let document = JSONDocument(parsing: Array(#"{"secret":{"secret":1}}"#.utf8))
        let member = try #require(document.root?.members.first { _ in true })
        var edit = JSONEdit(of: document)
        edit.replace(member.key, withString: "first")
        edit.replace(member.key, withString: "key")
        #expect(text(edit) == #"{"key":{"secret":1}}"#)
    }

    @Test("of values inside one another the outer one wins, whichever came first", arguments: [false, true])
    func nested(isOuterFirst: Bool) throws {
        let document = JSONDocument(parsing: Array(#"[{"a":[1,2]},3]"#.utf8))
        let outer = try #require(document.root?[0])
        let inner = try #require(outer["a"]?[1])
        var edit = JSONEdit(of: document)
        if isOuterFirst { edit.replace(outer, withJSON: Array("0".utf8)) }
        edit.replace(inner, withString: "inner")
        if !isOuterFirst { edit.replace(outer, withJSON: Array("0".utf8)) }
        #expect(text(edit) == "[0,3]")
    }

    @Test(
        "what stands behind a fault stays, and a cut string becomes whole",
        arguments: [
            (#"["a","b" x "c"]"#, #"["-","b" x "c"]"#), (#"["a"#, #"["-""#), (#"["a\u00"#, #"["-"\u00"#),
            (#"["a"] tail"#, #"["-"] tail"#),
        ])
    func faults(before: String, after: String) throws {
        let document = JSONDocument(parsing: Array(before.utf8))
        var edit = JSONEdit(of: document)
        edit.replace(try #require(document.root?[0]), withString: "-")
        #expect(text(edit) == after)
    }

    @Test("an edit of nothing gives back every byte, and one of the whole leaves what is around it")
    func extremes() throws {
        for text in ["", " ", "[1", " {} x", "\"a\u{0}b\"", "nul"] {
            let document = JSONDocument(parsing: Array(text.utf8))
            #expect(JSONEdit(of: document).finish() == Array(text.utf8))
        }
        let document = JSONDocument(parsing: Array("x [1,2] ".utf8)[1...])
        var edit = JSONEdit(of: document)
        edit.replace(try #require(document.root), withString: "all")
        #expect(edit.finish() == Array(" \"all\" ".utf8))
    }

    @Test("in random documents every scalar can be replaced, and the rest stays as it is", arguments: 1...200)
    func randomDocuments(seed: UInt64) throws {
        let document = JSONDocument(parsing: Array(RandomDocument.make(seed: seed).utf8))
        var random = SplitMix(seed: seed)
        var edit = JSONEdit(of: document)
        var pending = [try #require(document.root)]
        var expected: [(value: JSONValue, isReplaced: Bool)] = []
        while let value = pending.popLast() {
            let isReplaced = value.count == 0 && Bool.random(using: &random)
            if isReplaced { edit.replace(value, withString: "new") }
            expected.append((value, isReplaced))
            pending += value.members.map(\.value) + value.elements
        }
        let edited = JSONDocument(parsing: edit.finish())
        #expect(edited.isComplete)
        pending = [try #require(edited.root)]
        for (value, isReplaced) in expected {
            let last = pending.popLast()
            let copy = try #require(last)
            #expect(isReplaced ? copy.string == "new" : copy.kind == value.kind)
            if !isReplaced, value.count == 0 { #expect(copy.rawBytes == value.rawBytes) }
            #expect(copy.members.map(\.name) == value.members.map(\.name))
            pending += copy.members.map(\.value) + copy.elements
        }
    }
}
