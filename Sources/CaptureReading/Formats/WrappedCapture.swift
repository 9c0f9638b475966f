internal import ByteCoding
internal import JSONReading

/// A capture behind text that somebody put before it: a fence of Markdown, comments, a prompt, what a log says.
struct WrappedCapture {
    /// Where the capture begins, counted from the first byte of the head.
    let offset: Int

    /// The format of what stands there.
    let format: any CaptureFormat.Type

    /// Whether it is an event stream whose lines stand behind those of a log.
    private(set) var isLogged = false

    /// How many lines are looked at.
    private static let mostLines = 200

    /// No text before a capture on its own line is longer than this.
    private static let longestPrefix = 256

    /// Finds the first capture in a head that no format claims, or gives nil where there is none.
    ///
    /// Behind comments and in a fence, a whole JSON object is enough; behind other text the usual signs of its format
    /// have to be there: any text may hold JSON.
    init?(in head: ArraySlice<UInt8>) {
        guard !WrappedCapture.beginsJSON(head) else { return nil }
        var offset = 0
        var count = 0
        var isComment = true
        while count < WrappedCapture.mostLines, let line = TextLine(in: head, at: offset, ending: .any) {
            let text = line.text(in: head)
            if let start = LoggedStream.fieldStart(in: text), start > 0, LoggedStream.isLogged(head.dropFirst(offset)) {
                self.offset = offset
                format = EventStreamFormat.self
                isLogged = true
                return
            }
            for (index, start) in WrappedCapture.starts(in: text).enumerated() {
                let content = head.dropFirst(offset + start)
                let enough: Confidence = isComment && index == 0 ? .possible : .likely
                guard let format = WrappedCapture.format(of: content, enough: enough) else { continue }
                self.offset = offset + start
                self.format = format
                return
            }
            isComment = text.isFence || isComment && WrappedCapture.isComment(text)
            offset = line.end
            count += 1
        }
        return nil
    }

    /// Whether a text is JSON of its own, which no format wants.
    private static func beginsJSON(_ head: ArraySlice<UInt8>) -> Bool {
        let text = head.drop(while: \.isWhiteSpace)
        if text.first == UInt8(ascii: "[") { return JSONFormat.recognise(head) > .none }
        return text.first == UInt8(ascii: "{")
    }

    /// Where a capture may begin on a line: at its first letter, or at the first bracket or field behind other text.
    private static func starts(in line: ArraySlice<UInt8>) -> [Int] {
        guard let first = line.firstIndex(where: { byte in !byte.isBlank }) else { return [] }
        var starts = [first]
        let prefix = line[first...].prefix(longestPrefix)
        if let bracket = prefix.dropFirst().firstIndex(where: { byte in byte == UInt8(ascii: "{") }) {
            starts.append(bracket)
        }
        return starts.map { start in start - line.startIndex }
    }

    /// The format of a text, where the signs of one are there.
    private static func format(of text: ArraySlice<UInt8>, enough: Confidence) -> (any CaptureFormat.Type)? {
        guard let first = text.first, "{[deri:".utf8.contains(first) else { return nil }
        let claims = formats.map { format in (format: format, confidence: format.recognise(text)) }
        guard let confidence = claims.map(\.confidence).max(), confidence >= enough,
            let format = claims.first(where: { claim in claim.confidence == confidence })?.format
        else { return nil }
        if format.id == .eventStream { return hasObject(text) ? format : nil }
        if confidence >= .likely { return format }
        guard format.id == .json else { return nil }
        let root = JSONDocument(parsing: text).root
        return root?.isObject == true && root?.isUnfinished == false && root.map { root in root.count > 0 } == true
            ? format : nil
    }

    /// Whether a line says nothing of its own: it is blank, a comment or what a shell was asked.
    private static func isComment(_ line: ArraySlice<UInt8>) -> Bool {
        let text = line.trimmed
        return text.isEmpty
            || ["//", "#", "--", ";", "<!--", "/*", "*", "$ ", "% ", "> "].contains { mark in
                text.starts(with: mark.utf8)
            }
    }

    /// Whether data among the first lines of an event stream are an object: many texts have a line that begins `data:`.
    private static func hasObject(_ text: ArraySlice<UInt8>) -> Bool {
        text.prefix(longestPrefix).split(whereSeparator: \.isLineEnd).prefix(4).contains { line in
            line.dropping(prefix: "data:")?.trimmed.first == UInt8(ascii: "{")
        }
    }

    /// The formats that people put other text around; the others know of it themselves.
    private static let formats: [any CaptureFormat.Type] = [
        ClaudeTapFormat.self, ClaudeTraceFormat.self, EventStreamFormat.self, HTTPArchiveFormat.self,
        JSONFormat.self, JSONLinesFormat.self,
    ]
}
