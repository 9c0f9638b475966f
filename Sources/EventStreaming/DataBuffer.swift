internal import ByteCoding

/// The standard's data buffer: the values of an event's data lines joined by LF, and where each one came from.
///
/// The LF that the standard appends to every line and takes off again at dispatch is not stored after the last one.
///
/// WHATWG HTML §9.2.6
struct DataBuffer: Sendable, Equatable {
    /// The values of the lines, joined by LF.
    private(set) var bytes: [UInt8] = []

    /// Where the value of the first line stands in the stream; nil before there is one.
    private var firstLine: Int?

    /// The second line and those that follow: nearly every event has none, and an empty array needs no allocation.
    private var laterLines: [DataLine] = []

    /// Whether no data line was read, which is not the same as having no bytes.
    var isEmpty: Bool { firstLine == nil }

    /// Every data line, in order.
    var lines: [DataLine] {
        guard let firstLine else { return [] }
        return [DataLine(dataOffset: 0, streamOffset: firstLine)] + laterLines
    }

    /// Where the value of the only line stands in the stream; nil where there are several, or none.
    var offsetOfOnlyLine: Int? { laterLines.isEmpty ? firstLine : nil }

    /// Appends the value of one more data line.
    ///
    /// - Parameters:
    ///   - value: the bytes after the colon and its space, without the line end.
    ///   - streamOffset: where they stand in the stream.
    mutating func append(line value: Span<UInt8>, at streamOffset: Int) {
        if firstLine == nil {
            firstLine = streamOffset
        } else {
            bytes.append(UInt8(ascii: "\n"))
            laterLines.append(DataLine(dataOffset: bytes.count, streamOffset: streamOffset))
        }
        bytes.append(copying: value)
    }

    /// The offset in the stream of a byte of the data.
    ///
    /// An LF that joins two lines stands where the earlier line ends. An index out of bounds is moved to the nearest
    /// one within, the end of the data included.
    func streamOffset(ofByte index: Int) -> Int? {
        guard let firstLine else { return nil }
        let index = min(max(index, 0), bytes.count)
        var low = 0
        var high = laterLines.count
        while low < high {
            let middle = low + (high - low) / 2
            if laterLines[middle].dataOffset <= index {
                low = middle + 1
            } else {
                high = middle
            }
        }
        guard low > 0 else { return firstLine + index }
        let line = laterLines[low - 1]
        return line.streamOffset + index - line.dataOffset
    }
}
