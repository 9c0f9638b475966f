public import Findings
internal import JSONReading
public import Redaction

/// One body alone, as JSON: the object that `unspool.inspect/1` calls `body`.
public struct BodyJSON {
    /// The object, indented by two spaces, with a line feed behind it; `null` where there is no such body.
    public let bytes: [UInt8]

    /// Describes a body of an exchange.
    ///
    /// - Parameters:
    ///   - exchange: the exchange.
    ///   - isRequest: whether the body is the request's.
    ///   - redactor: knows the secrets of the capture.
    public init(of exchange: InspectedExchange, isRequest: Bool, redactor: Redactor) {
        var writer = RedactingWriter(layout: .indented(by: 2), redactor: redactor)
        let encoded = EncodedExchange(exchange: exchange, options: JSONOptions(), imageEntries: [])
        let body = isRequest ? encoded.request?.body : encoded.response?.body
        body?.write(to: &writer)
        bytes = (body == nil ? Array("null".utf8) : writer.take()) + [UInt8(ascii: "\n")]
    }
}
