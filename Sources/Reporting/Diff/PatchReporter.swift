internal import CaptureReading
public import Comparison
public import Findings
internal import JSONReading
public import Redaction

/// Writes, for each pair of JSON bodies that differ, the operations that make the second of the first: a line each, with the
/// numbers of both exchanges and the part that the body is of.
///
/// The operations are between the bodies without their secrets. Streams are no documents, and have none.
///
/// RFC 6902
public struct PatchReporter: ComparisonReporter {
    private let write: Output
    private var redactor = Redactor.disclosing
    private var lines: [Line] = []

    private struct Line {
        let order: (Int, Int)
        let bytes: [UInt8]
    }

    /// Creates a reporter that hands its lines to `write`.
    public init(write: @escaping Output) {
        self.write = write
    }

    /// Takes what hides the secrets of both sessions.
    public mutating func begin(_ comparison: SessionComparison, redactor: Redactor) {
        self.redactor = redactor
    }

    /// Keeps the operations of a pair.
    public mutating func add(_ pair: PairComparison, _ first: InspectedExchange, _ second: InspectedExchange) {
        let bodies = [
            ("request", first.request?.body, second.request?.body),
            ("response", first.response?.body, second.response?.body),
        ]
        for (part, from, to) in bodies {
            guard let before = document(of: from), let after = document(of: to) else { continue }
            let patch = JSONPatch(from: before, to: after)
            guard !patch.operations.isEmpty else { continue }
            let order = (first.exchange.number, second.exchange.number)
            lines.append(Line(order: order, bytes: PatchReporter.line(order, part, patch)))
        }
    }

    /// Writes the lines.
    public mutating func finish(_ comparison: SessionComparison) {
        let sorted = lines.enumerated().sorted { left, right in
            (left.element.order.0, left.element.order.1, left.offset)
                < (right.element.order.0, right.element.order.1, right.offset)
        }
        for line in sorted { write(line.element.bytes) }
    }

    /// A body as a document without its secrets; nil where it is no whole JSON document.
    private func document(of body: Body?) -> JSONValue? {
        guard let body, !body.bytes.isEmpty else { return nil }
        let document = JSONDocument(parsing: body.bytes)
        guard document.isComplete, let root = document.root, root.isObject || root.isArray else { return nil }
        guard redactor.style != .disclosed else { return root }
        var json = JSONWriter()
        RedactedValue(root, redactor: redactor).write(to: &json)
        return JSONDocument(parsing: json.take()).root
    }

    private static func line(_ numbers: (a: Int, b: Int), _ part: String, _ patch: JSONPatch) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.key("a")
        json.int(numbers.a)
        json.key("b")
        json.int(numbers.b)
        json.key("part")
        json.string(part)
        json.key("patch")
        json.beginArray()
        for operation in patch.operations {
            json.beginObject()
            json.key("op")
            json.string(operation.operation.rawValue)
            json.key("path")
            json.string(operation.path.description)
            if let value = operation.value {
                json.key("value")
                json.value(value)
            }
            json.endObject()
        }
        json.endArray()
        json.endObject()
        return json.take() + [UInt8(ascii: "\n")]
    }
}
