internal import CaptureReading
public import Comparison
internal import JSONReading
public import Redaction

/// Writes what differs between two sessions as JSON for other programs: `unspool.diff/1`.
public struct DiffJSONReporter: ComparisonReporter {
    private let version: String
    private let write: Output
    private var redactor = Redactor.disclosing

    /// Creates a reporter.
    ///
    /// - Parameters:
    ///   - version: the version of the program, as the report names it.
    ///   - write: takes the report, piece by piece.
    public init(version: String, write: @escaping Output) {
        self.version = version
        self.write = write
    }

    /// Takes what hides the secrets of both sessions.
    public mutating func begin(_ comparison: SessionComparison, redactor: Redactor) {
        self.redactor = redactor
    }

    /// Writes the report.
    public mutating func finish(_ comparison: SessionComparison) {
        var writer = RedactingWriter(layout: .indented(by: 2), redactor: redactor)
        writer.beginObject()
        writer.own("schema", "unspool.diff/1")
        writer.tool(version: version)
        writer.member("a", EncodedSession(session: comparison.a))
        writer.member("b", EncodedSession(session: comparison.b))
        writer.member("normalised", EncodedNormalisation(hosts: comparison.options.hosts))
        let summary = comparison.summary
        writer.object("summary") { writer in
            writer.number("pairs", summary.pairs)
            writer.number("only_a", summary.onlyA)
            writer.number("only_b", summary.onlyB)
            writer.number("moved", summary.moved)
            writer.number("changed", summary.changed)
            writer.number("loosened", summary.loosened)
            guard comparison.options.scope == .growth else { return }
            writer.beginArray("begins")
            for number in comparison.beginnings { writer.number(number) }
            writer.endArray()
        }
        writer.beginArray("pairs")
        for pair in comparison.pairs {
            EncodedExchangePair(pair: pair).write(to: &writer)
            write(writer.take())
        }
        writer.endArray()
        writer.endObject()
        write(writer.take() + [UInt8(ascii: "\n")])
    }
}

/// One side of a comparison as JSON.
private struct EncodedSession: EncodedValue {
    let session: Session

    func write(to writer: inout RedactingWriter) {
        writer.object { writer in
            writer.captured("path", session.path)
            writer.own("format", session.capture.format.rawValue)
            writer.number("bytes", session.capture.byteCount)
            writer.number("exchanges", session.exchanges.count)
        }
    }
}

/// What was taken for the same though it is not, as JSON.
private struct EncodedNormalisation: EncodedValue {
    let hosts: HostMap

    func write(to writer: inout RedactingWriter) {
        writer.object { writer in
            writer.array("headers", captured: VolatileFields.names)
            writer.array("members", captured: VolatileFields.members)
            writer.object("hosts") { writer in
                for pair in hosts.pairs { writer.captured(pair.from, pair.to) }
            }
        }
    }
}
