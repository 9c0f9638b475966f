/// The first bytes of a message in AWS's event stream encoding: its lengths, with a checksum over them.
///
/// Every number is big-endian. The checksum makes the twelve bytes a mark by which such a stream is recognised and found
/// again behind damage.
///
/// https://smithy.io/2.0/aws/amazon-eventstream.html
public struct AWSEventPrelude: Sendable, Hashable {
    /// How many bytes a prelude takes.
    public static let byteCount = 12

    /// How many bytes the checksum at the end of a message takes.
    public static let checksumByteCount = 4

    /// The most bytes that the headers of a message may take: 128 KiB.
    public static let mostHeaderBytes = 128 << 10

    /// The most bytes that the payload of a message may take: 24 MiB, as AWS's own clients have it.
    public static let mostPayloadBytes = 24 << 20

    /// How many bytes the message takes, prelude and checksums included.
    public let messageLength: Int

    /// How many bytes the headers take.
    public let headersLength: Int

    /// Reads a prelude; nil when there are fewer than twelve bytes, their checksum is another, or no message can have
    /// these lengths.
    public init?(_ bytes: ArraySlice<UInt8>) {
        guard let length = bytes.bigEndian32(at: 0), let headersLength = bytes.bigEndian32(at: 4),
            let declared = bytes.bigEndian32(at: 8)
        else { return nil }
        let around = AWSEventPrelude.byteCount + AWSEventPrelude.checksumByteCount
        guard CRC32(of: bytes.prefix(8)).value == declared, headersLength <= AWSEventPrelude.mostHeaderBytes,
            length >= UInt32(around) + headersLength,
            length - UInt32(around) - headersLength <= AWSEventPrelude.mostPayloadBytes
        else { return nil }
        messageLength = Int(length)
        self.headersLength = Int(headersLength)
    }
}

extension ArraySlice<UInt8> {
    /// The number that four bytes spell, the most significant first.
    ///
    /// - Parameter offset: where they begin, counted from the first byte of the slice.
    /// - Returns: the number; nil where there are not so many bytes.
    public func bigEndian32(at offset: Int) -> UInt32? {
        guard offset >= 0, offset <= count - 4 else { return nil }
        return self[(startIndex + offset)..<(startIndex + offset + 4)].reduce(0) { number, byte in
            number << 8 | UInt32(byte)
        }
    }
}
