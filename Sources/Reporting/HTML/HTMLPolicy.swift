internal import ByteCoding
internal import Crypto

/// The content security policy of a report: nothing is loaded, and only the report's own style sheet and script count.
///
/// Content Security Policy Level 3 §6.7.3.3
struct HTMLPolicy {
    /// The policy as its header would be.
    let text: String

    /// Creates the policy of a page with this style sheet and this script, byte for byte.
    init(style: [UInt8], script: [UInt8]) {
        text = [
            "default-src 'none'", "style-src '\(HTMLPolicy.hash(style))'", "script-src '\(HTMLPolicy.hash(script))'",
            "img-src data:", "base-uri 'none'", "form-action 'none'",
        ].joined(separator: "; ")
    }

    private static func hash(_ bytes: [UInt8]) -> String {
        "sha256-" + Base64.encode(Array(SHA256.hash(data: bytes)))
    }
}
