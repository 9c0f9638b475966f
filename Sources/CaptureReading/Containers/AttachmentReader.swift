/// Reads the bodies that a capture has in files beside it.
struct AttachmentReader {
    /// The files; nil where nothing is known to stand beside the capture.
    let attachments: (any Attachments)?

    /// The most bytes of a body; nil for no limit.
    let limit: Int?

    /// The exchange with the bodies that it only names.
    func resolve(_ exchange: Exchange) -> Exchange {
        var exchange = exchange
        if let body = exchange.request?.body { exchange.request?.body = resolve(body) }
        if let body = exchange.response?.body { exchange.response?.body = resolve(body) }
        return exchange
    }

    private func resolve(_ body: Body) -> Body {
        guard let attachments, let name = body.attachmentName else { return body }
        switch attachments.attachment(named: name, limit: limit) {
        case .found(let bytes, let fault): return filled(body, bytes, fault)
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
