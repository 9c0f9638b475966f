internal import CaptureReading
internal import Comparison
internal import Findings
internal import Redaction

/// Both sides of a difference, and what is measured of it.
struct ChangeSides {
    /// The first side.
    let from: ComparedSide

    /// The second side.
    let to: ComparedSide

    /// What is measured.
    let notes: [Inline]

    /// Takes a difference, and the images of it where it is one of images.
    init(_ change: Change, _ redactor: Redactor, isWhole: Bool, _ pictures: PairExtras.Pictures?) {
        let words = ChangeSides.words(change, redactor)
        let marked: (from: MarkedText, to: MarkedText)? =
            if let from = words.from, let to = words.to {
                ChangeSides.isMeasure(change)
                    ? (MarkedText(allOf: from), MarkedText(allOf: to))
                    : MarkedText.sides(from: from, to: to, isWhole: isWhole)
            } else { nil }
        let absent = change.area == .config || change.area == .safety ? "default" : "none"
        func side(_ picture: Picture?, _ marked: MarkedText?, _ text: String?, _ line: Int?) -> ComparedSide {
            if let picture { return ComparedSide(content: .picture(picture), line: line) }
            guard let text else { return ComparedSide(content: .absent(absent)) }
            return ComparedSide(content: .text(marked ?? MarkedText(allOf: CutText(text).text)), line: line)
        }
        from = side(pictures?.from, marked?.from, words.from, change.locationA?.line)
        to = side(pictures?.to, marked?.to, words.to, change.locationB?.line)
        notes = ChangeSides.notes(on: change)
    }

    /// Whether a value counts as a whole: a number of which a digit differs is another number.
    private static func isMeasure(_ change: Change) -> Bool {
        switch (change.from, change.to) {
        case (.number, .number), (.content, .content): change.turn == nil
        default: false
        }
    }

    private static func words(_ change: Change, _ redactor: Redactor) -> (from: String?, to: String?) {
        guard let turn = change.turn else {
            return (
                change.from.map { value in ShownValue(value, redactor).spread },
                change.to.map { value in ShownValue(value, redactor).spread }
            )
        }
        let words = turn.shown(redactor)
        return (change.from == nil ? nil : words.from, change.to == nil ? nil : words.to)
    }

    private static func notes(on change: Change) -> [Inline] {
        var notes: [Inline] = []
        if case .number(let from) = change.from, case .number(let to) = change.to, change.area == .usage,
            let percent = DiffRow.percent(from, to)
        {
            notes.append(Inline(percent))
        }
        guard let image = change.image else { return notes }
        switch image.relation {
        case .samePixels: notes.append(Inline("same pixels, other bytes", .good))
        case .differentPixels: break
        case .differentSize: notes.append("other size")
        case .differentBytes: notes.append("other bytes, pixels not compared")
        }
        if let share = image.differingShare, image.relation == .differentPixels {
            notes.append(Inline("\(Tenths(thousandths: Int((share * 100_000).rounded()))) % of pixels differ"))
        }
        if let error = image.meanError, image.relation == .differentPixels {
            notes.append(Inline("mean error \(Tenths(thousandths: Int((error * 1000).rounded()))) of 255"))
        }
        if let distance = image.hashDistance, image.relation != .samePixels {
            notes.append(Inline("perceptual distance \(distance) of 64"))
        }
        return notes
    }
}
