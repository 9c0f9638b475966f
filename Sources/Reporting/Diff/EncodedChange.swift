internal import CaptureReading
internal import Comparison
internal import JSONReading

/// A difference as `unspool.diff/1` shows it.
struct EncodedChange: EncodedValue {
    /// The difference.
    let change: Change

    func write(to writer: inout RedactingWriter) {
        let redactor = writer.redactor
        writer.object { writer in
            writer.own("area", change.area.rawValue)
            writer.captured("path", change.path)
            writer.own("op", change.operation.rawValue)
            if let turn = change.turn {
                EncodedChange.write(turn, change, to: &writer)
            } else {
                if let from = change.from { ShownValue(from, redactor).write("from", to: &writer) }
                if let to = change.to { ShownValue(to, redactor).write("to", to: &writer) }
            }
            if change.isLoosened { writer.flag("loosened", true) }
            if let image = change.image { EncodedChange.write(image, to: &writer) }
            writer.location(change.locationA, as: "at_a")
            writer.location(change.locationB, as: "at_b")
        }
    }

    private static func write(_ turn: TurnChange, _ change: Change, to writer: inout RedactingWriter) {
        let words = turn.shown(writer.redactor)
        writer.captured("role", turn.role)
        writer.number("turn_a", turn.numberA)
        writer.number("turn_b", turn.numberB)
        writer.number("answer_of", turn.answerOf)
        if change.from != nil { writer.own("from", words.from) }
        if change.to != nil { writer.own("to", words.to) }
        guard change.operation == .replace else { return }
        writer.array(
            "words", WordDifference(from: words.from, to: words.to).pieces.map(EncodedPiece.init))
    }

    private static func write(_ image: ImageChange, to writer: inout RedactingWriter) {
        writer.object("image") { writer in
            writer.own("relation", image.relation.rawValue)
            writer.number("differing_share", image.differingShare.map(EncodedChange.rounded))
            writer.number("mean_error", image.meanError.map(EncodedChange.rounded))
            writer.number("hash_distance", image.hashDistance)
        }
    }

    /// A measure with four digits behind its point.
    private static func rounded(_ number: Double) -> Double {
        (number * 10_000).rounded() / 10_000
    }
}

/// A stretch of two texts as JSON; its text has been redacted with the texts.
private struct EncodedPiece: EncodedValue {
    let piece: WordDifference.Piece

    func write(to writer: inout RedactingWriter) {
        writer.object { writer in
            writer.own("in", piece.kind == .same ? "both" : piece.kind == .removed ? "a" : "b")
            writer.own("text", piece.text)
        }
    }
}
