import CaptureReading
import CodingLoops
import ContentDecoding
import Conversation
import EventStreaming

/// What is done with bodies: decoding them, and taking streams apart.
enum StreamWorks {
    /// Decodes the stream of an answer; the peer is a loop in C over the same library.
    static func decoding(_ id: String, _ loop: CodingLoop, _ text: String) -> Workload {
        let bytes = Array(text.utf8)
        let encoded = encode(bytes, by: loop)
        let name = loop == CodingLoopGzip ? "gzip" : loop == CodingLoopBrotli ? "br" : "zstd"
        let chain = DecodingChain([CodingCatalog.coding(named: name)].compactMap { coding in coding })
        return Workload(
            id: id, title: "\(name), to \(bytes.count / 1_000_000) MB of events", bytes: bytes,
            work: { chain.decode(encoded[...]).bytes.count },
            localPeers: [
                (
                    "a loop in C",
                    { unsafe encoded.withUnsafeBufferPointer { input in unsafe decode(input, by: loop) } }
                )
            ])
    }

    /// Takes a stream apart into its events.
    static func events(_ id: String, _ text: String) -> Workload {
        let bytes = Array(text.utf8)
        return Workload(
            id: id, title: "60,000 events, split", bytes: bytes,
            work: {
                var count = 0
                var parser = ServerSentEventParser()
                parser.append(bytes) { event in count += event.data.count }
                return count
            })
    }

    /// Folds a stream into the message that it is.
    static func folding(_ id: String, _ text: String) throws -> Workload {
        let bytes = Array(text.utf8)
        let head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: \(bytes.count)\r\n\r\n"
        var reader = try CaptureReader(reading: MemorySource(Array(head.utf8) + bytes))
        let exchange = try reader.next()
        return Workload(
            id: id, title: "60,000 events, folded into a message", bytes: bytes,
            work: { exchange.flatMap { exchange in ConversationReading(of: exchange).answer }?.messages.count ?? 0 })
    }

    private static func encode(_ bytes: [UInt8], by loop: CodingLoop) -> [UInt8] {
        let room = bytes.count + 1 << 16
        // C functions that read one array and write another, each with its length.
        return unsafe [UInt8](unsafeUninitializedCapacity: room) { output, count in
            guard let start = output.baseAddress else { return }
            count = unsafe bytes.withUnsafeBufferPointer { input in
                guard let bytes = input.baseAddress else { return 0 }
                return unsafe coding_loop_encode(loop, bytes, input.count, start, room)
            }
        }
    }

    private static func decode(_ input: UnsafeBufferPointer<UInt8>, by loop: CodingLoop) -> Int {
        guard let bytes = input.baseAddress else { return 0 }
        return unsafe coding_loop_decode(loop, bytes, input.count)
    }
}
