internal import Conversation
internal import Findings
internal import ImageValidation
internal import MediaFinding
internal import Redaction

/// Says in a line what became of a medium.
struct ExtractWording {
    /// Takes the secrets out of what is captured.
    let redactor: Redactor

    /// The facts: the file, what is in it, and where it comes from.
    func facts(of extracted: ExtractedMedium) -> [Inline] {
        let medium = extracted.medium
        let place = Preview(of: redactor.redact(medium.source), columns: 60).inline(.faint)
        let from = Inline("exchange \(extracted.exchange)", .faint)
        return [name(of: extracted)] + content(of: extracted) + [from, place]
    }

    private func name(of extracted: ExtractedMedium) -> Inline {
        switch extracted.state {
        case .written, .planned: Inline(extracted.file ?? "", .strong)
        case .again: Inline("\(extracted.file ?? "") again", .faint)
        case .elided: Inline("elided", .severity(.medium))
        case .empty: Inline("empty", .faint)
        case .skipped: Inline("skipped", .severity(.medium))
        case .exists: Inline("exists already", .severity(.high))
        case .failed: Inline("not written", .severity(.high))
        }
    }

    private func content(of extracted: ExtractedMedium) -> [Inline] {
        let medium = extracted.medium
        let declared = redactor.redact(medium.blob.declaredType ?? "no declared type")
        guard let bytes = medium.bytes else {
            let size = extracted.image?.estimate.map { estimate in
                let about = "about \(Wording.size(estimate.byteCounts.upperBound))"
                return Inline(estimate.count == 1 ? about : "one of \(estimate.count), together \(about)")
            }
            return [Inline(declared)] + (size.map { size in [size] } ?? [])
        }
        guard let report = extracted.image?.report else {
            return [Inline(declared), Inline(Wording.size(bytes.count))]
        }
        if extracted.state == .again { return [Inline(Wording.size(bytes.count))] }
        let mismatch = extracted.image?.actualType == nil ? [] : [Inline("declared \(declared)", .severity(.medium))]
        return [Inline(ImageWords.kind(of: report)), Inline(Wording.size(bytes.count)), ImageWords.verdict(on: report)]
            + mismatch
    }
}
