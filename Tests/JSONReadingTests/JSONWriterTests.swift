import JSONReading
import Testing

@Suite struct JSONWriterTests {
    private func write(_ layout: JSONWriter.Layout, _ body: (inout JSONWriter) -> Void) -> String {
        var writer = JSONWriter(layout: layout)
        body(&writer)
        return String(decoding: writer.take(), as: UTF8.self)
    }

    private func example(_ writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("b")
        writer.beginArray()
        writer.int(-1)
        writer.number(lexeme: "1.50e+3")
        writer.bool(true)
        writer.bool(false)
        writer.null()
        writer.endArray()
        writer.key("a")
        writer.beginObject()
        writer.endObject()
        writer.key("c")
        writer.beginArray()
        writer.endArray()
        writer.key("d")
        writer.string("x")
        writer.endObject()
    }

    @Test("the compact layout has no white space")
    func compact() {
        #expect(write(.compact, example) == #"{"b":[-1,1.50e+3,true,false,null],"a":{},"c":[],"d":"x"}"#)
    }

    @Test("what is nested deep is not indented: the text grows with its depth, not with the square of it")
    func depth() {
        let nested = { (depth: Int) in
            write(.indented(by: 2)) { writer in
                for _ in 0..<depth { writer.beginArray() }
                for number in 0..<100 { writer.int(number) }
                for _ in 0..<depth { writer.endArray() }
            }
        }
        #expect(nested(1_000).utf8.count < nested(64).utf8.count + 2 * 1_000)
        #expect(JSONDocument(parsing: Array(nested(1_000).utf8)).isComplete)
    }

    @Test("the indented layout has a line for each member and element")
    func indented() {
        #expect(
            write(.indented(by: 2), example) == """
                {
                  "b": [
                    -1,
                    1.50e+3,
                    true,
                    false,
                    null
                  ],
                  "a": {},
                  "c": [],
                  "d": "x"
                }
                """)
    }

    @Test("a string that is handed out in pieces is the same string, and never waits whole")
    func handedOutString() {
        for unit in ["x", "\u{0}", "\"", "\u{E9}", "\u{1F469}\u{200D}\u{1F680}", "ab\u{7F}\u{202E}"] {
            let text = "a" + String(repeating: unit, count: 100_000)
            var whole = JSONWriter()
            whole.string(text)
            var pieces = JSONWriter()
            var taken: [UInt8] = []
            pieces.string(text) { piece in
                #expect(piece.count < 1 << 18)
                taken += piece
            }
            #expect(!taken.isEmpty)
            let isSame = taken + pieces.take() == whole.take()
            #expect(isSame, "\(unit.unicodeScalars.map(\.value))")
        }
    }

    @Test("what is taken in pieces is what is taken at once")
    func pieces() {
        var writer = JSONWriter(layout: .indented(by: 1))
        var pieces = ""
        writer.beginArray()
        for number in 0..<3 {
            writer.int(number)
            #expect(writer.byteCount > 0)
            pieces += String(decoding: writer.take(), as: UTF8.self)
            #expect(writer.byteCount == 0)
        }
        writer.endArray()
        pieces += String(decoding: writer.take(), as: UTF8.self)
        #expect(pieces == "[\n 0,\n 1,\n 2\n]")
    }

    @Test(
        "a lexeme that is no number is written as a string", arguments: ["", "01", "NaN", "1 ", "1,2", "-", "+1", "1e"])
    func wrongLexeme(lexeme: String) {
        #expect(write(.compact) { $0.number(lexeme: lexeme) } == "\"\(lexeme)\"")
    }

    @Test("ends without a beginning write nothing")
    func superfluousEnds() {
        let text = write(.compact) { writer in
            writer.endObject()
            writer.beginArray()
            writer.endArray()
            writer.endArray()
        }
        #expect(text == "[]")
    }

    @Test("a value is written in its order, with its duplicates and number lexemes")
    func value() throws {
        let text = #"{"b":1.0,"a":[1e5,-0,{"x":null}],"b":123456789012345678901234567890,"":[[],{}]}"#
        let root = try #require(JSONDocument(parsing: Array(text.utf8)).root)
        #expect(write(.compact) { $0.value(root) } == text)
        let inner = try #require(root["a"])
        let embedded = write(.compact) { writer in
            writer.beginObject()
            writer.key("v")
            writer.value(inner)
            writer.key("w")
            writer.int(1)
            writer.endObject()
        }
        #expect(embedded == #"{"v":[1e5,-0,{"x":null}],"w":1}"#)
    }

    @Test("a name is written like a string when it stands alone")
    func name() throws {
        let root = try #require(JSONDocument(parsing: Array(#"{"a":1}"#.utf8)).root)
        let key = try #require(root.members.map(\.key).first)
        #expect(write(.indented(by: 2)) { $0.value(key) } == "\"a\"")
    }

    @Test("every string of a value passes through the map, names included")
    func mappedStrings() throws {
        let root = try #require(JSONDocument(parsing: Array(#"{"key":["va\u006cue",1,"key"]}"#.utf8)).root)
        let text = write(.compact) { $0.value(root) { string in string == "value" ? "***" : string + "!" } }
        #expect(text == #"{"key!":["***",1,"key!"]}"#)
    }

    @Test("what was written of a random document reads as that document, in both layouts")
    func roundTrip() throws {
        for seed in UInt64(1)...300 {
            let document = JSONDocument(parsing: Array(RandomDocument.make(seed: seed).utf8))
            let root = try #require(document.root)
            for layout in [JSONWriter.Layout.compact, .indented(by: 2)] {
                let again = JSONDocument(parsing: Array(write(layout) { $0.value(root) }.utf8))
                #expect(again.isComplete)
                #expect(leaves(of: again) == leaves(of: document))
                #expect(again.nodes.map(\.next) == document.nodes.map(\.next))
            }
        }
    }

    /// The characters of strings and the text of numbers and literals, in their order.
    private func leaves(of document: JSONDocument) -> [String] {
        var leaves: [String] = []
        var pending = document.root.map { [$0] } ?? []
        while let value = pending.popLast() {
            switch value.kind {
            case .object: pending.append(contentsOf: value.members.flatMap { [$0.key, $0.value] }.reversed())
            case .array: pending.append(contentsOf: value.elements.reversed())
            default: leaves.append(value.string ?? String(decoding: value.rawBytes, as: UTF8.self))
            }
        }
        return leaves
    }
}
