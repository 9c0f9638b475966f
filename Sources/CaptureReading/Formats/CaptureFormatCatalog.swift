/// Every capture format that is read, by name.
public enum CaptureFormatCatalog {
    /// The formats.
    package static let all: [any CaptureFormat.Type] = [
        AWSEventStreamFormat.self,
        ClaudeTapFormat.self,
        ClaudeTraceFormat.self,
        CopyAsCurlFormat.self,
        CopyAsPowerShellFormat.self,
        CurlTraceFormat.self,
        CurlVerboseFormat.self,
        EventStreamFormat.self,
        HTTPArchiveFormat.self,
        HeadersPaneFormat.self,
        HTTPMessageFormat.self,
        JSONFormat.self,
        JSONLinesFormat.self,
    ]

    /// The names of the formats, in alphabetical order.
    public static let names: [CaptureFormatID] = all.map { format in format.id }

    /// The format of a name, or nil when there is none.
    package static func format(_ id: CaptureFormatID) -> (any CaptureFormat.Type)? {
        all.first { format in format.id == id }
    }

    /// The format that claims a capture with the most confidence, or nil when none does; of equals the first in the
    /// list.
    static func recognise(_ head: ArraySlice<UInt8>) -> (any CaptureFormat.Type)? {
        claim(head)?.format
    }

    /// That format, and how sure it is.
    static func claim(_ head: ArraySlice<UInt8>) -> (format: any CaptureFormat.Type, confidence: Confidence)? {
        let claims = all.map { format in (format: format, confidence: format.recognise(head)) }
        guard let best = claims.map(\.confidence).max(), best > .none else { return nil }
        return claims.first { claim in claim.confidence == best }
    }
}
