internal import ByteCoding
internal import JSONReading

/// Reads logs that have an object for each exchange: one a line, or the elements of an array.
///
/// A line that is damaged is a defect and keeps its number; the others are read.
struct ExchangeLogReader: ExchangeReader {
    /// What is wrong outside any record.
    var defects: [CaptureDefect] { tally.defects }

    private let id: CaptureFormatID
    private var isArray = false
    private var tally = DefectTally()

    /// The line that the last record stood on, in bytes of the capture: others may stand behind it.
    private var line: (contentEnd: Int, end: Int)?

    /// Creates a reader of the logs of a format.
    init(id: CaptureFormatID) {
        self.id = id
    }

    /// Passes over the bracket of an array.
    mutating func open(_ window: inout CaptureWindow) throws(CaptureError) {
        guard try window.nextJSONByte() == UInt8(ascii: "[") else { return }
        isArray = true
        window.skip(1)
    }

    /// Reads the next record, or gives nil at the end.
    mutating func next(from window: inout CaptureWindow, number: Int) throws(CaptureError) -> Exchange? {
        var number = number
        while let byte = try window.nextJSONByte() {
            if byte == UInt8(ascii: ",") || isArray && byte == UInt8(ascii: "]") {
                window.skip(1)
                continue
            }
            let location = window.location
            let count = try recordLength(in: &window)
            let source = window.take(count)
            let record = ExchangeLogRecord(source, number: number, id: id)
            if record.isExchange { return record.exchange() }
            let found = record.fault ?? "expected an object with a request, found another value"
            tally.note(
                CaptureDefect(
                    id: "\(id).not-a-record", message: "\(found); record \(number) is passed over", location: location))
            number += 1
        }
        return nil
    }

    /// The length of the record at the front: of a line, or of a value that takes several.
    ///
    /// Where the next line begins an object, the end of a damaged one is that of its line.
    private mutating func recordLength(in window: inout CaptureWindow) throws(CaptureError) -> Int {
        if isArray { return max(1, try window.loadJSONValue().count) }
        guard let line = try lineAtFront(of: &window) else { return window.bytes.count }
        var scan = JSONValueScan()
        let text = window.bytes.prefix(line.contentEnd)
        if let end = scan.end(in: text.span, from: 0) {
            // What stands behind the value on its line belongs to nothing, unless it is another one.
            let rest = text.dropFirst(end).drop(while: \.isBlank)
            return rest.first == UInt8(ascii: "{") ? end : line.end
        }
        // A value that was made to be read has its line ends behind brackets and commas.
        guard let last = text.trimmed.last, "{[,".utf8.contains(last) else { return line.end }
        let behind = try window.line(at: line.end, ending: .lineFeed)
        guard let behind, behind.text(in: window.bytes).first != UInt8(ascii: "{") else { return line.end }
        return max(1, try window.loadJSONValue().count)
    }

    /// Where the line at the front ends, in bytes of the window.
    ///
    /// A line that is known is not searched again: it may be the whole capture, with a record every few bytes.
    private mutating func lineAtFront(
        of window: inout CaptureWindow
    ) throws(CaptureError) -> (contentEnd: Int, end: Int)? {
        let start = window.location.byte
        if let line, start < line.contentEnd { return (line.contentEnd - start, line.end - start) }
        guard let found = try window.line(at: 0, ending: .lineFeed) else { return nil }
        line = (start + found.content.upperBound, start + found.end)
        return (found.content.upperBound, found.end)
    }
}
