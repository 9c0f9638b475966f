internal import ByteCoding

/// Line feeds of an event stream that `--trace-ascii` shows as points.
///
/// Most servers end lines by LF alone, of which curl makes the same point as of every other control. Those behind a
/// value that is whole, and before a field or an end, can be told: the stream reads well again.
enum CurlTraceLineEnds {
    private static let fields = ["data:", "event:", "id:", "retry:", ": "]

    /// Puts line feeds where they must have been; each takes the place of one point.
    static func restore(in content: inout GatheredBytes) {
        let bytes = content.bytes
        var index = 0
        while let point = bytes[index...].firstIndex(of: UInt8(ascii: ".")) {
            let run = bytes[point...].prefix { byte in byte == UInt8(ascii: ".") }
            index = run.endIndex
            if endsLine(bytes, run.indices) {
                for offset in run.indices { content.replace(at: offset, with: UInt8(ascii: "\n")) }
            }
        }
    }

    /// Whether points stand for line ends: behind JSON, the name of an event or a comment, and before what begins a line.
    private static func endsLine(_ bytes: [UInt8], _ run: Range<Int>) -> Bool {
        let behind = bytes[run.upperBound...]
        let isBeforeEnd = behind.isEmpty || behind.starts(with: "\r\n".utf8)
        let isBeforeField = fields.contains { field in behind.starts(with: field.utf8) }
        guard isBeforeEnd || isBeforeField, run.lowerBound > 0, run.count <= longestRun else { return false }
        let last = bytes[run.lowerBound - 1]
        if last == UInt8(ascii: "}") || last == UInt8(ascii: "]") { return true }
        // The name of an event stands on a line of its own, which is short.
        let start = max(0, run.lowerBound - longestName)
        let name = bytes[start..<run.lowerBound].reversed().prefix { byte in
            byte.isTokenCharacter && byte != UInt8(ascii: ".")
        }
        let prefix = bytes[..<(run.lowerBound - name.count)]
        return prefix.suffix(7).elementsEqual("event: ".utf8) || prefix.suffix(6).elementsEqual("event:".utf8)
    }

    private static let longestName = 64

    /// No server puts more line ends between two events.
    private static let longestRun = 8
}
