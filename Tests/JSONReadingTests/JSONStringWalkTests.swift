import JSONReading
import Testing

@Suite struct JSONStringWalkTests {
    private let document = JSONDocument(
        parsing: Array(
            #"{"a": ["x", {"b": "long enough"}, []], "b": {"c": "y"}, "d": "also long", "e\n": ["", "longer still"]}"#
                .utf8))

    private func stops(shortest: Int, in value: JSONValue?) -> [(pointer: String, text: String)] {
        var stops: [(pointer: String, text: String)] = []
        guard let value else { return stops }
        JSONStringWalk(over: value, shortest: shortest).visit { stop in
            stops.append((JSONPointer(stop.steps).description, stop.value.string ?? ""))
        }
        return stops
    }

    @Test("every string is met in order, under the pointer that leads to it, and no name of a member")
    func pointers() throws {
        let root = try #require(document.root)
        let all = stops(shortest: 0, in: root)
        #expect(all.map(\.text) == ["x", "long enough", "y", "also long", "", "longer still"])
        #expect(all.map(\.pointer) == ["/a/0", "/a/1/b", "/b/c", "/d", "/e\n/0", "/e\n/1"])
        for stop in all {
            let pointer = try JSONPointer(parsing: stop.pointer)
            #expect(root[pointer: pointer]?.string == stop.text)
        }
    }

    @Test("short strings are passed over, and a value inside a document is walked from itself")
    func limits() {
        #expect(stops(shortest: 9, in: document.root).map(\.text) == ["long enough", "also long", "longer still"])
        #expect(stops(shortest: 0, in: document.root?["a"]).map(\.pointer) == ["/0", "/1/b"])
        #expect(stops(shortest: 0, in: document.root?["d"]).map(\.pointer) == [""])
        #expect(stops(shortest: 99, in: document.root).isEmpty)
    }

    @Test("a stop knows its name, its neighbours and what lies around it")
    func surroundings() {
        var names: [[String?]] = []
        guard let root = document.root else { return }
        JSONStringWalk(over: root, shortest: 10).visit { stop in
            names.append([stop.name?.string] + stop.enclosing.map { around in around.name?.string })
        }
        #expect(names == [["b", "b", nil, "a"], [nil, nil, "e\n"]])
    }

    @Test("no prefix of a document makes trouble")
    func prefixes() {
        let text = document.bytes
        for count in 0..<text.count {
            let root = JSONDocument(parsing: text.prefix(count)).root
            #expect(stops(shortest: 0, in: root).count <= 6)
        }
    }
}
