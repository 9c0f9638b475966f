/// Something wrong in a capture that did not keep the rest of it from being read.
public struct CaptureDefect: Hashable, Sendable {
    /// A stable name, `format.what-is-wrong`: `headers-pane.unknown-heading`.
    public var id: String

    /// What was expected and what was found, in one sentence.
    public var message: String

    /// Where it stands.
    public var place: Place

    /// Its line and column, known of what stands outside any exchange: nobody keeps the bytes to count them in.
    public var location: Location?

    /// Why a container around the capture was not decoded to its end, or not soundly; nil for every other defect.
    public var fault: BodyFault?

    /// Creates a defect of an exchange.
    public init(id: String, message: String, place: Place) {
        self.id = id
        self.message = message
        self.place = place
    }

    /// Creates a defect that stands outside any exchange.
    public init(id: String, message: String, location: Location) {
        self.init(id: id, message: message, place: Place(byte: location.byte))
        self.location = location
    }
}
