public import CaptureReading

/// What a search of an exchange on all ways finds: by the places and the shapes of secrets, by the words before them, and
/// in what is encoded.
public struct ExchangeSecrets: Sendable {
    /// The secrets: those that places tell in the capture's order, then the others.
    public let all: [Secret]

    /// Whether no search found anything in its bodies, be it a secret or the mark of one that was taken out: nothing in
    /// them has to be looked for again.
    public let bodiesAreClean: Bool

    /// Searches an exchange.
    ///
    /// - Parameters:
    ///   - exchange: the exchange.
    ///   - options: what counts as a secret beside the usual, and what does not.
    public init(of exchange: Exchange, _ options: RedactionOptions = RedactionOptions()) {
        let context = WalkContext(options: options)
        let found = ExchangeWalk(context).secrets(in: exchange)
        let placed = SecretScanner.secrets(in: exchange)
        bodiesAreClean = !found.standInBodies && !placed.contains(where: \.isInBody)
        let named = placed + SecretScanner.decodedCredentials(in: exchange)
        all = named.filter { secret in !context.isAllowed(secret) } + found.secrets
    }
}
