/// A stretch of an AWS event stream that is no message.
public struct AWSEventStreamFault: Sendable, Equatable {
    /// What is wrong with it.
    public enum Kind: Sendable, Equatable {
        /// No prelude with a right checksum and lengths that can be stands there: the stretch was left out up to the next
        /// one.
        case noPrelude

        /// The checksum over the message is another than that at its end.
        case checksum(declared: UInt32, computed: UInt32)

        /// The headers are cut, or one has a type that does not exist.
        case headers
    }

    /// What is wrong.
    public let kind: Kind

    /// Where it stands in the stream: the whole message, or the stretch between two.
    public let range: Range<Int>

    /// Creates a fault.
    public init(kind: Kind, range: Range<Int>) {
        self.kind = kind
        self.range = range
    }
}

extension AWSEventStreamFault: CustomStringConvertible {
    /// What was expected and found, in a sentence without its place.
    public var description: String {
        switch kind {
        case .noPrelude: "expected the beginning of a message, found \(range.count) bytes that are none"
        case .checksum(let declared, let computed):
            "expected a message with the checksum \(String(declared, radix: 16)), found one that has \(String(computed, radix: 16))"
        case .headers: "expected headers of known types in a message, found some that are cut or of none"
        }
    }
}
