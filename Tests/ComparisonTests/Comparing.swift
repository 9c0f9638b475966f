import CaptureReading
import Comparison
import Findings
import Inspection
import Redaction
import Reporting

/// Compares captures that are texts, by the whole pipeline.
enum Comparing {
    /// The comparison of two captures.
    static func sessions(
        _ a: String, _ b: String, _ options: ComparisonOptions = ComparisonOptions()
    ) throws -> SessionComparison {
        try sessions(bytes: Array(a.utf8), Array(b.utf8), options)
    }

    /// The comparison of two captures in bytes.
    static func sessions(
        bytes a: [UInt8], _ b: [UInt8], _ options: ComparisonOptions = ComparisonOptions()
    ) throws -> SessionComparison {
        var nobody = Nobody()
        return try SessionComparer(input(a, "a.http"), input(b, "b.http"), options: options)
            .compare(for: &nobody, style: .identifier)
    }

    /// A capture in memory.
    static func input(_ bytes: [UInt8], _ path: String) -> CaptureInput {
        CaptureInput(path: path) { () throws(CaptureError) in MemorySource(bytes) }
    }

    /// Takes a comparison and writes nothing.
    private struct Nobody: ComparisonReporter {
        mutating func finish(_ comparison: SessionComparison) {}
    }
}

extension SessionComparison {
    /// Each pair with its exchanges and what became of it: `1=1`, `2~3`, `2<`, `>4`, `3 moved 1`.
    var rows: [String] {
        pairs.map { pair in
            let a = pair.a.map { digest in "\(digest.summary.number)" } ?? ""
            let b = pair.b.map { digest in "\(digest.summary.number)" } ?? ""
            switch pair.state {
            case .same: return "\(a)=\(b)"
            case .changed: return "\(a)~\(b)"
            case .moved: return "\(a) moved \(b)"
            case .onlyA: return "\(a)<"
            case .onlyB: return ">\(b)"
            }
        }
    }

    /// Each difference of all pairs: `config temperature replace`; those that loosen a filter end with `!`.
    var told: [String] {
        pairs.flatMap(\.changes).map { change in
            let loosened = change.isLoosened ? " !" : ""
            let path = change.turn?.numberA == nil && change.turn?.numberB == nil ? change.path : ""
            let turn = change.turn.map { turn in
                turn.numberA == nil && turn.numberB == nil
                    ? "" : "\(turn.numberA.map(String.init) ?? "-")>\(turn.numberB.map(String.init) ?? "-")"
            }
            return "\(change.area.rawValue) \(path)\(turn ?? "") \(change.operation.rawValue)\(loosened)"
        }
    }
}
