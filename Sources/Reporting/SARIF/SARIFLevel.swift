internal import Findings

/// How SARIF and those who read it name a severity.
struct SARIFLevel {
    /// The severity.
    let severity: Severity

    /// The level of a result.
    ///
    /// SARIF 2.1.0 §3.27.10
    var name: String {
        switch severity {
        case .critical, .high: "error"
        case .medium: "warning"
        case .low: "note"
        case .info: "none"
        }
    }

    /// What kind of result it is: one that is no fault has no level.
    ///
    /// SARIF 2.1.0 §3.27.9
    var kind: String { severity == .info ? "informational" : "fail" }

    /// The number from 0.1 to 10 by which GitHub sorts alerts; nil for what is no fault.
    ///
    /// https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning#reportingdescriptor-object
    var securitySeverity: String? {
        switch severity {
        case .critical: "9.5"
        case .high: "8.0"
        case .medium: "5.0"
        case .low: "2.0"
        case .info: nil
        }
    }
}
