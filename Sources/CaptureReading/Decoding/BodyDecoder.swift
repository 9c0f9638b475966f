public import ContentDecoding

/// Removes from a body the codings that lie around it, whatever its headers say about them.
///
/// Labels lie: tools decode bodies and keep the headers, strip the headers and keep the coding, or write one coding for
/// another. Headers propose, the bytes decide.
public struct BodyDecoder: Sendable {
    /// How much is decoded.
    public let limits: DecodingLimits

    /// Creates a decoder.
    public init(limits: DecodingLimits = DecodingLimits()) {
        self.limits = limits
    }

    /// The body with everything removed that can be.
    ///
    /// What a reader removed before, as the base64 of a JSON string, stays the outermost of its layers.
    ///
    /// - Parameters:
    ///   - body: The body as a reader took it from the capture.
    ///   - fields: The header section that came with it.
    ///   - storage: How the format of the capture holds bodies.
    /// - Returns: The body with its content decoded; the same where nothing lies around it.
    public func decode(_ body: Body, fields: FieldLines, storage: BodyStorage = .asSent) -> Body {
        guard !body.bytes.isEmpty else { return body }
        var planner = LayerPlanner(body.bytes, fields: fields, storage: storage, limits: limits)
        planner.plan()
        guard !planner.chain.codings.isEmpty else {
            return Body(body, bytes: body.bytes, warnings: planner.warnings, fault: planner.fault)
        }
        let outcome = planner.outcome
        let names = planner.chain.codings.map { coding in BodyLayer(rawValue: coding.name) }
        let fault = outcome.failure.map { failure in
            BodyFault(
                BodyFault.Kind(rawValue: failure.fault.kind.rawValue), failure.fault.message, offset: failure.offset,
                layer: names[failure.layer])
        }
        return Body(
            body, bytes: outcome.bytes[...], removing: names,
            warnings: planner.warnings + outcome.notes.map { note in BodyWarning(rawValue: note.note.rawValue) },
            fault: fault ?? planner.fault)
    }

    /// The exchange with its bodies decoded.
    func decode(_ exchange: Exchange, storage: BodyStorage) -> Exchange {
        var exchange = exchange
        if let request = exchange.request, let body = request.body {
            exchange.request?.body = decode(body, fields: request.fields, storage: storage)
        }
        if let response = exchange.response, let body = response.body {
            exchange.response?.body = decode(body, fields: response.fields, storage: storage)
        }
        return exchange
    }
}
