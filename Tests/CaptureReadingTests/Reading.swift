import CaptureReading

/// Reads captures the short way, and writes exchanges as text so that they can be compared.
enum Reading {
    /// Every exchange of a capture in memory.
    static func exchanges(
        _ bytes: [UInt8], as format: CaptureFormatID? = nil, step: Int = CaptureWindow.defaultStep
    ) throws -> [Exchange] {
        try exchanges(from: MemorySource(bytes), as: format, step: step)
    }

    /// Every exchange of a text.
    static func exchanges(_ text: String, as format: CaptureFormatID? = nil) throws -> [Exchange] {
        try exchanges(Array(text.utf8), as: format)
    }

    /// Every exchange of a source.
    static func exchanges(
        from source: some ByteSource, as format: CaptureFormatID? = nil, step: Int = CaptureWindow.defaultStep
    ) throws -> [Exchange] {
        var reader = try CaptureReader(reading: source, as: format, step: step)
        var exchanges: [Exchange] = []
        while let exchange = try reader.next() { exchanges.append(exchange) }
        return exchanges
    }

    /// Every exchange of a capture in memory, and what is then known of the capture.
    static func capture(
        _ bytes: [UInt8], as format: CaptureFormatID? = nil
    ) throws -> (exchanges: [Exchange], facts: Capture) {
        var reader = try CaptureReader(reading: MemorySource(bytes), as: format)
        var exchanges: [Exchange] = []
        while let exchange = try reader.next() { exchanges.append(exchange) }
        return (exchanges, reader.capture)
    }

    /// Whether nothing of a capture is lost: its exchanges are its bytes to the end, and what stands before the first
    /// one is told as a defect of the capture unless it is blank.
    static func isLossless(_ bytes: [UInt8], as format: CaptureFormatID) throws -> Bool {
        let (exchanges, facts) = try capture(bytes, as: format)
        let start = exchanges.first?.source.start.byte ?? bytes.count
        let isBlank = bytes[..<start].allSatisfy { byte in [0x09, 0x0A, 0x0D, 0x20].contains(byte) }
        return exchanges.reduce(into: []) { read, exchange in read += exchange.source.bytes } == Array(bytes[start...])
            && facts.byteCount == bytes.count && (isBlank || !facts.defects.isEmpty)
    }

    /// All that an exchange says, with every place.
    static func description(_ exchange: Exchange) -> String {
        let source = exchange.source
        var lines = ["\(exchange.number): \(source.start) \(text(source.bytes))"]
        if let request = exchange.request {
            lines.append("> \(shown(request.method)) \(shown(request.target)) \(shown(request.targetPlace?.byte))")
            lines += describe(request.httpVersion, request.fields, request.body, request.place)
        }
        if let response = exchange.response {
            lines.append("< \(shown(response.status)) \(shown(response.reason))")
            lines += describe(response.httpVersion, response.fields, response.body, response.place)
        }
        lines += exchange.defects.map { defect in "! \(defect.id) \(defect.message) @\(defect.place.byte)" }
        return lines.joined(separator: "\n")
    }

    /// What an exchange says without its places, each side and the defects on a line.
    static func meaning(_ exchange: Exchange) -> String {
        let fields = { (fields: FieldLines?) in
            (fields ?? FieldLines()).map { line in "\(line.name)=\(line.value)" }.joined(separator: ";")
        }
        let request = exchange.request
        let response = exchange.response
        return """
            \(shown(request?.method)) \(shown(request?.target)) [\(fields(request?.fields))] \(body(request?.body))
            \(shown(response?.status)) \(shown(response?.reason)) [\(fields(response?.fields))] \(body(response?.body))
            \(exchange.defects.map(\.id).joined(separator: " "))
            """
    }

    /// The text of bytes.
    static func text(_ bytes: some Collection<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self)
    }

    /// A body's text with its line ends made LF.
    private static func body(_ body: Body?) -> String {
        guard let body else { return "nil" }
        return text(body.encoded).replacing("\r\n", with: "\n").replacing("\r", with: "\n").debugDescription
    }

    private static func describe(
        _ version: String?, _ fields: FieldLines, _ body: Body?, _ place: Place
    ) -> [String] {
        let lines = fields.map { line in "  \(line.name)|\(line.value)|\(line.place.byte)" }
        let content = body.map { body in "  \(text(body.encoded)) @\(body.place.byte) \(body.isTruncated)" }
        return ["  \(shown(version)) @\(place.byte)"] + lines + [content ?? "  no body"]
    }

    private static func shown(_ value: (some CustomStringConvertible)?) -> String {
        value?.description ?? "-"
    }
}
