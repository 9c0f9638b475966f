import ByteCoding
import CodingLoops
import Foundation
import JSONReading

/// Measures the core against its peers in one run, and prints a table.
///
/// The first argument is the Python interpreter of the peers, `python3` if there is none; further ones are the works to
/// be measured, all if there are none. `archive FILE BYTES` writes the HAR of the measurements to a file instead, for
/// those of whole programs.
@main
enum Benchmarks {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        if arguments.count == 3, arguments.first == "archive", let byteCount = Int(arguments.last ?? "") {
            return try writeArchive(byteCount: byteCount, to: arguments[2])
        }
        let python = arguments.first ?? "python3"
        let wanted = Set(arguments.dropFirst())
        var table = Table()
        for (id, make) in works where wanted.isEmpty || wanted.contains(id) {
            let workload = try make(id)
            var seconds = Double.infinity
            var peers: [String: Double] = [:]
            for _ in 0..<rounds {
                seconds = min(seconds, Stopwatch.leastTime(of: workload.work))
                for peer in try measurePeers(of: workload, python: python) {
                    peers[peer.name] = min(peers[peer.name] ?? .infinity, peer.seconds)
                }
            }
            for (name, time) in peers.sorted(by: { $0.value < $1.value }) {
                table.add(
                    workload.title, byteCount: workload.bytes.count, seconds: seconds, peer: (name, time))
            }
        }
        print(table.markdown)
    }

    private static func writeArchive(byteCount: Int, to path: String) throws {
        try Data().write(to: URL(fileURLWithPath: path))
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        var inputs = Inputs()
        try inputs.writeArchive(byteCount: byteCount) { piece in try file.write(contentsOf: Data(piece.utf8)) }
        try file.close()
    }

    /// How often everyone takes a turn: what else the machine does then slows all alike.
    private static let rounds = 3

    private static func measurePeers(
        of workload: Workload, python: String
    ) throws -> [(name: String, seconds: Double)] {
        try Peers.times(of: workload, python: python)
            + workload.localPeers.map { peer in (peer.name, Stopwatch.leastTime(of: peer.work)) }
    }

    /// The works by their names: each is made when its turn comes, so that only the bytes of one are in memory.
    private static var works: [(id: String, make: (String) throws -> Workload)] {
        var inputs = Inputs()
        return [
            ("json-image", { id in json(id, "a request of 2 MB that is one image", inputs.imageRequest()) }),
            ("json-har", { id in json(id, "a HAR of 100 MB", inputs.archive(byteCount: 100_000_000)) }),
            ("json-stream", { id in stream(id, inputs.stream(count: 60_000)) }),
            (
                "base64",
                { id in base64(id, "base64, an image of 2 MB in one line", [], inputs.noise(count: 1_500_000)) }
            ),
            (
                "base64-wrapped",
                { id in
                    base64(
                        id, "base64, an image of 2 MB in lines of 76 columns",
                        [.lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed],
                        inputs.noise(count: 1_500_000))
                }
            ),
            ("lines", { id in lines(id, inputs.stream(count: 60_000)) }),
            ("events", { id in StreamWorks.events(id, inputs.eventStream(count: 60_000)) }),
            ("fold", { id in try StreamWorks.folding(id, inputs.eventStream(count: 60_000)) }),
            ("gzip", { id in StreamWorks.decoding(id, CodingLoopGzip, inputs.eventStream(count: 60_000)) }),
            ("br", { id in StreamWorks.decoding(id, CodingLoopBrotli, inputs.eventStream(count: 60_000)) }),
            ("zstd", { id in StreamWorks.decoding(id, CodingLoopZstandard, inputs.eventStream(count: 60_000)) }),
            ("crc", { id in checksum(id, inputs.noise(count: 1_500_000)) }),
        ]
    }

    private static func json(_ id: String, _ title: String, _ text: String) -> Workload {
        let bytes = Array(text.utf8)
        let data = Data(bytes)
        return Workload(
            id: id, title: title, bytes: bytes, work: { JSONDocument(parsing: bytes).endOffset },
            localPeers: [
                ("JSONSerialization", { (try? JSONSerialization.jsonObject(with: data)) == nil ? 0 : 1 })
            ])
    }

    private static func stream(_ id: String, _ text: String) -> Workload {
        let bytes = Array(text.utf8)
        let lines = bytes.split(separator: UInt8(ascii: "\n"))
        let peers = lines.map { line in Data(line) }
        return Workload(
            id: id, title: "60,000 events of a stream, an object an event", bytes: bytes,
            work: { lines.reduce(0) { sum, line in sum &+ JSONDocument(parsing: line).endOffset } },
            localPeers: [
                (
                    "JSONSerialization",
                    {
                        peers.reduce(0) { sum, line in
                            sum + ((try? JSONSerialization.jsonObject(with: line)) == nil ? 0 : 1)
                        }
                    }
                )
            ])
    }

    private static func base64(
        _ id: String, _ title: String, _ options: Data.Base64EncodingOptions, _ bytes: [UInt8]
    ) -> Workload {
        let text = Data(bytes).base64EncodedData(options: options)
        let characters = Array(text)
        return Workload(
            id: id, title: title, bytes: characters, work: { Base64.decode(characters[...]).bytes.count },
            localPeers: [
                (
                    "Foundation",
                    { Data(base64Encoded: text, options: .ignoreUnknownCharacters)?.count ?? 0 }
                )
            ])
    }

    private static func lines(_ id: String, _ text: String) -> Workload {
        let bytes = Array(text.utf8)
        return Workload(
            id: id, title: "the ends of 60,000 lines", bytes: bytes,
            work: {
                var count = 0
                var position = 0
                while let end = LineScan.firstLineEnd(in: bytes.span, from: position) {
                    count += 1
                    position = end + 1
                }
                return count
            })
    }

    private static func checksum(_ id: String, _ bytes: [UInt8]) -> Workload {
        Workload(
            id: id, title: "the CRC-32 of 1.5 MB", bytes: bytes,
            work: {
                var checksum = CRC32()
                checksum.update(bytes.span)
                return Int(checksum.value)
            })
    }
}
