internal import ByteCoding

/// Commands of PowerShell, as the developer tools of browsers copy them: requests alone.
///
///     $session = New-Object Microsoft.PowerShell.Commands.WebRequestSession
///     $session.UserAgent = "Mozilla/5.0"
///     Invoke-WebRequest -UseBasicParsing -Uri "https://example.com/v1/models" `
///     -WebSession $session `
///     -Headers @{
///     "accept"="*/*"
///     }
///
/// https://learn.microsoft.com/powershell/module/microsoft.powershell.utility/invoke-webrequest
enum CopyAsPowerShellFormat: CaptureFormat {
    /// The name `copy-as-powershell`.
    static let id = CaptureFormatID.copyAsPowerShell

    /// The most lines that set variables before the command.
    private static let longestPreamble = 256

    /// Certain for a command behind nothing but lines that set variables; likely for a session alone.
    static func recognise(_ head: ArraySlice<UInt8>) -> Confidence {
        var confidence = Confidence.none
        var offset = 0
        for _ in 0..<longestPreamble {
            guard let line = TextLine(in: head, at: offset, ending: .any) else { break }
            let text = line.text(in: head)
            offset = line.end
            if text.trimmed.isEmpty || text.isFence || text.trimmed.first == UInt8(ascii: "#") { continue }
            let tokens = PowerShellStatement(text.prefix(CurlCommandStart.reach), at: Place(byte: 0)).tokens[...]
            if let command = CopyAsPowerShellReader.command(in: tokens) {
                return command.count > 1 ? .certain : confidence
            }
            guard let first = tokens.first, first.isVariable else { break }
            if tokens.contains(where: { token in token.text.hasSuffix("WebRequestSession") }) { confidence = .likely }
        }
        return confidence
    }

    /// A reader of commands.
    static func makeReader() -> any ExchangeReader {
        CopyAsPowerShellReader()
    }
}

extension CaptureFormatID {
    /// Commands of PowerShell.
    public static let copyAsPowerShell = CaptureFormatID(rawValue: "copy-as-powershell")
}
