import JSONReading
import Testing

@Suite struct JSONTapeBuilderTests {
    static let documents = [
        #"{"a": [1, "x\n"], "b": {}}"#,
        #"[null, true, false, 0, -1, 2.5, 1e10, -0.5E-7]"#,
        #""\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00\ud83d x \udc00""#,
        #"{"é": "你好", "😀": "👩‍🚀", "": ""}"#,
        #"{"a":1,"a":2,"a":{"a":3}}"#,
        "[[[[[[[[]]]]]]],[[{}]],{\"x\":[{}]}]",
        "\r\n\t { \"k\" : [ 1 , 2 ] , \"l\" : null } \n",
        "[\"raw\ttab\", \"raw\nline\"]",
        #"{"n":123456789012345678901234567890.000000000000000000001e400}"#,
        #"{"choices":[{"delta":{"content":"Hi"},"index":0,"finish_reason":null}],"usage":{"total_tokens":12}}"#,
        #"{"inlineData":{"mimeType":"image/png","data":"iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42g=="}}"#,
        "true",
        "[]",
    ]

    @Test("every prefix of a document tells the same as far as it goes", arguments: documents)
    func prefixes(text: String) {
        let bytes = Array(text.utf8)
        let whole = JSONDocument(parsing: bytes)
        #expect(whole.isComplete)
        for length in bytes.indices {
            let cut = JSONDocument(parsing: bytes[..<length])
            #expect(cut.fault == expectedFault(of: cut, endOfWhole: whole.endOffset, bytes: bytes[..<length]))
            expectSound(cut)
            expectAgreement(of: cut, with: whole)
            for (index, node) in whole.nodes.enumerated() where !node.flags.contains(.isKey) {
                let isContainer = node.kind == .array || node.kind == .object
                if Int(isContainer ? node.start + 1 : node.end) <= length { #expect(index < cut.nodes.count) }
            }
        }
    }

    /// A prefix is empty, complete, or cut at its length; what it expects is the document tests' matter.
    private func expectedFault(of cut: JSONDocument, endOfWhole: Int, bytes: ArraySlice<UInt8>) -> JSONFault? {
        if bytes.allSatisfy({ [0x20, 0x0A, 0x0D, 0x09].contains($0) }) { return .empty(offset: bytes.count) }
        guard bytes.count < endOfWhole else { return nil }
        guard case .truncated(let expected, _) = cut.fault else { return .empty(offset: -1) }
        return .truncated(expected: expected, offset: bytes.count)
    }

    /// The nodes of a cut document are those of the whole one, or beginnings of them.
    private func expectAgreement(of cut: JSONDocument, with whole: JSONDocument) {
        for (index, node) in cut.nodes.enumerated() {
            let original = whole.nodes[index]
            guard node.flags.contains(.isUnfinished) else {
                #expect(node == original)
                continue
            }
            #expect(node.kind == original.kind)
            #expect(node.start == original.start)
            switch node.kind {
            case .array, .object:
                #expect(Int(node.end) == cut.bytes.count)
                #expect(Int(node.next) == cut.nodes.count)
                #expect(node.count <= original.count)
            default:
                #expect(node.end <= original.end)
                let kept = unquoted(cut, at: index)
                #expect(unquoted(whole, at: index).unicodeScalars.starts(with: kept.unicodeScalars))
            }
        }
    }

    /// The characters of a string, or the text of another leaf.
    private func unquoted(_ document: JSONDocument, at index: Int) -> String {
        var position = 0
        var found = ""
        var pending = document.root.map { [$0] } ?? []
        while let value = pending.popLast() {
            if position == index { found = value.string ?? String(decoding: value.rawBytes, as: UTF8.self) }
            position += 1
            if value.isObject {
                pending.append(contentsOf: value.members.flatMap { [$0.key, $0.value] }.reversed())
            } else {
                pending.append(contentsOf: value.elements.reversed())
            }
        }
        return found
    }

    @Test("a document with any byte replaced is read without a trap into a sound tape", arguments: documents)
    func replacedBytes(text: String) {
        let bytes = Array(text.utf8)
        for index in bytes.indices {
            for byte in Array(#""\{}[]:,u0-.ex "#.utf8) + [0x00, 0x0A, 0x80, 0xC3, 0xED, 0xFF] {
                var changed = bytes
                changed[index] = byte
                expectSound(JSONDocument(parsing: changed))
            }
        }
    }

    /// Subtrees nest, ranges nest, keys have values, and what is written is a document again.
    private func expectSound(_ document: JSONDocument) {
        let nodes = document.nodes
        let count = document.bytes.count
        if let fault = document.fault { #expect((0...count).contains(fault.offset)) }
        var open: [JSONNode] = []
        for (index, node) in nodes.enumerated() {
            while let last = open.last, Int(last.next) <= index { open.removeLast() }
            #expect(node.start < node.end)
            #expect(Int(node.end) <= count)
            #expect(Int(node.next) > index)
            if let parent = open.last {
                #expect(node.start > parent.start)
                #expect(node.end <= parent.end)
                #expect(node.next <= parent.next)
            } else {
                #expect(index == 0)
            }
            if node.flags.contains(.isKey) { #expect(index + 1 < nodes.count) }
            open.append(node)
        }
        guard let root = document.root else { return }
        var writer = JSONWriter()
        writer.value(root)
        let again = JSONDocument(parsing: writer.take())
        #expect(again.isComplete)
        #expect(again.nodes.map(\.kind) == nodes.map(\.kind))
        #expect(again.nodes.map(\.count) == nodes.map(\.count))
    }
}
