public import CaptureReading
internal import EventStreaming
internal import JSONReading

/// Finds the secrets of an exchange by the places that they stand in.
public enum SecretScanner {
    /// The secrets in the capture's order; a value that stands in two places is there twice.
    public static func secrets(in exchange: Exchange) -> [Secret] {
        var found: [Secret] = []
        if let request = exchange.request {
            found += secrets(inTargetOf: request)
            // A pane without a URL gives `:path` as the target: one place, one secret.
            let lines = request.fields.filter { line in line.place != request.targetPlace }
            found += lines.flatMap { line in secrets(in: line, isResponse: false) }
            found += secrets(in: request.body, fields: request.fields, isResponse: false)
        }
        if let response = exchange.response {
            found += response.fields.flatMap { line in secrets(in: line, isResponse: true) }
            found += secrets(in: response.body, fields: response.fields, isResponse: true)
        }
        return found
    }

    /// The secrets of a header line, where they stand in its value.
    static func spans(in line: FieldLine) -> [SecretSpan] {
        if let name = SecretPlaces.name(ofHeader: line.name) { return FieldSecrets.spans(in: line.value, of: name) }
        return holdsURL(line) ? URLSecrets.spans(in: line.value) : []
    }

    private static func secrets(in line: FieldLine, isResponse: Bool) -> [Secret] {
        let container: Secret.Container
        if SecretPlaces.kind(ofHeader: line.name) == nil {
            container = .url(header: line.name, isResponse: isResponse)
        } else {
            container = isResponse ? .responseHeader(name: line.name) : .requestHeader(name: line.name)
        }
        return spans(in: line).map { span in span.secret(in: container, textAt: line.place) }
    }

    /// Whether the value of a header is a URL: by its name, or because it begins as one.
    private static func holdsURL(_ line: FieldLine) -> Bool {
        [":path", "referer", "location", "content-location"].contains(where: line.isNamed)
            || ["https://", "http://"].contains { scheme in
                Substring(line.value.utf8.prefix(scheme.utf8.count)).lowercased() == scheme
            }
    }

    /// The secrets of the request's URL.
    private static func secrets(inTargetOf request: Request) -> [Secret] {
        guard let target = request.target else { return [] }
        return URLSecrets.spans(in: target).map { span in
            let container = span.name.map(Secret.Container.query) ?? .userInformation
            return span.secret(in: container, textAt: request.targetPlace)
        }
    }

    /// The secrets of a body: of a JSON document, of the events of a stream, of a form.
    private static func secrets(in body: Body?, fields: FieldLines, isResponse: Bool) -> [Secret] {
        guard let body else { return [] }
        var found: [Secret] = []
        func add(_ spans: [SecretSpan], place: (Int) -> Place) {
            found += spans.map { span in
                var secret = span.secret(in: .json(name: span.name ?? "", isResponse: isResponse), textAt: nil)
                secret.place = place(span.range.lowerBound)
                return secret
            }
        }
        let type = fields.mediaType
        switch body.content(declared: type) {
        case .json: scanDocuments(in: body.bytes) { spans in add(spans, place: body.place(ofByte:)) }
        case .eventStream:
            scanEvents(of: body, add)
            let start = body.place
            found.sort { left, right in (left.place ?? start) < (right.place ?? start) }
        case .other:
            guard type?.essence == "application/x-www-form-urlencoded" else { return [] }
            let start = body.bytes.startIndex
            add(URLSecrets.spans(inForm: body.bytes)) { offset in body.place(ofByte: offset - start) }
        }
        return found
    }

    /// Scans what the events of a stream say, the one that the end cut, and JSON that stands between them.
    private static func scanEvents(of body: Body, _ add: ([SecretSpan], (Int) -> Place) -> Void) {
        func scan(_ event: ServerSentEvent) {
            add(JSONSecrets.spans(in: JSONDocument(parsing: event.data))) { offset in
                body.place(ofByte: event.streamOffset(ofDataByte: offset))
            }
        }
        var parser = ServerSentEventParser()
        parser.append(body.bytes, onEvent: scan)
        let end = parser.finish()
        if let event = end.incompleteTail?.foldable { scan(event) }
        for run in end.ignoredRuns {
            scanDocuments(in: body.bytes.dropFirst(run.lowerBound).prefix(run.count)) { spans in
                add(spans) { offset in body.place(ofByte: run.lowerBound + offset) }
            }
        }
    }

    /// Scans a JSON document and those that stand behind it, as JSON Lines has them; offsets count from the first.
    private static func scanDocuments(in bytes: ArraySlice<UInt8>, _ add: ([SecretSpan]) -> Void) {
        var start = 0
        while true {
            let document = JSONDocument(parsing: bytes.dropFirst(start))
            add(JSONSecrets.spans(in: document, at: start))
            guard case .trailingContent(let offset) = document.fault, offset > 0 else { return }
            start += offset
        }
    }
}
