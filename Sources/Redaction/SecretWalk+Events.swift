internal import EventStreaming
internal import JSONReading

extension SecretWalk {
    /// Walks through the events of a stream, and through what their deltas say together.
    mutating func walkEvents(_ stream: ArraySlice<UInt8>, _ map: TextMap, depth: Int) {
        var walk = self
        var split = SplitTexts()
        func look(at event: ServerSentEvent) {
            let data = event.data[...]
            let map = map.event(event)
            let document = JSONDocument(parsing: data)
            guard let root = document.root, document.isComplete else {
                return walk.walk(data, map, depth: depth + 1)
            }
            walk.hideKnown(in: data, map)
            walk.walkValue(root, place: JSONPlace(), map, depth: depth + 1)
            split.collect(root, map)
        }
        var parser = ServerSentEventParser()
        parser.append(stream, onEvent: look)
        if let event = parser.finish().incompleteTail?.foldable { look(at: event) }
        self = walk
        joinPieces(of: split, isStream: true)
        // Comments and unknown fields are no part of an event.
        hide(SecretShapes.spans(in: stream), map, .shaped)
    }
}
