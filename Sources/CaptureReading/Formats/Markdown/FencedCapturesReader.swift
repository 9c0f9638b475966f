internal import ByteCoding

/// Reads the captures in the fences of Markdown one behind the other, each by its own format.
///
/// Memory is the size of the largest fence.
struct FencedCapturesReader: ExchangeReader {
    /// How many captures were read from fences, what is wrong in them outside any exchange, and which were not read.
    var defects: [CaptureDefect] { (summary.map { defect in [defect] } ?? []) + found }

    /// How the last exchange holds its bodies.
    private(set) var storage: BodyStorage?

    private var found: [CaptureDefect] = []
    private var first: Location?
    private var captureCount = 0

    /// The exchanges of the last fence that are still to be handed out, and how they hold their bodies.
    private var waiting: ArraySlice<Exchange> = []

    /// Reads the next exchange, or gives nil at the end.
    mutating func next(from window: inout CaptureWindow, number: Int) throws(CaptureError) -> Exchange? {
        while waiting.isEmpty {
            guard let source = try FencedCapturesReader.nextFence(in: &window) else { return nil }
            guard let format = FencedCaptures.format(of: source.bytes) else { continue }
            try read(source, as: format, number: number)
        }
        var exchange = waiting.popFirst()
        exchange?.number = number
        return exchange
    }

    /// Reads all exchanges of a fence, or notes why there are none to read.
    private mutating func read(
        _ source: ExchangeSource, as format: any CaptureFormat.Type, number: Int
    ) throws(CaptureError) {
        var content = try CaptureWindow(source)
        var reader = format.makeWrappedReader()
        do throws(CaptureError) {
            try reader.open(&content)
        } catch {
            found.append(
                CaptureDefect(
                    id: "wrapper.unread-fence",
                    message:
                        "expected a capture (\(format.id.rawValue)) in the fence, found none that can be read: \(error)",
                    location: source.start))
            return
        }
        first = first ?? source.start
        captureCount += 1
        storage = format.storage
        var exchanges: [Exchange] = []
        while let exchange = try reader.next(from: &content, number: number + exchanges.count) {
            exchanges.append(exchange)
        }
        found += reader.defects
        waiting = exchanges[...]
    }

    /// Takes the window up to the end of the next fence; gives the lines in it, or nil where none is left.
    private static func nextFence(in window: inout CaptureWindow) throws(CaptureError) -> ExchangeSource? {
        var offset = 0
        var begin: Int?
        while let line = try window.line(at: offset, ending: .any) {
            let isFence = line.text(in: window.bytes).isFence
            if isFence, begin != nil { break }
            offset = line.end
            if isFence { begin = offset }
        }
        guard let begin else {
            window.skip(offset)
            return nil
        }
        window.skip(begin)
        let source = window.take(offset - begin)
        // The fence that closes it begins no other one.
        if let close = try window.line(at: 0, ending: .any) { window.skip(close.end) }
        return source
    }

    private var summary: CaptureDefect? {
        first.map { location in
            CaptureDefect(
                id: "wrapper.fences",
                message:
                    "expected a capture from its first byte on, found \(captureCount) in fences of Markdown; each is "
                    + "read, the text around them is left out", location: location)
        }
    }
}
