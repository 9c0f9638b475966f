internal import ByteCoding

/// Takes apart an AWS event stream, however it is cut into pieces.
///
/// Give it the bytes in order, in one call or in many, and then finish it. Damage is told with its place, and reading
/// goes on at the next prelude whose checksum is right. Time is linear in the input; memory holds one message, of at
/// most 25 MiB, where a piece ends within it.
///
/// https://smithy.io/2.0/aws/amazon-eventstream.html
public struct AWSEventStreamParser: Sendable {
    /// The beginning of a message whose end has not come yet.
    private var cut: [UInt8] = []

    /// How many bytes of the stream came before `cut`.
    private var position = 0

    private var messages = 0
    private var faults: [AWSEventStreamFault] = []

    /// A parser at the start of a stream.
    public init() {}

    /// Reads the next piece of the stream.
    ///
    /// - Parameters:
    ///   - bytes: the piece; it may be empty, and end anywhere.
    ///   - onMessage: called with each sound message that the piece completes, in order.
    public mutating func append(_ bytes: ArraySlice<UInt8>, onMessage: (AWSEventMessage) -> Void) {
        var rest = bytes
        while !rest.isEmpty {
            guard !cut.isEmpty else {
                let used = read(rest, onMessage)
                if used == 0 {
                    cut.append(contentsOf: rest)
                    return
                }
                rest = rest.dropFirst(used)
                continue
            }
            let more = rest.prefix(AWSEventStreamParser.length(of: cut) - cut.count)
            cut.append(contentsOf: more)
            rest = rest.dropFirst(more.count)
            // The message leaves its property while it is read, because reading it changes the parser.
            var message: [UInt8] = []
            swap(&message, &cut)
            let used = read(message[...], onMessage)
            message.removeFirst(used)
            swap(&message, &cut)
        }
    }

    /// Reads the next piece of the stream from an array.
    ///
    /// - Parameters:
    ///   - bytes: the piece.
    ///   - onMessage: called with each sound message that the piece completes, in order.
    public mutating func append(_ bytes: [UInt8], onMessage: (AWSEventMessage) -> Void) {
        append(bytes[...], onMessage: onMessage)
    }

    /// Ends the stream.
    public consuming func finish() -> AWSEventStreamEnd {
        var tail: Range<Int>?
        if !cut.isEmpty {
            let rest = position..<position + cut.count
            // Bytes that follow damage without a prelude of their own are damage too.
            if let last = faults.last, last.kind == .noPrelude, last.range.upperBound == position,
                AWSEventPrelude(cut[...]) == nil
            {
                noteMissingPrelude(rest)
            } else {
                tail = rest
            }
        }
        return AWSEventStreamEnd(messages: messages, faults: faults, incompleteTail: tail)
    }

    /// How many bytes are needed to go on behind the beginning of a message: a prelude, or all of it where that is there.
    private static func length(of beginning: [UInt8]) -> Int {
        AWSEventPrelude(beginning[...])?.messageLength ?? AWSEventPrelude.byteCount
    }

    /// Reads what stands at the beginning of some bytes: a message, or one byte that begins none.
    ///
    /// - Returns: how many bytes that was; 0 when more are needed to tell.
    private mutating func read(_ bytes: ArraySlice<UInt8>, _ onMessage: (AWSEventMessage) -> Void) -> Int {
        guard bytes.count >= AWSEventPrelude.byteCount else { return 0 }
        guard let prelude = AWSEventPrelude(bytes) else {
            noteMissingPrelude(position..<position + 1)
            position += 1
            return 1
        }
        guard bytes.count >= prelude.messageLength else { return 0 }
        let message = bytes.prefix(prelude.messageLength)
        defer { position += prelude.messageLength }
        let range = position..<position + prelude.messageLength
        let body = message.dropLast(AWSEventPrelude.checksumByteCount)
        let declared = message.bigEndian32(at: body.count) ?? 0
        let checksum = CRC32(of: body)
        if checksum.value != declared {
            let kind = AWSEventStreamFault.Kind.checksum(declared: declared, computed: checksum.value)
            faults.append(AWSEventStreamFault(kind: kind, range: range))
            return prelude.messageLength
        }
        let content = body.dropFirst(AWSEventPrelude.byteCount)
        var reader = AWSHeaderReader(content.prefix(prelude.headersLength))
        guard let headers = reader.headers() else {
            faults.append(AWSEventStreamFault(kind: .headers, range: range))
            return prelude.messageLength
        }
        messages += 1
        onMessage(
            AWSEventMessage(
                headers: headers, payload: content.dropFirst(prelude.headersLength), offset: position,
                payloadOffset: position + AWSEventPrelude.byteCount + prelude.headersLength))
        return prelude.messageLength
    }

    /// Notes bytes that begin no message; those that follow each other are one fault.
    private mutating func noteMissingPrelude(_ range: Range<Int>) {
        if let last = faults.last, last.kind == .noPrelude, last.range.upperBound == range.lowerBound {
            faults[faults.count - 1] = AWSEventStreamFault(
                kind: .noPrelude, range: last.range.lowerBound..<range.upperBound)
        } else {
            faults.append(AWSEventStreamFault(kind: .noPrelude, range: range))
        }
    }
}
