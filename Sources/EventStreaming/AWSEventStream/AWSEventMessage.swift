/// A message of an AWS event stream, whose checksums are right.
///
/// https://smithy.io/2.0/aws/amazon-eventstream.html
public struct AWSEventMessage: Sendable, Hashable {
    /// The headers in order.
    public let headers: [AWSEventHeader]

    /// The payload.
    public let payload: ArraySlice<UInt8>

    /// The offset of the message's first byte in the stream.
    public let offset: Int

    /// The offset of the payload's first byte in the stream.
    public let payloadOffset: Int

    /// The text of the first header of a name; nil when there is none, or it is no text.
    public func header(_ name: String) -> String? {
        headers.first { header in header.name == name }?.string
    }

    /// The payload as text; what is no UTF-8 becomes U+FFFD.
    public var text: String { String(decoding: payload, as: UTF8.self) }

    /// What kind of message it is: `event`, `exception` or `error`; nil when it does not say.
    public var messageType: String? { header(":message-type") }

    /// Which event it is, or which exception; nil when it does not say.
    public var eventType: String? { header(":event-type") ?? header(":exception-type") }

    /// Two messages are equal when they say the same in the same place.
    public static func == (left: AWSEventMessage, right: AWSEventMessage) -> Bool {
        left.offset == right.offset && left.payloadOffset == right.payloadOffset && left.headers == right.headers
            && left.payload.elementsEqual(right.payload)
    }
}
