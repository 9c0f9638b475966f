/// A JSON text, read once: a tape of its values over its own bytes.
///
/// Reading never fails. Order, duplicate names, the text of numbers and the bytes of strings stay as they are; what the
/// grammar forbids ends the reading with a fault, behind everything read so far. Offsets count bytes from the start of
/// the text. A byte order mark at the start is skipped.
///
/// RFC 8259
public struct JSONDocument: Sendable {
    let tape: JSONTape

    /// Why reading stopped early; nil when the text is one JSON value with nothing but white space around it.
    public let fault: JSONFault?

    /// What was tolerated on the way.
    public let flaws: JSONFlaws

    /// How deep containers may be nested: far deeper than any API nests them, and a bound on the memory that a hostile
    /// text can have for its open brackets.
    public static let defaultDepthLimit = 1_024

    /// The most bytes a text can have: offsets take 32 bits.
    package static let byteLimit = Int(UInt32.max)

    /// Reads a text.
    ///
    /// - Parameters:
    ///   - bytes: the text, kept as it is for as long as the document or one of its values lives.
    ///   - depthLimit: how many containers may be open at once; one more is the fault `.tooDeep`.
    public init(parsing bytes: ArraySlice<UInt8>, depthLimit: Int = JSONDocument.defaultDepthLimit) {
        self.init(parsing: bytes, depthLimit: depthLimit, byteLimit: Self.byteLimit)
    }

    /// Reads a text.
    ///
    /// - Parameters:
    ///   - bytes: the text, kept as it is for as long as the document or one of its values lives.
    ///   - depthLimit: how many containers may be open at once; one more is the fault `.tooDeep`.
    public init(parsing bytes: [UInt8], depthLimit: Int = JSONDocument.defaultDepthLimit) {
        self.init(parsing: bytes[...], depthLimit: depthLimit)
    }

    /// Reads a text of limited size.
    ///
    /// - Parameters:
    ///   - bytes: the text.
    ///   - depthLimit: how many containers may be open at once.
    ///   - byteLimit: how many bytes are read at all, at most `JSONDocument.byteLimit`; a longer text is the fault
    ///     `.tooLarge` and has no values.
    package init(parsing bytes: ArraySlice<UInt8>, depthLimit: Int, byteLimit: Int) {
        guard bytes.count <= byteLimit else {
            tape = JSONTape(bytes: bytes, nodes: [])
            fault = .tooLarge(limit: byteLimit, byteCount: bytes.count)
            flaws = []
            return
        }
        var builder = JSONTapeBuilder(depthLimit: depthLimit)
        tape = JSONTape(bytes: bytes, nodes: builder.read(bytes.span))
        fault = builder.fault
        flaws = builder.flaws
    }

    /// The text as it was handed in.
    public var bytes: ArraySlice<UInt8> { tape.bytes }

    /// The values in the order of their first bytes; see `JSONNode` for how they hang together.
    package var nodes: [JSONNode] { tape.nodes }

    /// The value; nil when the text has none, not even the beginning of one.
    public var root: JSONValue? { tape.nodes.isEmpty ? nil : JSONValue(tape: tape, index: 0) }

    /// Whether the text is one JSON value with nothing but white space around it.
    public var isComplete: Bool { fault == nil }

    /// The offset behind the value, where trailing bytes begin; 0 when there is no value.
    public var endOffset: Int { tape.nodes.first.map { Int($0.end) } ?? 0 }
}
