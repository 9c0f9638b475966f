/// What stands at the end of a stream and was never dispatched, because the blank line that ends an event is missing.
///
/// The standard discards it. Servers do forget that line, and cut streams end here, so it is kept to be shown. An ID that
/// waits beside it is seen in `foldable` alone, as the ID in force; where nothing but an ID waits, there is no incomplete
/// event.
///
/// WHATWG HTML §9.2.6
public struct IncompleteEvent: Sendable, Equatable {
    /// The buffers as the last whole line left them.
    let pending: PendingEvent

    /// The last line as it stands, because the stream ended inside it; empty when the stream ended with a line end.
    public let line: ArraySlice<UInt8>

    /// The stream offset of `line`, in bytes; the end of the stream when that is empty.
    public let lineOffset: Int

    /// The type that the event names so far; empty when it names none.
    public var type: String { pending.type }

    /// The bytes of the whole data lines joined by LF, not decoded; what stands in `line` is not among them.
    public var data: [UInt8] { pending.data.bytes }

    /// Where the value of each whole data line begins, in the data and in the stream.
    public var dataLines: [DataLine] { pending.data.lines }

    /// The stream offset of the first byte of the event's first line, in bytes.
    public var offset: Int { pending.offset ?? lineOffset }

    /// All that was left over: the type if there is one as an `event` field, the data so far, and the cut line, joined by
    /// LF; a cut line that is all there is shares the storage of the stream.
    ///
    /// A pending ID is not among them, unless the cut line is its field.
    public var bytes: ArraySlice<UInt8> {
        var parts = type.isEmpty ? [] : [Array("event: \(type)".utf8)[...]]
        if !pending.data.isEmpty { parts.append(data[...]) }
        if !line.isEmpty { parts.append(line) }
        return parts.count == 1 ? parts[0] : Array(parts.joined(separator: CollectionOfOne(UInt8(ascii: "\n"))))[...]
    }

    /// These bytes decoded as UTF-8; each maximal part of an ill-formed sequence becomes one U+FFFD.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Whether nothing was left over but empty data lines.
    public var isEmpty: Bool { type.isEmpty && data.isEmpty && line.isEmpty }

    /// The event that this would have been had its last line ended and the blank line come; nil without a data line.
    ///
    /// Its `lastEventID` is the pending one, which `EventStreamEnd.lastEventID` does not have. Nothing says that the data
    /// is whole: a reader takes such an event only when its data proves complete.
    public var foldable: ServerSentEvent? {
        var completed = pending
        completed.take(StreamLine(line.span), of: line.span, at: lineOffset)
        return completed.dispatched()
    }

    /// The end of a stream; nil when nothing was left over, a pending ID aside.
    init?(pending: PendingEvent, line: ArraySlice<UInt8>, lineOffset: Int) {
        guard !line.isEmpty || !pending.data.isEmpty || !pending.type.isEmpty else { return nil }
        self.pending = pending
        self.line = line
        self.lineOffset = lineOffset
    }
}
