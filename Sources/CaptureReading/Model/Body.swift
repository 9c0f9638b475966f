public import JSONReading

/// The content of a request or a response: decoded as far as it can be, and beside that as the capture holds it.
public struct Body: Sendable {
    /// The content, decoded as far as it can be; empty when the capture says that there is none.
    ///
    /// Where nothing lies around it, a view into the bytes of the exchange.
    public let bytes: ArraySlice<UInt8>

    /// The bytes as the capture holds them, before any of `layers` was removed.
    public let encoded: ArraySlice<UInt8>

    /// The codings that were removed, outermost first; the last of them is the one that failed where there is a fault.
    public let layers: [BodyLayer]

    /// Where the bytes stand in the capture.
    public let places: BodyPlaces

    /// Whether the capture ends before the length that the message declares.
    public let isTruncated: Bool

    /// What is odd about how it is captured or labelled, in the order in which it was met.
    public let warnings: [BodyWarning]

    /// Why it could not be decoded to its end; nil where it was.
    public let fault: BodyFault?

    /// What the format of the capture wraps the content in, which is no layer of the message.
    private let wrapping: [BodyLayer]

    /// Whether the format of the capture wraps it in something of its own, as HAR does with base64.
    public var isWrapped: Bool { !wrapping.isEmpty }

    /// Whether the capture has none of its bytes, but what they can be worked out from: the fields of a form.
    public var isInferred: Bool { wrapping.first == .postDataParams }

    /// The media type that the capture declares for it beside the header section, verbatim: HAR does.
    public var declaredType: String?

    /// The name of the file beside the capture that holds the content; nil where the capture itself does.
    var attachmentName: String?

    /// Creates a body whose bytes the capture has as they are, or under the escapes of a JSON string.
    ///
    /// - Parameters:
    ///   - bytes: The content.
    ///   - place: Where its first byte stands; under escapes, the first byte behind the quote.
    ///   - isTruncated: Whether the capture ends before the length that the message declares.
    ///   - escapes: Where the bytes stand under escapes; nil without any.
    ///   - warnings: What is odd about it.
    ///   - fault: Why it could not be read as it should be.
    public init(
        bytes: ArraySlice<UInt8>, place: Place, isTruncated: Bool = false, escapes: EscapeMap? = nil,
        warnings: [BodyWarning] = [], fault: BodyFault? = nil
    ) {
        self.bytes = bytes
        encoded = bytes
        layers = []
        places = BodyPlaces(start: place, layers: [], escapes: escapes)
        self.isTruncated = isTruncated
        self.warnings = warnings
        self.fault = fault
        wrapping = []
    }

    /// Creates a body that was put together from pieces of the capture.
    ///
    /// - Parameters:
    ///   - bytes: The content.
    ///   - pieces: Where its bytes stand.
    ///   - isTruncated: Whether the capture ends before the length that the message declares.
    ///   - warnings: What is odd about it.
    ///   - fault: Why it could not be read as it should be.
    init(
        bytes: ArraySlice<UInt8>, pieces: PieceMap, isTruncated: Bool = false, warnings: [BodyWarning] = [],
        fault: BodyFault? = nil
    ) {
        self.bytes = bytes
        encoded = bytes
        layers = []
        places = BodyPlaces(pieces: pieces)
        self.isTruncated = isTruncated
        self.warnings = warnings
        self.fault = fault
        wrapping = []
    }

    /// Creates a body that was decoded.
    ///
    /// - Parameters:
    ///   - bytes: The content, as far as it could be decoded.
    ///   - encoded: The bytes as the capture holds them.
    ///   - layers: What was removed, outermost first.
    ///   - wrapping: What the format of the capture wraps content in, which is no layer of the message: the base64 that
    ///     a HAR marks.
    ///   - place: Where the value begins in the capture.
    ///   - isTruncated: Whether the capture ends before the length that the message declares.
    ///   - warnings: What is odd about it.
    ///   - fault: Why it could not be decoded to its end.
    public init(
        bytes: ArraySlice<UInt8>, encoded: ArraySlice<UInt8>, layers: [BodyLayer], wrapping: [BodyLayer] = [],
        place: Place, isTruncated: Bool = false, warnings: [BodyWarning] = [], fault: BodyFault? = nil
    ) {
        self.bytes = bytes
        self.encoded = encoded
        self.layers = layers
        places = BodyPlaces(start: place, layers: wrapping + layers, escapes: nil)
        self.wrapping = wrapping
        self.isTruncated = isTruncated
        self.warnings = warnings
        self.fault = fault
    }

    /// Creates a body from one whose bytes are decoded further; nothing else of it is lost.
    ///
    /// - Parameters:
    ///   - body: The body as it was.
    ///   - bytes: Its content, as far as it could be decoded.
    ///   - layers: What was removed from its bytes, outermost first.
    ///   - warnings: What is odd beside what was known.
    ///   - fault: Why it could not be decoded to its end; what was known before stays where there is none.
    init(
        _ body: Body, bytes: ArraySlice<UInt8>, removing layers: [BodyLayer] = [], warnings: [BodyWarning],
        fault: BodyFault?
    ) {
        self.bytes = bytes
        encoded = body.encoded
        self.layers = body.layers + layers
        places =
            layers.isEmpty
            ? body.places
            : BodyPlaces(start: body.place, layers: body.wrapping + body.layers + layers, escapes: nil)
        wrapping = body.wrapping
        declaredType = body.declaredType
        isTruncated = body.isTruncated
        var all = body.warnings
        for warning in warnings where !all.contains(warning) { all.append(warning) }
        self.warnings = all
        self.fault = fault ?? body.fault
    }

    /// Where the value begins that holds it.
    public var place: Place { places.start }

    /// The place of one of its bytes, counted from 0.
    public func place(ofByte offset: Int) -> Place {
        places.place(ofByte: offset)
    }
}
