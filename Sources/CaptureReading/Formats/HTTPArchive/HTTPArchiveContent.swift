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

    /// What is wrong with how it is stored.
    private(set) var defects: [CaptureDefect] = []

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
    /// - Parameters:
    ///   - entry: the entry, in which some recorders keep messages of a stream beside the content.
    ///   - isExpected: whether the status and the method are those of a response with content.
    /// - Returns: the body; nil where nothing says that there was one.
    mutating func responseBody(of entry: JSONValue?, isExpected: Bool = false) -> Body? {
        declared(storedResponseBody(of: entry, isExpected: isExpected))
    }

    /// The body of a request.
    mutating func requestBody() -> Body? {
        declared(storedRequestBody())
    }

    /// A body with the media type that the archive declares for it.
    private func declared(_ body: Body?) -> Body? {
        var body = body
        body?.declaredType = declaredType
        return body
    }

    private mutating func storedResponseBody(of entry: JSONValue?, isExpected: Bool) -> Body? {
        if let attached = attachedBody { return attached }
        let text = value["text"].flatMap { text in text.kind == .string ? text : nil }
        let size = HTTPArchiveNumber.value(value["size"]) ?? 0
        let isLost = text.map { text in text.contentRange.isEmpty && size > 0 } ?? true
        if isLost, let stream = HTTPArchiveStream(entry?["_eventSourceMessages"]) {
            return stream.body(in: source)
        }
        guard let text, !isLost else {
            let isDeclared = text != nil || value["size"] != nil || declaredType != nil
            let isUnknown = isExpected && isDeclared && text == nil && !isSizeKnown
            return missingBody(size: size, isDeclared: isDeclared, isUnknown: isUnknown)
        }
        return body(of: text, isSent: false)
    }

    private mutating func storedRequestBody() -> Body? {
        if let attached = attachedBody { return attached }
        guard let text = value["text"], text.kind == .string,
            !text.contentRange.isEmpty || (value["params"]?.count ?? 0) == 0
        else { return HTTPArchiveForm(value["params"]).map(formBody) ?? missingBody(size: 0, isDeclared: true) }
        return body(of: text, isSent: true)
    }

    /// The body of a form whose text is not there: written anew where there is one way to write it.
    private func formBody(_ form: HTTPArchiveForm) -> Body {
        let type = fields.mediaType(declared: declaredType)
        if type?.essence == "application/x-www-form-urlencoded" { return form.body(in: source) }
        return missing("the form as it was sent", form.summary, "")
    }

    /// Whether the archive says how long the content is: -1 stands for what a recorder does not know.
    private var isSizeKnown: Bool { HTTPArchiveNumber.value(value["size"]).map { size in size >= 0 } ?? false }

    // MARK: Text

    /// The body of a string, decoded from base64 where it is labelled so.
    ///
    /// - Parameters:
    ///   - text: the string.
    ///   - isSent: whether it was sent: the specification has no label there, and base64 is a layer that a tool put on.
    /// - Returns: the body; of base64 that is none, the text.
    private mutating func body(of text: JSONValue, isSent: Bool) -> Body {
        let place = source.place(of: text)
        guard isLabelledBase64 else { return textBody(text, isSent: isSent) }
        let encoded = text.contentBytes ?? Array((text.string ?? "").utf8)[...]
        let decoding = Base64.decode(encoded)
        if let flaw = decoding.flaws.first {
            let flaws = decoding.flaws.map(\.description).joined(separator: ", and ")
            let rest = decoding.isDecoded ? "decoded all the same" : "the content is taken for text"
            defects.append(
                CaptureDefect(
                    id: "har.base64", message: "\(flaws); \(rest)",
                    place: text.hasEscapes ? place : place.advanced(by: flaw.offset)))
        }
        // Firefox labels some plain text as base64 (bug 1762313).
        guard decoding.isDecoded else { return textBody(text, isSent: isSent, warnings: [.badBase64]) }
        let cut = decoding.flaws.first { flaw in flaw.kind == .truncated }.map { flaw in
            BodyFault(.truncated, "\(flaw); export the archive again", offset: flaw.offset, layer: .base64)
        }
        return Body(
            bytes: decoding.bytes[...], encoded: encoded, layers: isSent ? [.base64] : [], wrapping: [.base64],
            place: place, warnings: decoding.isClean ? [] : [.badBase64], fault: cut)
    }

    /// The body of a string that is text, or bytes that a recorder took for text.
    private func textBody(_ text: JSONValue, isSent: Bool, warnings: [BodyWarning] = []) -> Body {
        let body = HTTPArchiveText(text).body(
            at: source.place(of: text), fields: fields, type: declaredType, warnings: warnings)
        guard HTTPArchiveText.isLossy(body.bytes, isSent: isSent) else { return body }
        return Body(body, bytes: body.bytes, warnings: [.mangledText], fault: nil)
    }

    /// Whether the content is marked as base64, in whatever case.
    private var isLabelledBase64: Bool {
        value["encoding"]?.string.map { label in Array(label.utf8)[...].trimmed.isEqual(ignoringCase: "base64") }
            ?? false
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

    /// A body that the archive has no bytes of; nil when nothing says that there was one, by its size, which is 0 where
    /// the archive has none, or otherwise.
    ///
    /// It is `isUnknown` where nothing says that it was empty and it hardly can be.
    private func missingBody(size: Double, isDeclared: Bool, isUnknown: Bool = false) -> Body? {
        if let comment = value["comment"]?.filledString {
            return missing("content in the archive", "none", "; its recorder says: \(comment)")
        }
        if size > 0 {
            let count = Int(exactly: size.rounded()).map(String.init) ?? "some"
            return missing(
                "\(count) bytes of content in the archive", "none",
                "; browsers drop content that was streamed or is old: record it again with the tools open")
        }
        if isUnknown { return missing("content in the archive, or its size", "neither", "; its recorder kept none") }
        // Firefox marks what it has no content of.
        let warnings: [BodyWarning] = isLabelledBase64 && value["text"]?.string == nil ? [.badBase64] : []
        let place = source.place(value.byteRange.lowerBound)
        return isDeclared ? Body(bytes: [], place: place, warnings: warnings) : nil
    }

    private func missing(_ expected: String, _ found: String, _ advice: String, at place: Place? = nil) -> Body {
        let fault = BodyFault(.bodyMissing, "expected \(expected), found \(found)\(advice)")
        return Body(bytes: [], place: place ?? source.place(value.byteRange.lowerBound), fault: fault)
    }
}
