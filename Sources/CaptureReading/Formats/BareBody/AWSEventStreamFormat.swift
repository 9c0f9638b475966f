internal import ByteCoding

/// A streamed answer in AWS's event stream encoding, without its headers.
///
/// https://smithy.io/2.0/aws/amazon-eventstream.html
enum AWSEventStreamFormat: CaptureFormat {
    /// The name `aws-event-stream`.
    static let id = CaptureFormatID.awsEventStream

    /// Certain when the first bytes are a prelude: its checksum is right.
    static func recognise(_ head: ArraySlice<UInt8>) -> Confidence {
        AWSEventPrelude(head) == nil ? .none : .certain
    }

    /// A reader of the one body.
    static func makeReader() -> any ExchangeReader {
        BareBodyReader(keepsByteOrderMark: true) { source in
            guard AWSEventPrelude(source.bytes) == nil else { return nil }
            return CaptureDefect(
                id: "aws-event-stream.no-prelude",
                message:
                    "expected the beginning of a message with its checksum, found none; name another format or none",
                place: source.place(0))
        }
    }
}

extension CaptureFormatID {
    /// A streamed answer in AWS's event stream encoding, without its headers.
    public static let awsEventStream = CaptureFormatID(rawValue: "aws-event-stream")
}
