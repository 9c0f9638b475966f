internal import CaptureReading
internal import Findings

/// What stands above the exchanges: facts of the capture, and where there are several of them their index and findings.
extension HTMLRenderer {
    /// Adds the overview of a capture that has been read.
    mutating func add(_ overview: CaptureOverview, of capture: Capture, options: PageOptions) {
        html.begin(.header, [.class(.overview), .own("slot", "top"), .id(overview.anchor)])
        // Of one capture alone the page's heading has the name.
        if options.showsFolders { html.element(.h2, text: overview.name(showsFolders: true)) }
        html.element(.p, .class(.facts)) { html in
            html.add(overview.facts(of: capture))
            html.text(" ")
            if options.showsSecrets {
                html.element(.b, .class(.banner, .critical), text: "SECRETS ARE SHOWN: do not share this page")
            } else {
                html.element(
                    .span, .class(.banner, .good),
                    text: overview.hidden.map { words in "redacted: \(words)" } ?? "redacted: no secret found")
            }
        }
        if let defects = overview.defects(of: capture) { add(defects) }
        if overview.entries.count > 1 {
            addIndex(of: overview)
            add(overview.findings)
        }
        let rest = overview.entries.count { entry in entry.anchor == nil }
        if rest > 0 {
            html.element(
                .p, .class(.medium),
                text: "\(rest.grouped) exchanges stand in the index alone: --only NUMBERS shows them, -v shows all.")
        }
        if overview.entries.isEmpty { html.element(.p, text: "No exchange.") }
        html.end(.header)
    }
}
