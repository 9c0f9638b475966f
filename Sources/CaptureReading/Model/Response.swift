/// What came back.
public struct Response: Sendable {
    /// The status code as the capture has it (0 and -1 occur), or nil when it has none.
    public var status: Int?

    /// The reason phrase, verbatim.
    public var reason: String?

    /// The protocol's version, verbatim, or nil when the capture has none.
    public var httpVersion: String?

    /// The header section.
    public var fields: FieldLines

    /// The content, or nil when the capture has no word of it.
    public var body: Body?

    /// Where the response begins.
    public var place: Place

    /// Creates a response.
    public init(
        status: Int? = nil, reason: String? = nil, httpVersion: String? = nil, fields: FieldLines = FieldLines(),
        body: Body? = nil, place: Place
    ) {
        self.status = status
        self.reason = reason
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
}
