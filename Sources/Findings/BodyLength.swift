public import CaptureReading
package import Conversation
package import JSONReading

/// The declared length of a body beside that of its captured bytes, and what explains a difference.
public struct BodyLength: Hashable, Sendable {
    /// The length that the message declares, in bytes.
    public let declared: Int

    /// Where it is declared.
    public let place: Place?

    /// The bytes that the capture has.
    public let captured: Int

    /// The bytes of the body without the white space between its tokens, where it is JSON.
    public let minified: Int?

    /// The size of what was taken out, where placeholders stand for it and the declared length is of the body itself.
    public let elided: ElidedSize?

    /// The placeholders in the body.
    public let elisionCount: Int

    /// Whether the two lengths differ.
    public var differs: Bool { declared != captured }

    /// Whether the declared length is that of the body without its white space: it was formatted after it was captured.
    public var fitsMinified: Bool {
        guard let minified, minified != captured else { return false }
        return elisionCount == 0 ? declared == minified : elided?.isExact == true
    }

    /// Whether something is known that makes the lengths differ: data that were taken out, or formatting.
    public var isExplained: Bool { elided != nil || fitsMinified }

    /// Compares the lengths of a body; nil when none is declared, the body is not there, or the capture does not hold it
    /// under the codings that the length counts.
    ///
    /// - Parameters:
    ///   - body: The body.
    ///   - fields: The header section that declares its length.
    ///   - document: The body read as JSON, as far as it is.
    ///   - elisions: The placeholders in it.
    package init?(_ body: Body?, fields: FieldLines?, document: JSONDocument?, elisions: [Elision]) {
        guard let body, body.fault?.kind != .bodyMissing, let fields, let line = fields.first("content-length"),
            let declared = fields.contentLength
        else {
            return nil
        }
        let isCoded = !body.layers.isEmpty
        guard isCoded || fields.declaredCodings("content-encoding").isEmpty, fields.first("transfer-encoding") == nil
        else { return nil }
        self.declared = declared
        place = line.place
        // What an archive writes as base64 is as long as its bytes.
        captured = isCoded ? body.encoded.count : body.bytes.count
        // What was decoded says nothing about the length that it had under its codings.
        let document = isCoded ? nil : document
        minified = document.flatMap { document in document.isComplete ? document.minifiedByteCount : nil }
        elisionCount = elisions.count
        let placeholders = elisions.reduce(0) { sum, elision in sum + elision.byteCount }
        elided =
            isCoded
            ? nil
            : ElidedSize(
                contentLength: declared, capturedLength: minified ?? captured, isMinified: minified != nil,
                placeholderLength: placeholders, count: elisions.count)
    }
}
