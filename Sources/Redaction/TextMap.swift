internal import EventStreaming
internal import JSONReading

/// Where the bytes of a decoded text stand in the text that it was read from, through any number of layers whose bytes
/// keep their order: the escapes of JSON, the data of an event, percent-encoding.
struct TextMap {
    /// One layer.
    private enum Step {
        /// The text begins at an offset.
        case start(Int)

        /// The text is a string of JSON whose content begins at an offset; nil where nothing in it is escaped.
        case string(EscapeMap?, start: Int)

        /// The text is the data of an event in a stream that begins at an offset.
        case event(ServerSentEvent, start: Int)

        /// The text was percent-encoded; where each byte stood, and the end.
        case percent([Int])
    }

    /// A layer, and the one that it lies in: the maps of all texts in a layer share it.
    private final class Layer {
        let step: Step
        let outer: Layer?

        init(_ step: Step, in outer: Layer?) {
            self.step = step
            self.outer = outer
        }
    }

    /// The layer that the text itself is; nil for one that stands by itself.
    private var layer: Layer?

    /// The map of a text that stands by itself.
    static var identity: TextMap { TextMap() }

    /// The range that the capture's text has for a range of the decoded one.
    func range(_ range: Range<Int>) -> Range<Int> {
        let start = offset(range.lowerBound)
        return start..<max(start, offset(range.upperBound))
    }

    private func offset(_ decoded: Int) -> Int {
        var offset = decoded
        var layer = layer
        while let current = layer {
            switch current.step {
            case .start(let start): offset += start
            case .string(let escapes, let start): offset = start + (escapes?.offset(ofByte: offset) ?? offset)
            case .event(let event, let start): offset = start + event.streamOffset(ofDataByte: offset)
            case .percent(let offsets): offset = offsets[min(offset, offsets.count - 1)]
            }
            layer = current.outer
        }
        return offset
    }

    /// The map of a part of the text.
    func part(at start: Int) -> TextMap { start == 0 ? self : adding(.start(start)) }

    /// The map of a string of JSON in the text.
    func string(_ escapes: EscapeMap?, at start: Int) -> TextMap { adding(.string(escapes, start: start)) }

    /// The map of an event's data in a stream in the text.
    func event(_ event: ServerSentEvent, at start: Int = 0) -> TextMap { adding(.event(event, start: start)) }

    /// The map of what percent-encoding in the text stands for.
    func percent(_ offsets: [Int]) -> TextMap { adding(.percent(offsets)) }

    /// Bytes as the capture's text has to have them, under each layer of the decoded one.
    func written(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        var layer = layer
        while let current = layer {
            switch current.step {
            case .start, .event: break
            case .string: bytes = TextMap.escaped(bytes)
            case .percent: bytes = PercentEncoding.encoded(bytes)
            }
            layer = current.outer
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
        var map = self
        map.layer = Layer(step, in: layer)
        return map
    }
}
