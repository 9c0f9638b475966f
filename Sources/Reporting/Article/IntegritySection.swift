internal import CaptureReading
internal import Conversation
internal import Findings

/// Shows whether what was captured is all that was sent: lengths, codings, warnings, defects, and what is missing.
struct IntegritySection {
    /// What the article is about.
    let writer: ArticleWriter

    private var exchange: InspectedExchange { writer.exchange }
    private var wording: Wording { writer.wording }

    /// The section.
    var section: ArticleSection {
        let problems = warnings + defects
        let missing = self.missing
        let lead =
            problems.isEmpty
            ? Inline(missing.isEmpty ? "nothing odd" : "\(Wording.count(missing.count, "thing")) missing", .faint)
            : Inline(Wording.count(problems.count, "remark"), .severity(.medium))
        return ArticleSection(
            .integrity, lead: [lead], isOpen: false,
            bodies + lengths + table(of: problems, "Remarks", ["Line", "What"]) + missing.map(ArticleBlock.note))
    }

    private func table(of rows: [ArticleTable.Row], _ caption: String, _ headings: [String]) -> [ArticleBlock] {
        rows.isEmpty ? [] : [.table(ArticleTable(caption: caption, headings: headings, rows: rows))]
    }

    // MARK: Bodies

    private var bodies: [ArticleBlock] {
        let rows = [("request", exchange.request?.body), ("response", exchange.response?.body)].compactMap(row)
        return table(of: rows, "Bodies", ["Body", "Size", "Removed layers", "As captured", "State", "SHA-256"])
    }

    private func row(_ name: String, _ body: Body?) -> ArticleTable.Row? {
        guard let body else { return nil }
        let layers = body.layers.map { layer in wording.captured(layer.rawValue) }.joined(separator: ", ")
        return ArticleTable.Row(cells: [
            Inline(name), Inline("\(body.bytes.count.grouped) B"), Inline(layers.isEmpty ? "none" : layers),
            Inline("\(body.encoded.count.grouped) B"), state(of: body),
            Inline(ContentDigest.sha256(body.bytes), .faint),
        ])
    }

    private func state(of body: Body) -> Inline {
        if let fault = body.fault {
            return Inline("\(fault.kind.rawValue): \(wording.captured(fault.message))", .severity(.medium))
        }
        if body.isTruncated { return Inline("ends before its declared length", .severity(.medium)) }
        let warnings = body.warnings.map(\.rawValue).joined(separator: ", ")
        return warnings.isEmpty ? Inline("whole", .good) : Inline(warnings, .severity(.medium))
    }

    // MARK: Lengths

    private var lengths: [ArticleBlock] {
        let words = DetailSections(exchange: exchange, wording: wording)
        let rows = [("request", exchange.requestLength), ("response", exchange.responseLength)].compactMap {
            name, length in
            length.map { length in
                let sum = words.arithmetic(length)
                return ArticleTable.Row(cells: [
                    Inline(name), Inline(sum ?? "Content-Length \(length.declared.grouped) = captured bytes"),
                    sum == nil
                        ? Inline(sign: "✓", .good)
                        : length.isExplained ? Inline("explained") : Inline(sign: "✗", .severity(.medium)),
                    writer.lineCell(length.place),
                ])
            }
        }
        return table(of: rows, "Lengths", ["Message", "Arithmetic", "Verdict", "Line"])
    }

    // MARK: Remarks

    private var warnings: [ArticleTable.Row] {
        (exchange.answer?.warnings ?? []).map { warning in
            ArticleTable.Row(cells: [writer.lineCell(warning.place), Inline(wording.captured(warning.message))])
        }
    }

    private var defects: [ArticleTable.Row] {
        exchange.exchange.defects.map { defect in
            ArticleTable.Row(cells: [writer.lineCell(defect.place), Inline(wording.captured(defect.message))])
        }
    }

    /// What other captures have and this one has not.
    private var missing: [Inline] {
        var missing: [Inline] = []
        if exchange.request == nil { missing.append("No request in the capture.") }
        if exchange.response == nil { missing.append("No response in the capture.") }
        if exchange.request?.inferredMethod != nil { missing.append("No method in the capture: it was concluded.") }
        if exchange.exchange.duration == nil {
            let clocks = exchange.serverLatency.map { latency in " By the servers' clocks: \(latency.words)." } ?? ""
            missing.append(Inline("No timings in the capture.\(clocks)"))
        }
        let elided = exchange.elidedParts.count
        if elided > 0 {
            missing.append(Inline("\(Wording.count(elided, "placeholder")) for data that were taken out."))
        }
        return missing
    }
}
