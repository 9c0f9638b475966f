/// One event that a stream dispatched.
///
/// WHATWG HTML §9.2.6
public struct ServerSentEvent: Sendable, Equatable {
    /// The event's type: what its last `event` field says, `message` when there is none or it is empty.
    public let type: String

    /// The data with the places it came from.
    let buffer: DataBuffer

    /// The last event ID in force when the event was dispatched; empty when the stream has set none.
    public let lastEventID: String

    /// The stream offset of the first byte of the event's first line, in bytes.
    ///
    /// The first line is the first `data`, `event` or `id` field: comments and unknown fields before it do not count.
    public let offset: Int

    /// The bytes of the data lines joined by LF, not decoded.
    public var data: [UInt8] { buffer.bytes }

    /// The data decoded as UTF-8; each maximal part of an ill-formed sequence becomes one U+FFFD.
    public var text: String { String(decoding: buffer.bytes, as: UTF8.self) }

    /// Where the value of each data line begins, in the data and in the stream; an event has at least one.
    public var dataLines: [DataLine] { buffer.lines }

    /// Where the data begin in the stream if they are on one line, as those of nearly every event are; nil if not.
    public var offsetOfOnlyLine: Int? { buffer.offsetOfOnlyLine }

    /// The offset in the stream of a byte of the data, in time logarithmic in the number of data lines.
    ///
    /// An LF that joins two lines stands where the earlier line ends. An index out of bounds is moved to the nearest
    /// one within; the end of the data is the end of the last data line.
    ///
    /// - Parameter index: an index of `data`.
    /// - Returns: the offset in bytes from the start of the stream.
    public func streamOffset(ofDataByte index: Int) -> Int {
        buffer.streamOffset(ofByte: index) ?? offset
    }
}
