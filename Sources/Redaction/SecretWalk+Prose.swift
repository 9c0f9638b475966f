internal import ByteCoding
internal import JSONReading

extension SecretWalk {
    /// Walks through a text that is no JSON from its beginning: prose, a form, a page, a message with its head.
    ///
    /// A line that begins with a bracket may begin a JSON document, and one that begins with `data:` an event stream;
    /// documents are one stream too, be there words between them or, as logs have it, before each on its line.
    mutating func walkProse(_ text: ArraySlice<UInt8>, _ map: TextMap, depth: Int) {
        if URLSecrets.isForm(text) {
            let start = text.startIndex
            hide(accepted(URLSecrets.spans(inForm: text)).map { span in span.shifted(by: -start) }, map, .placed)
        } else if URLSecrets.isRelative(text) {
            hide(accepted(URLSecrets.spans(in: String(keepingOffsetsOf: text))), map, .placed)
        }
        // Where documents stand, whose strings are looked into by themselves.
        var documentRanges = RangeSet<Int>()
        var proseStart = text.startIndex
        var line = text.startIndex
        var dataLines = 0
        var documents = DocumentRun()
        while line < text.endIndex {
            if text[line...].starts(with: SecretWalk.dataField) { dataLines += 1 }
            if text[line] == UInt8(ascii: "{") || text[line] == UInt8(ascii: "["), depth < WalkContext.depth {
                let document = JSONDocument(parsing: text[line...])
                if let root = document.root, document.endOffset > 2, !root.isUnfinished {
                    walkWords(text[proseStart..<line], map.part(at: proseStart - text.startIndex), depth: depth)
                    let inner = map.part(at: line - text.startIndex)
                    walkValue(root, place: JSONPlace(), inner, depth: depth)
                    documents.add(root, inner)
                    let start = line - text.startIndex
                    documentRanges.insert(contentsOf: start..<start + document.endOffset)
                    line += document.endOffset
                    proseStart = line
                    continue
                }
                // What began in what is no document is none either.
                line += document.endOffset
            }
            let end = SecretWalk.endOfLine(in: text, from: line)
            if let (root, start) = SecretWalk.document(behindWordsOf: text[line..<end]) {
                documents.add(root, map.part(at: start - text.startIndex))
            }
            line = end
        }
        finish(&documents)
        hideOptions(in: text, outside: documentRanges, map)
        walkWords(text[proseStart...], map.part(at: proseStart - text.startIndex), depth: depth)
        if dataLines > 1 { walkEvents(text, map, depth: depth) }
    }

    /// The document that stands behind the first words of a line, and the index at which it begins.
    ///
    /// Data of events is none: it is read as what it is.
    private static func document(behindWordsOf line: ArraySlice<UInt8>) -> (root: JSONValue, start: Int)? {
        guard !line.starts(with: dataField) else { return nil }
        var rest = line
        while let brace = rest.firstIndex(of: UInt8(ascii: "{")) {
            rest = rest[(brace + 1)...]
            guard rest.first(where: { byte in !byte.isBlank }) == UInt8(ascii: "\"") else { continue }
            let document = JSONDocument(parsing: line[brace...])
            guard let root = document.root, !root.isUnfinished else { return nil }
            return (root, brace)
        }
        return nil
    }

    /// Walks through the lines of an event stream that are no data: what stands before, between and behind streams, and
    /// the values of other fields, comments among them.
    mutating func walkOtherLines(of stream: ArraySlice<UInt8>, _ map: TextMap, depth: Int) {
        var start: Int?
        var line = stream.startIndex
        while line < stream.endIndex {
            let end = SecretWalk.endOfLine(in: stream, from: line)
            let field = SecretWalk.fields.first(where: stream[line...].starts)
            let isProse = field == nil && !stream[line].isLineEnd
            if !isProse, let first = start {
                walkProse(stream[first..<line], map.part(at: first - stream.startIndex), depth: depth)
                start = nil
            } else if isProse, start == nil {
                start = line
            }
            if let field, field != SecretWalk.dataField {
                walkField(
                    stream[(line + field.count)..<end], map.part(at: line + field.count - stream.startIndex), depth)
            }
            line = end
        }
        guard let start else { return }
        walkProse(stream[start...], map.part(at: start - stream.startIndex), depth: depth)
    }

    /// Walks through the value of a field that is no data; most are the names of events, which repeat.
    private mutating func walkField(_ value: ArraySlice<UInt8>, _ map: TextMap, _ depth: Int) {
        guard !isBarren(value, depth: depth) else { return }
        let foundBefore = foundCount
        walkProse(value, map, depth: depth)
        if foundCount == foundBefore { barren.insert(value, depth: depth) }
    }

    /// What the lines of an event stream begin with.
    ///
    /// WHATWG HTML §9.2.5
    private static let fields = [dataField] + ["event:", "id:", "retry:", ":"].map { name in Array(name.utf8) }

    /// The index behind the line end of the line that begins at an index: LF, CRLF or CR.
    private static func endOfLine(in text: ArraySlice<UInt8>, from line: Int) -> Int {
        guard let found = LineScan.firstLineEnd(in: text.span, from: line - text.startIndex) else {
            return text.endIndex
        }
        let end = found + text.startIndex
        return text[end...].starts(with: "\r\n".utf8) ? end + 2 : end + 1
    }

    /// Notes the secrets that documents which follow each other have in pieces, and begins anew.
    mutating func finish(_ documents: inout DocumentRun) {
        if documents.isStream { joinPieces(of: documents.texts, isStream: true) }
        documents = DocumentRun()
    }

    private static let dataField = Array("data:".utf8)

    /// Finds the secrets of a text that is one URL.
    mutating func hideURL(_ url: ArraySlice<UInt8>) {
        let text = String(keepingOffsetsOf: url)
        hide(accepted(URLSecrets.spans(in: text) + URLSecrets.relayKeys(in: text)), .identity, .placed)
    }

    /// Finds what stands in a text between its words: secrets by name and by shape, and what is encoded there.
    mutating func walkWords(_ text: ArraySlice<UInt8>, _ map: TextMap, depth: Int) {
        guard text.count >= SecretIndex.shortest else { return }
        hide(placedSpans(in: text), map, .placed)
        hide(SecretShapes.spans(in: text), map, .shaped)
        hide(personalSpans(in: text), map, .personal)
        walkPercentEncoded(text, map, depth: depth)
        walkBase64(text, map, depth: depth)
    }

    /// The secrets of a text whose places are told by words before them.
    func placedSpans(in text: ArraySlice<UInt8>) -> [SecretSpan] {
        accepted(
            ProsePlaces.spans(in: text, context.options) + JSONSecrets.spans(in: text, isProse: true)
                + MultipartFields.spans(in: text))
    }

    /// What names a person or a machine in a text.
    func personalSpans(in text: ArraySlice<UInt8>) -> [SecretSpan] {
        guard context.options.hidesPeople else { return [] }
        return PersonalData.spans(in: text, isFull: context.options.hidesPersonalData)
    }

    /// Whether a secret stands under no name that is to be kept.
    func isAccepted(_ span: SecretSpan) -> Bool {
        guard !context.options.allowed.isEmpty, let name = span.name else { return true }
        return !context.options.allowed.contains(SecretPlaces.foldedMember(name))
    }

    /// Those that stand under no name that is to be kept.
    private func accepted(_ spans: [SecretSpan]) -> [SecretSpan] {
        context.options.allowed.isEmpty ? spans : spans.filter(isAccepted)
    }
}
