/// Something wrong in a capture that did not keep the rest of it from being read.
public struct CaptureDefect: Hashable, Sendable {
    /// A stable name, `format.what-is-wrong`: `headers-pane.unknown-heading`.
    public var id: String

    /// What was expected and what was found, in one sentence.
    public var message: String

    /// Where it stands.
    public var place: Place

    /// Creates a defect.
    public init(id: String, message: String, place: Place) {
        self.id = id
        self.message = message
        self.place = place
    }
}
