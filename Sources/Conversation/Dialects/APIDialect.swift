public import CaptureReading
public import JSONReading

/// The shape of an LLM API on the wire; who serves it is another question (`Vendor`).
///
/// A dialect is one type in a file of its own and one line in `DialectCatalog`.
public protocol APIDialect: Sendable {
    /// Its name in reports.
    static var id: DialectID { get }

    /// What people call it, in a word or two.
    static var title: String { get }

    /// The hosts of the provider whose dialect it is; `*.example.com` stands for every host below `example.com` and
    /// for itself, and `a.*.example.com` for those with one label there.
    static var officialHosts: [String] { get }

    /// How sure it is that an exchange speaks it.
    static func recognise(_ evidence: DialectEvidence) -> Confidence

    /// What was asked, by the request's content (absent where it is no JSON) and its URL.
    static func prompt(of request: Payload?, url: URLComponents?) -> Prompt

    /// An assembler at the beginning of an answer; a whole answer is one payload, a streamed one several.
    static func makeAssembler() -> any MessageAssembler

    /// The same, for an answer to a request whose content is known: it may tell what a cut answer does not.
    static func makeAssembler(answering request: JSONValue) -> any MessageAssembler

    /// The text by which an event of a stream goes on with the answer; nil where the event says anything else.
    static func addedText(in event: JSONValue) -> AddedText?
}

extension APIDialect {
    /// Each event is read by itself.
    public static func addedText(in event: JSONValue) -> AddedText? { nil }

    /// An assembler that asks nothing of the request.
    public static func makeAssembler(answering request: JSONValue) -> any MessageAssembler { makeAssembler() }
}
