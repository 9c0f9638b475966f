internal import EventStreaming
internal import JSONReading

extension SecretWalk {
    /// Walks through the events of a stream, and through what their deltas say together.
    mutating func walkEvents(_ stream: ArraySlice<UInt8>, _ map: TextMap, depth: Int) {
        var walk = self
        var split = SplitTexts()
        var pattern: EventPattern?
        var texts: [EventPattern.Text] = []
        var pieces: [JSONPattern.Piece] = []
        func look(at event: ServerSentEvent) {
            let map = map.event(event)
            if let pattern, pattern.fits(event.data, &texts, &pieces) {
                for text in texts {
                    if !text.isSame { walk.walkPlain(text.content, at: text.start, map, depth: depth + 1) }
                    split.append(text, map)
                }
                return
            }
            let data = event.data[...]
            let document = JSONDocument(parsing: data)
            guard let root = document.root, document.isComplete else {
                return walk.walk(data, map, depth: depth + 1)
            }
            let foundBefore = walk.foundCount
            walk.hideKnown(in: data, map)
            walk.walkValue(root, place: JSONPlace(), map, depth: depth + 1)
            split.collect(root, map)
            guard context.ledger.isEmpty, walk.foundCount == foundBefore else { return }
            pattern = EventPattern(of: root, threads: split.lastThreads, context.options) ?? pattern
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
