internal import Findings

/// Findings: the grave ones in sight, the others folded.
extension HTMLRenderer {
    /// The least severity that is in sight at first.
    private static let shown = Severity.medium

    /// Adds what was found in an exchange.
    mutating func add(_ findings: [FindingEntry]) {
        html.begin(.section, [.class(.findings)])
        html.element(.h3) { html in
            html.text("Findings")
            HTMLRenderer.add(HTMLRenderer.counts(of: findings.map(\.severity)), to: &html)
        }
        let grave = findings.filter { finding in finding.severity >= HTMLRenderer.shown }
        let rest = findings.filter { finding in finding.severity < HTMLRenderer.shown }
        html.begin(.ul)
        for finding in grave { add(finding) }
        html.end(.ul)
        if !rest.isEmpty {
            html.begin(.details, isVerbose ? [.open] : [])
            html.element(.summary) { html in
                html.text("Low and informative: \(Wording.count(rest.count, "rule"))")
            }
            html.begin(.ul)
            for finding in rest { add(finding) }
            html.end(.ul)
            html.end(.details)
        }
        html.end(.section)
    }

    /// Adds a rule with each of its places.
    private mutating func add(_ finding: FindingEntry) {
        html.begin(.li, [.class(.finding)])
        add(finding.severity, rule: finding.rule)
        html.element(.span, .class(.value), text: finding.message)
        html.begin(.span, [.class(.facts)])
        for (index, site) in finding.places.enumerated() {
            let words =
                site.line.map { line in index == 0 ? "line \(line)" : ":\(line)" } ?? (index == 0 ? "nowhere" : "-")
            html.element(.a, .class(.line), .id(site.anchor), .link(site.anchor), .tip(site.place), text: words)
            html.text(" ")
        }
        if finding.hiddenCount > 0 { html.text("and \(finding.hiddenCount) more") }
        html.end(.span)
        html.end(.li)
    }

    /// Adds what a rule found in a whole capture, with links to the exchanges.
    mutating func add(_ findings: [CaptureOverview.RuleEntry]) {
        html.begin(.section, [.class(.findings)])
        html.element(.h2) { html in
            html.text("Findings of all exchanges")
            HTMLRenderer.add(HTMLRenderer.counts(of: findings.map(\.severity)), to: &html)
        }
        html.begin(.ul)
        for finding in findings {
            html.begin(.li, [.class(.finding)])
            add(finding.severity, rule: finding.rule)
            html.element(.span, .class(.value), text: finding.message)
            html.element(.span, .class(.facts)) { html in
                html.text("\(Wording.count(finding.count, "place")) in exchange ")
                for exchange in finding.exchanges {
                    if let anchor = exchange.anchor {
                        html.element(.a, .link(anchor), text: "\(exchange.number)")
                    } else {
                        html.text("\(exchange.number)")
                    }
                    html.text(" ")
                }
                let rest = finding.exchangeCount - finding.exchanges.count
                if rest > 0 { html.text("and \(rest) more") }
            }
            html.end(.li)
        }
        html.end(.ul)
        html.end(.section)
    }

    private mutating func add(_ severity: Severity, rule: String) {
        html.element(.span, .class(.severity, HTMLClass(severity)), text: severity.rawValue)
        html.element(.a, .class(.keyed), .link(.rule(Anchor.RuleID(rule))), text: rule)
    }

    /// How many rules fired, by severity, the gravest first.
    private static func counts(of severities: [Severity]) -> [(Severity, Int)] {
        Severity.allCases.reversed().compactMap { severity in
            let count = severities.count { other in other == severity }
            return count > 0 ? (severity, count) : nil
        }
    }

    private static func add(_ counts: [(Severity, Int)], to html: inout HTMLWriter) {
        if counts.isEmpty { html.element(.span, .class(.lead, .good), text: " none") }
        for (severity, count) in counts {
            html.text(" ")
            html.element(.span, .class(.lead, HTMLClass(severity)), text: "\(count) \(severity.rawValue)")
        }
    }
}
