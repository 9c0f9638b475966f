public import CaptureReading
public import ContentDecoding
internal import Reporting

/// A capture that is to be read, perhaps more than once.
public struct CaptureInput {
    /// The path as it was given, or `-` for standard input.
    public let path: String

    /// The format to read it as, or nil to recognise it.
    public let format: CaptureFormatID?

    /// Whether it was found in a folder and not named itself: then it need not be a capture.
    public let isFromFolder: Bool

    /// How much of a body is decoded.
    public let limits: DecodingLimits

    /// The files beside the capture that bodies may be in; nil where none are known.
    private let attachments: (any Attachments)?

    private let opener: () throws(CaptureError) -> any ByteSource

    /// Creates an input; `open` gives a source at the capture's first byte each time it is called.
    public init(
        path: String, format: CaptureFormatID? = nil, isFromFolder: Bool = false,
        limits: DecodingLimits = DecodingLimits(), attachments: (any Attachments)? = nil,
        open: @escaping () throws(CaptureError) -> any ByteSource
    ) {
        self.path = path
        self.format = format
        self.isFromFolder = isFromFolder
        self.limits = limits
        self.attachments = attachments
        opener = open
    }

    /// A reader at the capture's first byte.
    public func reader() throws(CaptureError) -> CaptureReader {
        try CaptureReader(reading: opener(), as: format, limits: limits, attachments: attachments)
    }

    /// The SHA-256 of the capture's bytes, in hexadecimal.
    func digest() throws(CaptureError) -> String {
        try ContentDigest.sha256(reading: opener())
    }

    /// The text of the capture, from its first byte.
    public func text() throws(CaptureError) -> CaptureText {
        try CaptureText(reading: opener(), limits: limits)
    }
}
