internal import EventStreaming
internal import JSONReading

/// Where the bytes of a decoded text stand in the text that it was read from, through any number of layers whose bytes
/// keep their order: the escapes of JSON, the data of an event, percent-encoding.
struct TextMap {
    /// One layer.
    private enum Step {
        /// The text is the content of a string of JSON; nil where nothing in it is escaped.
        case string(EscapeMap?)

        /// The text is the data of an event, which has several lines, in a stream.
        case event(ServerSentEvent)

        /// The text was percent-encoded; where each byte stood, and the end.
        case percent([Int])
    }

    /// A layer, and the text that it lies in: the maps of all texts in a layer share it.
    private final class Layer {
        let step: Step
        let outer: TextMap

        init(_ step: Step, in outer: TextMap) {
            self.step = step
            self.outer = outer
        }
    }

    /// The layer that the text is a part of; nil for one that stands by itself.
    private var layer: Layer?

    /// Where the text begins in that layer.
    private var start = 0

    /// The map of a text that stands by itself.
    static var identity: TextMap { TextMap() }

    /// The range that the capture's text has for a range of the decoded one.
    func range(_ range: Range<Int>) -> Range<Int> {
        let start = offset(range.lowerBound)
        return start..<max(start, offset(range.upperBound))
    }

    private func offset(_ decoded: Int) -> Int {
        var map = self
        var offset = decoded + start
        while let layer = map.layer {
            switch layer.step {
            case .string(let escapes): offset = escapes?.offset(ofByte: offset) ?? offset
            case .event(let event): offset = event.streamOffset(ofDataByte: offset)
            case .percent(let offsets): offset = offsets[min(offset, offsets.count - 1)]
            }
            map = layer.outer
            offset += map.start
        }
        return offset
    }

    /// The map of a part of the text.
    func part(at offset: Int) -> TextMap {
        var map = self
        map.start += offset
        return map
    }

    /// The map of a string of JSON whose content begins at an offset of the text.
    func string(_ escapes: EscapeMap?, at offset: Int) -> TextMap { part(at: offset).adding(.string(escapes)) }

    /// The map of an event's data in a stream that begins at an offset of the text.
    func event(_ event: ServerSentEvent, at offset: Int = 0) -> TextMap {
        // Nearly every event has one line: its map needs no memory, and does not keep it.
        if let start = event.offsetOfOnlyLine { return part(at: offset + start) }
        return part(at: offset).adding(.event(event))
    }

    /// The map of what percent-encoding in the text stands for.
    func percent(_ offsets: [Int]) -> TextMap { adding(.percent(offsets)) }

    /// Bytes as the capture's text has to have them, under each layer of the decoded one.
    func written(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        var layer = layer
        while let current = layer {
            switch current.step {
            case .event: break
            case .string: bytes = TextMap.escaped(bytes)
            case .percent: bytes = PercentEncoding.encoded(bytes)
            }
            layer = current.outer.layer
        }
        return bytes
    }

    /// The characters of a string of JSON, with those escaped that stand in what is encoded: base64 has lines.
    private static func escaped(_ bytes: [UInt8]) -> [UInt8] {
        bytes.flatMap { byte -> [UInt8] in
            switch byte {
            case UInt8(ascii: "\n"): Array("\\n".utf8)
            case UInt8(ascii: "\r"): Array("\\r".utf8)
            case UInt8(ascii: "\\"): Array("\\\\".utf8)
            default: [byte]
            }
        }
    }

    private func adding(_ step: Step) -> TextMap {
        TextMap(layer: Layer(step, in: self))
    }
}
