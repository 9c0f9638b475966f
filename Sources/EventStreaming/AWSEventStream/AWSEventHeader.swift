/// A header of a message in AWS's event stream encoding.
///
/// https://smithy.io/2.0/aws/amazon-eventstream.html
public struct AWSEventHeader: Sendable, Hashable {
    /// The name: `:event-type`.
    public let name: String

    /// The value.
    public let value: Value

    /// The values that a header can have, by the type that stands before them.
    public enum Value: Sendable, Hashable {
        /// True or false, which are types of their own without a value (0, 1).
        case bool(Bool)

        /// A number of one byte (2).
        case int8(Int8)

        /// A number of two bytes (3).
        case int16(Int16)

        /// A number of four bytes (4).
        case int32(Int32)

        /// A number of eight bytes (5).
        case int64(Int64)

        /// Up to 65535 bytes (6).
        case bytes([UInt8])

        /// Text of up to 65535 bytes (7); what is no UTF-8 becomes U+FFFD.
        case string(String)

        /// Milliseconds since the beginning of 1970 (8).
        case timestamp(Int64)

        /// Sixteen bytes (9).
        case uuid([UInt8])
    }

    /// The value where it is a text; nil for every other type.
    public var string: String? {
        guard case .string(let string) = value else { return nil }
        return string
    }
}
