/// What was sent.
public struct Request: Sendable {
    /// The method, verbatim, or nil when the capture has none.
    public var method: String?

    /// The target as it was captured: a whole URL, or the origin form of a request line (`/v1/models`).
    ///
    /// RFC 9112 §3.2
    public var target: String?

    /// Whether the capture's format has whole URLs as targets: then one in origin form was not sent so, and nothing can
    /// be concluded from it.
    public var hasURLTarget: Bool

    /// Where the target stands.
    public var targetPlace: Place?

    /// The protocol's version, verbatim, or nil when the capture has none.
    public var httpVersion: String?

    /// The header section.
    public var fields: FieldLines

    /// The content, or nil when the capture has no word of it.
    public var body: Body?

    /// Where the request begins.
    public var place: Place

    /// Creates a request.
    public init(
        method: String? = nil, target: String? = nil, hasURLTarget: Bool = false, targetPlace: Place? = nil,
        httpVersion: String? = nil,
        fields: FieldLines = FieldLines(), body: Body? = nil, place: Place
    ) {
        self.method = method
        self.target = target
        self.hasURLTarget = hasURLTarget
        self.targetPlace = targetPlace
        self.httpVersion = httpVersion
        self.fields = fields
        self.body = body
        self.place = place
    }

    /// The media type of the content: as the capture declares it, else as the header section does; nil where neither
    /// names one.
    public var mediaType: MediaType? {
        fields.mediaType(declared: body?.declaredType)
    }

    /// The method that a capture without one allows to conclude: content is sent by POST.
    public var inferredMethod: String? {
        guard method == nil, let body, !body.bytes.isEmpty else { return nil }
        return "POST"
    }

    /// The target's components.
    public var url: URLComponents? {
        target.map(URLComponents.init(splitting:))
    }

    /// The host that the request went to, without its port, in lower case: of the target, else of `:authority` or
    /// `Host`.
    public var host: String? {
        url?.host ?? [":authority", "host"].lazy.compactMap(fields.value).first.map(URLComponents.host(ofAuthority:))
    }
}
