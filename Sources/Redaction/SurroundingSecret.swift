public import CaptureReading

/// A secret that stands between the exchanges of a capture.
public struct SurroundingSecret: Sendable {
    /// The secret.
    public let secret: Secret

    /// Where it stands.
    public let location: Location

    /// Creates a secret that stands at a location.
    public init(secret: Secret, location: Location) {
        self.secret = secret
        self.location = location
    }

    /// The secrets of a text that begins at a location of the capture.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - start: where it begins.
    ///   - options: what counts as a secret.
    /// - Returns: the secrets in the order of the text; those of what is encoded stand where the text begins.
    public static func all(
        in text: ArraySlice<UInt8>, at start: Location, _ options: RedactionOptions = .report
    ) -> [SurroundingSecret] {
        let secrets = SurroundingText.secrets(in: text, at: start.byte, options)
        guard !secrets.isEmpty else { return [] }
        let lines = LineTable(ExchangeSource(bytes: text, start: start))
        return secrets.map { secret in
            let location = secret.place.map { place in lines.location(of: place) } ?? start
            return SurroundingSecret(secret: secret, location: location)
        }
    }
}
