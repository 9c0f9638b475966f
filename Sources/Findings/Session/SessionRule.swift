/// Looks at the exchanges of a capture, one after the other, for one thing that no exchange shows alone.
///
/// What it keeps of earlier exchanges is a summary of bounded size: never the exchanges.
public protocol SessionRule: DescribedRule {
    /// Begins with a capture.
    init()

    /// Its findings in the next exchange, one a place.
    mutating func findings(in exchange: InspectedExchange) -> [Finding]
}
