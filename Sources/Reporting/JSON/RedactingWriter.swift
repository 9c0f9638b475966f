internal import CaptureReading
internal import JSONReading
internal import Redaction

/// Writes JSON in which no captured text stands that redaction has not seen.
///
/// Members that are nil are left out: absent means not in the capture.
struct RedactingWriter {
    /// Knows the secrets of the capture that is being reported.
    var redactor: Redactor

    /// The lines and columns of the exchange that is being reported; nil outside any exchange.
    var lines: LineTable?

    private var json: JSONWriter

    /// Creates a writer with an empty buffer.
    init(layout: JSONWriter.Layout, redactor: Redactor) {
        self.redactor = redactor
        json = JSONWriter(layout: layout)
    }

    /// Hands out what was written since the last time.
    mutating func take() -> [UInt8] { json.take() }

    // MARK: Containers

    /// Begins an object that outlasts the call; as a member where it has a name.
    mutating func beginObject(_ name: String? = nil) {
        if let name { json.key(name) }
        json.beginObject()
    }

    /// Ends the object begun last.
    mutating func endObject() { json.endObject() }

    /// Begins an array that outlasts the call.
    mutating func beginArray(_ name: String) {
        json.key(name)
        json.beginArray()
    }

    /// Ends the array begun last.
    mutating func endArray() { json.endArray() }

    /// Writes an object; as a member where it has a name.
    mutating func object(_ name: String? = nil, _ members: (inout RedactingWriter) -> Void) {
        beginObject(name)
        members(&self)
        endObject()
    }

    /// Writes a member that is an array of values.
    mutating func array(_ name: String, _ values: [some EncodedValue]) {
        beginArray(name)
        for value in values { value.write(to: &self) }
        endArray()
    }

    /// Writes a member that is an array of captured strings.
    mutating func array(_ name: String, captured texts: [String]) {
        beginArray(name)
        for text in texts { json.string(redactor.redact(text)) }
        endArray()
    }

    /// Writes a member that is an array of captured values, verbatim but for secrets.
    mutating func array(_ name: String, captured values: [JSONValue]) {
        beginArray(name)
        for value in values { RedactedValue(value, name: name, redactor: redactor).write(to: &json) }
        endArray()
    }

    /// Writes an element that is a number.
    mutating func number(_ number: Int) { json.int(number) }

    // MARK: Members

    /// Writes the member that names the program.
    mutating func tool(version: String) {
        object("tool") { writer in
            writer.own("name", "unspool")
            writer.own("version", version)
        }
    }

    /// Writes a member.
    mutating func member(_ name: String, _ value: (some EncodedValue)?) {
        guard let value else { return }
        json.key(name)
        value.write(to: &self)
    }

    /// Writes a member whose text comes from the capture.
    mutating func captured(_ name: String, _ text: String?) {
        guard let text else { return }
        own(name, redactor.redact(text))
    }

    /// Writes a member whose text comes from the capture, and hands out what was written whenever that is a piece.
    mutating func captured(_ name: String, _ text: String?, handingOutTo write: Output) {
        guard let text else { return }
        json.key(name)
        json.string(redactor.redact(text), handingOutTo: write)
    }

    /// Writes a member whose text is bytes of the capture, and hands out what was written as above.
    mutating func captured(_ name: String, bytes: ArraySlice<UInt8>?, handingOutTo write: Output) {
        guard let bytes else { return }
        json.key(name)
        json.string(redactor.pieces(of: bytes), handingOutTo: write)
    }

    /// Writes a member whose text is the program's own, or has been redacted.
    mutating func own(_ name: String, _ text: String?) {
        guard let text else { return }
        json.key(name)
        json.string(text)
    }

    /// Writes a member that is a number.
    mutating func number(_ name: String, _ number: Int?) {
        guard let number else { return }
        json.key(name)
        json.int(number)
    }

    /// Writes a member that is a finite number, without a fraction where it has none.
    mutating func number(_ name: String, _ number: Double?) {
        guard let number, number.isFinite else { return }
        json.key(name)
        if let whole = Int(exactly: number) { json.int(whole) } else { json.number(lexeme: number.description) }
    }

    /// Writes a member that is true or false.
    mutating func flag(_ name: String, _ flag: Bool?) {
        guard let flag else { return }
        json.key(name)
        json.bool(flag)
    }

    /// Writes a member that is null: none, or looked for and not known.
    mutating func null(_ name: String) {
        json.key(name)
        json.null()
    }

    /// Writes a member that is a captured value, verbatim but for secrets.
    mutating func captured(_ name: String, value: JSONValue?) {
        guard let value else { return }
        json.key(redactor.redact(name))
        RedactedValue(value, name: name, redactor: redactor).write(to: &json)
    }

    /// Writes a member that is a value without its secrets.
    mutating func shown(_ name: String, _ value: RedactedValue) {
        json.key(name)
        value.write(to: &json)
    }

    /// Writes a member under the provider's name: the value, or an array of them where the pieces of a stream each
    /// said their own.
    mutating func captured(_ name: String, values: [JSONValue]) {
        guard values.count != 1 else { return captured(name, value: values.first) }
        json.key(redactor.redact(name))
        json.beginArray()
        for value in values { RedactedValue(value, name: name, redactor: redactor).write(to: &json) }
        json.endArray()
    }

    /// Writes where something stands in the capture; outside any exchange only the byte is known.
    mutating func place(_ place: Place?) {
        guard let place else { return }
        if let lines {
            location(lines.location(of: place))
        } else {
            object("at") { writer in writer.number("byte", place.byte) }
        }
        within(place.within)
    }

    /// Writes where something stands in a decoded value; nothing for what the capture has as it is.
    mutating func within(_ place: DecodedPlace?) {
        guard let place else { return }
        object("within") { writer in
            writer.array("layers", captured: place.layers.map(\.rawValue))
            writer.number("byte", place.byte)
        }
    }

    /// Writes where something stands in the capture; nothing where that is not known.
    mutating func location(_ location: Location?, as name: String = "at") {
        guard let location else { return }
        object(name) { writer in
            writer.number("line", location.line)
            writer.number("column", location.column)
            writer.number("byte", location.byte)
        }
    }
}
