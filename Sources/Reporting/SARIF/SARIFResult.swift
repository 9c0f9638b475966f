internal import CaptureReading
internal import Findings
internal import JSONReading

/// A finding as SARIF tells it: never with a snippet, which might hold a secret.
///
/// SARIF 2.1.0 §3.27, `result`
struct SARIFResult {
    /// The finding.
    let finding: CheckedFinding

    /// The path of its capture.
    let path: ArtifactPath

    /// The place of its rule among those of the run; nil when it is not among them.
    let ruleIndex: Int?

    /// Writes the object.
    func write(to json: inout JSONWriter) {
        let level = SARIFLevel(severity: finding.severity)
        json.beginObject()
        json.member("ruleId", finding.rule)
        if let ruleIndex { json.member("ruleIndex", ruleIndex) }
        json.member("kind", level.kind)
        json.member("level", level.name)
        json.key("message")
        json.beginObject()
        // Braces would be read as placeholders, and brackets as links.
        json.member("text", SARIFResult.plain(SafeText.escape(finding.message)))
        json.endObject()
        json.key("locations")
        json.beginArray()
        writeLocation(to: &json)
        json.endArray()
        json.key("partialFingerprints")
        json.beginObject()
        json.member("primaryLocationLineHash", "\(finding.fingerprint):\(finding.occurrence)")
        json.member("unspool/v1", finding.fingerprint)
        json.endObject()
        writeSuppression(to: &json)
        json.endObject()
    }

    private func writeLocation(to json: inout JSONWriter) {
        json.beginObject()
        json.key("physicalLocation")
        json.beginObject()
        json.key("artifactLocation")
        json.beginObject()
        json.member("uri", path.uri)
        if path.isRelative { json.member("uriBaseId", "%SRCROOT%") }
        json.endObject()
        json.key("region")
        json.beginObject()
        json.member("startLine", finding.location?.line ?? 1)
        if let column = finding.location?.column { json.member("startColumn", column) }
        json.endObject()
        json.endObject()
        json.key("logicalLocations")
        json.beginArray()
        json.beginObject()
        json.member(
            "fullyQualifiedName", SafeText.escape("exchange[\(finding.exchange)].\(finding.logicalPlace)"))
        json.endObject()
        json.endArray()
        json.endObject()
    }

    /// Says that the finding was accepted, and why.
    ///
    /// SARIF 2.1.0 §3.35, `suppression`
    private func writeSuppression(to json: inout JSONWriter) {
        guard case .accepted(let entry) = finding.verdict else { return }
        json.key("suppressions")
        json.beginArray()
        json.beginObject()
        json.member("kind", "external")
        json.member("status", "accepted")
        json.member("justification", entry.reason)
        json.endObject()
        json.endArray()
    }

    /// A message in which nothing is a placeholder or a link.
    ///
    /// SARIF 2.1.0 §3.11.5 and §3.11.6
    private static func plain(_ text: String) -> String {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "{"), UInt8(ascii: "}"): bytes += [byte, byte]
            case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
