internal import Comparison
internal import Findings

/// A pair of exchanges as `unspool.diff/1` shows it.
struct EncodedExchangePair: EncodedValue {
    /// The pair.
    let pair: PairComparison

    func write(to writer: inout RedactingWriter) {
        writer.object { writer in
            EncodedExchangePair.write("a", pair.a?.summary.number, to: &writer)
            EncodedExchangePair.write("b", pair.b?.summary.number, to: &writer)
            writer.own("state", pair.state.rawValue)
            writer.number("score", pair.score.map { score in (score * 100).rounded() / 100 })
            writer.own("why", pair.reason?.rawValue)
            writer.number("moved_from_before", pair.movedFromBefore)
            writer.captured("model", (pair.b ?? pair.a)?.summary.model)
            writer.member("input_tokens", EncodedSides(pair.a?.inputTokens, pair.b?.inputTokens))
            writer.member("output_tokens", EncodedSides(pair.a?.outputTokens, pair.b?.outputTokens))
            writer.member("duration_ms", EncodedDurations(pair.a?.summary.duration, pair.b?.summary.duration))
            if !pair.credentials.isEmpty {
                writer.array("credentials", pair.credentials.map(EncodedCredential.init))
            }
            if !pair.uncompared.isEmpty { writer.array("not_compared", captured: pair.uncompared) }
            if pair.isUnread { writer.flag("unread", true) }
            writer.array("changes", pair.changes.map(EncodedChange.init))
        }
    }

    private static func write(_ name: String, _ number: Int?, to writer: inout RedactingWriter) {
        if number == nil { writer.null(name) }
        writer.number(name, number)
    }
}
