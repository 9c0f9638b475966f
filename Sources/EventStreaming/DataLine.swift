/// Where one data line of an event stands: its value within the event's data, and within the stream.
public struct DataLine: Sendable, Equatable {
    /// The index in the event's data of the first byte of the line's value.
    public let dataOffset: Int

    /// The offset in the stream of the first byte of the line's value, in bytes.
    ///
    /// It is past the field's name, the colon and the one space that may follow it.
    public let streamOffset: Int
}
