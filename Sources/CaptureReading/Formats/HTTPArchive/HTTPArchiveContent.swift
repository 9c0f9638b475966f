internal import ByteCoding
internal import JSONReading

/// The content of an archive's request or response, in the ways in which recorders store it.
///
/// Text is content that has been decoded, whatever `Content-Encoding` says; base64 marks bytes, whatever the media type
/// says. Of content that is not there, the recorder's own reason is told.
struct HTTPArchiveContent {
    /// The member `content` or `postData`.
    private let value: JSONValue

    /// The header section that came with it.
    private let fields: FieldLines

    private let source: ExchangeSource

    /// Takes a `content` or a `postData`; nil when it is no object.
    init?(_ value: JSONValue?, fields: FieldLines, in source: ExchangeSource) {
        guard let value, value.isObject else { return nil }
        self.value = value
        self.fields = fields
        self.source = source
    }

    /// The media type that the archive declares, or nil when it has none.
    private var declaredType: String? { value["mimeType"]?.filledString }

    /// The body of a response.
    ///
    /// - Parameter entry: the entry, in which some recorders keep messages of a stream beside the content.
    /// - Returns: the body; nil where nothing says that there was one.
    func responseBody(of entry: JSONValue?) -> Body? {
        declared(storedResponseBody(of: entry))
    }

    /// The body of a request.
    func requestBody() -> Body? {
        declared(storedRequestBody)
    }

    /// A body with the media type that the archive declares for it.
    private func declared(_ body: Body?) -> Body? {
        var body = body
        body?.declaredType = declaredType
        return body
    }

    private func storedResponseBody(of entry: JSONValue?) -> Body? {
        if let attached = attachedBody { return attached }
        let text = value["text"].flatMap { text in text.kind == .string ? text : nil }
        let size = HTTPArchiveNumber.value(value["size"]) ?? 0
        let isLost = text.map { text in text.contentRange.isEmpty && size > 0 } ?? true
        if isLost, let stream = HTTPArchiveStream(entry?["_eventSourceMessages"]) {
            return stream.body(in: source)
        }
        guard let text, !isLost else {
            return missingBody(size: size, isDeclared: text != nil || value["size"] != nil || declaredType != nil)
        }
        return body(of: text, encoding: value["encoding"]?.string, isLabelled: true)
    }

    private var storedRequestBody: Body? {
        if let attached = attachedBody { return attached }
        guard let text = value["text"], text.kind == .string else {
            let params = value["params"]?.count ?? 0
            return params > 0
                ? missing("the form as it was sent", "its \(params) fields alone", "")
                : missingBody(size: 0, isDeclared: true)
        }
        return body(of: text, encoding: value["encoding"]?.string, isLabelled: false)
    }

    // MARK: Text

    /// The body of a string, decoded from base64 where it is labelled so.
    ///
    /// - Parameters:
    ///   - text: the string.
    ///   - encoding: its label.
    ///   - isLabelled: whether the specification has such a label here; else base64 is a layer that a tool put on.
    /// - Returns: the body; of base64 that is none, the text.
    private func body(of text: JSONValue, encoding: String?, isLabelled: Bool) -> Body {
        let place = source.place(of: text)
        guard let encoding, Array(encoding.utf8)[...].trimmed.isEqual(ignoringCase: "base64") else {
            return HTTPArchiveText(text).body(at: place, fields: fields, type: declaredType)
        }
        let encoded = text.contentBytes ?? Array((text.string ?? "").utf8)[...]
        let decoding = Base64.decode(encoded)
        // Firefox labels some plain text as base64 (bug 1762313).
        guard decoding.isDecoded else {
            return HTTPArchiveText(text).body(at: place, fields: fields, type: declaredType, warnings: [.badBase64])
        }
        return Body(
            bytes: decoding.bytes[...], encoded: encoded, layers: isLabelled ? [] : [.base64], wrapping: [.base64],
            place: place, warnings: decoding.isClean ? [] : [.badBase64])
    }

    // MARK: Content that is not there

    /// The body that stands in a file beside the archive, as Playwright attaches it; nil when there is none.
    ///
    /// Playwright leaves an empty text beside the name of the file.
    private var attachedBody: Body? {
        guard let file = value["_file"], let name = file.filledString, value["text"]?.filledString == nil else {
            return nil
        }
        var body = missing(
            "content in the archive", "the name of a file beside it", "; \(name) holds it", at: source.place(of: file))
        body.attachmentName = name
        return body
    }

    /// A body that the archive has no bytes of; nil when nothing says that there was one.
    private func missingBody(size: Double, isDeclared: Bool) -> Body? {
        if let comment = value["comment"]?.filledString {
            return missing("content in the archive", "none", "; its recorder says: \(comment)")
        }
        if size > 0 {
            let count = Int(exactly: size.rounded()).map(String.init) ?? "some"
            return missing(
                "\(count) bytes of content in the archive", "none",
                "; browsers drop content that was streamed or is old: record it again with the tools open")
        }
        return isDeclared ? Body(bytes: [], place: source.place(value.byteRange.lowerBound)) : nil
    }

    private func missing(_ expected: String, _ found: String, _ advice: String, at place: Place? = nil) -> Body {
        let fault = BodyFault(.bodyMissing, "expected \(expected), found \(found)\(advice)")
        return Body(bytes: [], place: place ?? source.place(value.byteRange.lowerBound), fault: fault)
    }
}
