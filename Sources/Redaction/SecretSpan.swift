internal import CaptureReading

/// A secret in a text, and the bytes of the text that it takes.
struct SecretSpan: Equatable, Sendable {
    /// What it is.
    var kind: Secret.Kind

    /// The value, its encoding undone.
    var value: String

    /// Where it stands in the text, in bytes from its beginning.
    var range: Range<Int>

    /// The name of the parameter or member that it is the value of, or nil when it has none of its own.
    var name: String?

    /// Whether values that are no secrets stand in places of this name too.
    var hasOrdinaryName: Bool

    /// Whether nothing but its look says that it is secret.
    var isGuess = false

    /// The secret of a capture that this is, in a text that begins at a place.
    func secret(in container: Secret.Container, textAt start: Place?) -> Secret {
        let place = start.map { start in start.advanced(by: range.lowerBound) }
        return Secret(
            kind: kind, value: value, container: container, place: place, hasOrdinaryName: hasOrdinaryName,
            isGuess: isGuess)
    }

    /// The same in a text that begins so many bytes earlier.
    func shifted(by distance: Int) -> SecretSpan {
        var span = self
        span.range = range.lowerBound + distance..<range.upperBound + distance
        return span
    }
}

extension SecretSpan {
    /// The secret that a slice of a text is; its range is that of the slice.
    init(_ kind: Secret.Kind, _ slice: ArraySlice<UInt8>, name: String? = nil) {
        self.init(
            kind: kind, value: String(decoding: slice, as: UTF8.self), range: slice.startIndex..<slice.endIndex,
            name: name, hasOrdinaryName: false)
    }
}
