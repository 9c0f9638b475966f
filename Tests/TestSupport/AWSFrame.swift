/// Builds messages in AWS's event stream encoding, with checksums that are worked out bit by bit.
///
/// https://smithy.io/2.0/aws/amazon-eventstream.html
public enum AWSFrame {
    /// A message with these header bytes and this payload.
    public static func message(headers: [UInt8], payload: [UInt8]) -> [UInt8] {
        var message = bigEndian(UInt32(16 + headers.count + payload.count)) + bigEndian(UInt32(headers.count))
        message += bigEndian(checksum(of: message))
        message += headers + payload
        return message + bigEndian(checksum(of: message))
    }

    /// An event of a type with this payload.
    public static func event(_ type: String, _ payload: String) -> [UInt8] {
        let headers = [
            (":event-type", type), (":content-type", "application/json"), (":message-type", "event"),
        ]
        return message(headers: headers.flatMap(text), payload: Array(payload.utf8))
    }

    /// An exception of a type with this payload.
    public static func exception(_ type: String, _ payload: String) -> [UInt8] {
        let headers = [(":exception-type", type), (":message-type", "exception")]
        return message(headers: headers.flatMap(text), payload: Array(payload.utf8))
    }

    /// The bytes of a header that is a text.
    public static func text(_ name: String, _ value: String) -> [UInt8] {
        let count = UInt16(value.utf8.count)
        return header(name, type: 7, [UInt8(count >> 8), UInt8(count & 0xFF)] + Array(value.utf8))
    }

    /// The bytes of a header of a type.
    public static func header(_ name: String, type: UInt8, _ value: [UInt8]) -> [UInt8] {
        [UInt8(name.utf8.count)] + Array(name.utf8) + [type] + value
    }

    /// A number as four bytes, the most significant first.
    public static func bigEndian(_ number: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { shift in UInt8(truncatingIfNeeded: number >> shift) }
    }

    /// The CRC-32 of bytes.
    public static func checksum(of bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(UInt32.max) { value, byte in
            (0..<8).reduce(value ^ UInt32(byte)) { value, _ in value >> 1 ^ (value & 1 == 1 ? 0xEDB8_8320 : 0) }
        }
    }
}
