/// A form in which people have captured traffic.
///
/// A format is one type in a file of its own and one line in `CaptureFormatCatalog`.
package protocol CaptureFormat: Sendable {
    /// Its name.
    static var id: CaptureFormatID { get }

    /// How sure it is that a capture is of this format, judged by its first bytes (at most `CaptureReader.headSize`).
    ///
    /// A byte order mark has been taken off. Every input is met by every format: a recogniser never throws.
    static func recognise(_ head: ArraySlice<UInt8>) -> Confidence

    /// A reader at the beginning of a capture.
    static func makeReader() -> any ExchangeReader

    /// A reader at the beginning of a capture that stands in other text: behind comments, or in a fence of Markdown.
    static func makeWrappedReader() -> any ExchangeReader

    /// How captures of this format hold bodies.
    static var storage: BodyStorage { get }
}

extension CaptureFormat {
    /// Most know where they end.
    package static func makeWrappedReader() -> any ExchangeReader { makeReader() }

    /// Most hold what was sent.
    package static var storage: BodyStorage { .asSent }
}
