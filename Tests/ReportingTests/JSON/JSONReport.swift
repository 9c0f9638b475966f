import CaptureReading
import JSONReading
import Redaction
import Reporting
import TestSupport
import Testing

/// The JSON report of a capture, read back.
struct JSONReport {
    let text: String
    let root: JSONValue

    /// Inspects a capture and reads its report, which must be one whole JSON document with a line feed behind it.
    init(
        of capture: InspectedCapture, options: JSONOptions = JSONOptions(), path: String = "a.http",
        style: Redactor.Style = .identifier
    ) throws {
        let sink = Sink()
        var reporter = InspectJSONReporter(layout: .document, options: options, version: "1.2.3", write: sink.write)
        capture.report(to: &reporter, path: path, style: style)
        reporter.finish()
        text = sink.text
        root = try whole(sink.bytes)
        #expect(text.hasSuffix("}\n"))
    }

    init(of text: String, options: JSONOptions = JSONOptions(), style: Redactor.Style = .identifier) throws {
        try self.init(of: InspectedCapture(text), options: options, style: style)
    }

    /// The first exchange.
    var exchange: JSONValue {
        get throws { try #require(root["captures"]?[0]?["exchanges"]?[0]) }
    }

    /// A value below the first exchange, on one line.
    func compact(_ names: String...) throws -> String {
        var value = try exchange
        for name in names { value = try #require(Int(name).map { value[$0] } ?? value[name], "\(name)") }
        return spelled(value)
    }

    /// Whether the first exchange has a value at this path.
    func has(_ names: String...) throws -> Bool {
        var value: JSONValue? = try exchange
        for name in names { value = Int(name).map { value?[$0] } ?? value?[name] }
        return value != nil
    }
}

/// A text that must be one whole JSON document.
func whole(_ bytes: [UInt8]) throws -> JSONValue {
    let document = JSONDocument(parsing: bytes)
    try #require(document.isComplete, "\(String(describing: document.fault))")
    return try #require(document.root)
}

/// A value as compact JSON.
func spelled(_ value: JSONValue) -> String {
    var writer = JSONWriter()
    writer.value(value)
    return String(decoding: writer.take(), as: UTF8.self)
}
