public import CaptureReading
public import Findings
public import Redaction

/// Keeps the findings of a run that count; the exchanges are not kept.
public struct FindingCollector: Reporter {
    private let policy: CheckPolicy
    private let folder: String?
    private var redactor = Redactor.disclosing
    private var captures: [CheckedCapture] = []
    private var findings: [CheckedFinding] = []
    private var occurrences: [String: Int] = [:]
    private var match: BaselineMatch

    /// Creates a collector.
    ///
    /// - Parameters:
    ///   - policy: what counts.
    ///   - folder: the folder that paths are told relative to, absolute; nil to tell them as they were given.
    public init(policy: CheckPolicy = CheckPolicy(), folder: String? = nil) {
        self.policy = policy
        self.folder = folder
        match = BaselineMatch(policy.baseline, day: policy.day)
    }

    /// Begins a capture.
    public mutating func begin(_ capture: CaptureHeading, redactor: Redactor) {
        self.redactor = redactor
        occurrences = [:]
        let path = ArtifactPath(redactor.redact(capture.path), in: folder)
        captures.append(CheckedCapture(path: path.text, format: capture.format))
    }

    /// Keeps the findings of an exchange that count.
    public mutating func add(_ exchange: InspectedExchange) {
        let index = captures.count - 1
        captures[index].exchangeCount += 1
        let path = captures[index].path
        for finding in exchange.findings
        where policy.counts(finding, host: exchange.request?.host, path: path) {
            let place = redactor.redact(finding.logicalPlace)
            let fingerprint = FindingFingerprint.of(rule: finding.rule, place: place)
            occurrences[fingerprint, default: 0] += 1
            let key = BaselineEntry.Key(path: path, rule: finding.rule, fingerprint: fingerprint)
            findings.append(
                CheckedFinding(
                    rule: finding.rule, name: finding.name, severity: finding.severity,
                    message: redactor.redact(finding.message), capture: index, exchange: exchange.exchange.number,
                    logicalPlace: place, fingerprint: fingerprint, occurrence: occurrences[fingerprint, default: 1],
                    location: finding.place.map(exchange.location), within: finding.place?.within,
                    verdict: match.verdict(on: key)))
        }
    }

    /// Ends a capture.
    public mutating func end(_ capture: Capture) {}

    /// Every capture has been read.
    public mutating func finish() {}

    /// What was found so far.
    public var result: CheckResult {
        let rules = RuleCatalog.descriptors.filter(policy.isActive)
        return CheckResult(captures: captures, findings: findings, rules: rules, match: match)
    }
}
