import JSONReading
import Testing

@Suite struct JSONNodeTests {
    @Test("a node takes 16 bytes")
    func size() {
        #expect(MemoryLayout<JSONNode>.stride == 16)
    }

    @Test("the tape of the worked example is the one its documentation shows")
    func workedExample() {
        let document = JSONDocument(parsing: Array(#"{"a": [1, "x\n"], "b": {}}"#.utf8))
        let nodes = document.nodes
        #expect(nodes.map(\.kind) == [.object, .string, .array, .number, .string, .string, .object])
        #expect(nodes.map(\.start) == [0, 1, 6, 7, 10, 18, 23])
        #expect(nodes.map(\.end) == [26, 4, 16, 8, 15, 21, 25])
        #expect(nodes.map(\.next) == [7, 2, 5, 4, 5, 6, 7])
        #expect(nodes.map(\.count) == [2, 0, 2, 0, 0, 0, 0])
        #expect(nodes.map(\.flags) == [[], .isKey, [], [], .hasEscapes, .isKey, []])
    }

    @Test("a count beyond what a node holds is found by walking")
    func saturatedCount() {
        let count = JSONNode.saturatedCount + 2
        var bytes = [UInt8](repeating: UInt8(ascii: ","), count: 2 * count + 1)
        for index in stride(from: 1, to: bytes.count, by: 2) { bytes[index] = UInt8(ascii: "0") }
        bytes[0] = UInt8(ascii: "[")
        bytes[bytes.count - 1] = UInt8(ascii: "]")
        let document = JSONDocument(parsing: bytes)
        #expect(document.isComplete)
        #expect(document.nodes.first?.count == JSONNode.saturatedCount)
        #expect(document.root?.count == count)
    }
}
