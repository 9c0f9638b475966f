internal import ContentDecoding

/// Reads the bodies that a capture has in files beside it.
///
/// Any number of bodies may name one file, which may be small and decode to much: what all of them are decoded to together
/// is bounded too.
struct AttachmentReader {
    /// The files; nil where nothing is known to stand beside the capture.
    private let attachments: (any Attachments)?

    /// The most bytes of a body; nil for no limit.
    private let limit: Int?

    /// The most bytes of all bodies; nil for no limit.
    private let budget: Int?

    /// How many bytes were read for the bodies so far.
    private var count = 0

    /// Creates a reader of files that are decoded as far as the limits for a body, and for a whole capture, allow.
    init(_ attachments: (any Attachments)?, limits: DecodingLimits) {
        self.attachments = attachments
        limit = limits.bodySize
        budget = limits.captureSize
    }

    /// The exchange with the bodies that it only names.
    mutating func resolve(_ exchange: Exchange) -> Exchange {
        var exchange = exchange
        if let body = exchange.request?.body { exchange.request?.body = resolve(body) }
        if let body = exchange.response?.body { exchange.response?.body = resolve(body) }
        return exchange
    }

    private mutating func resolve(_ body: Body) -> Body {
        guard let attachments, let name = body.attachmentName else { return body }
        let room = budget.map { budget in budget - count }
        if let budget, room == 0 { return filled(body, [], AttachmentReader.exhausted(budget)) }
        let most = [limit, room].compactMap { bound in bound }.min()
        switch attachments.attachment(named: name, limit: most) {
        case .found(let bytes, let fault):
            count += bytes.count
            let isExhausted = fault?.kind == .absoluteLimit && most != limit
            return filled(body, bytes, isExhausted ? budget.map(AttachmentReader.exhausted) : fault)
        case .missing:
            let message =
                "expected the content in the file \(name) beside the capture, found none of that name; keep the files "
                + "of a capture together"
            return filled(body, [], BodyFault(.bodyMissing, message))
        case .refused(let found):
            let message = "expected the name of a file beside the capture, found \(found); it is not opened"
            return filled(body, [], BodyFault(.bodyMissing, message))
        }
    }

    /// The fault of a body for which nothing is left.
    private static func exhausted(_ budget: Int) -> BodyFault {
        let message =
            "expected no more than \(budget) bytes in the files beside the capture, found more; no further one is read, "
            + "--max-body 0 lifts the limit"
        return BodyFault(.absoluteLimit, message)
    }

    private func filled(_ body: Body, _ bytes: [UInt8], _ fault: BodyFault?) -> Body {
        var filled = Body(
            bytes: bytes[...], encoded: bytes[...], layers: [], wrapping: [.attachment], place: body.place,
            warnings: body.warnings, fault: fault)
        filled.declaredType = body.declaredType
        return filled
    }
}

extension BodyLayer {
    /// A file beside the capture, which that only names.
    static let attachment = BodyLayer(rawValue: "attachment")
}
