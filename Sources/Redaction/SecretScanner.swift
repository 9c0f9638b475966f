internal import ByteCoding
public import CaptureReading
internal import EventStreaming
internal import JSONReading

/// Finds the secrets of an exchange by the places that they stand in.
public enum SecretScanner {
    /// The secrets of an exchange.
    ///
    /// - Parameters:
    ///   - exchange: the exchange.
    ///   - withoutBodies: whether its bodies are passed over, since it is known that they hold none.
    /// - Returns: the secrets in the capture's order; a value that stands in two places is there twice.
    public static func secrets(in exchange: Exchange, withoutBodies: Bool = false) -> [Secret] {
        var found: [Secret] = []
        if let request = exchange.request {
            found += secrets(inTargetOf: request)
            // A pane without a URL gives `:path` as the target: one place, one secret.
            let lines = request.fields.filter { line in line.place != request.targetPlace }
            found += lines.flatMap { line in secrets(in: line, isResponse: false) }
            found += secrets(in: withoutBodies ? nil : request.body, fields: request.fields, isResponse: false)
        }
        if let response = exchange.response {
            found += response.fields.flatMap { line in secrets(in: line, isResponse: true) }
            found += secrets(in: withoutBodies ? nil : response.body, fields: response.fields, isResponse: true)
        }
        return found
    }

    /// The secrets of an exchange that stand in its headers and its bodies under no name, and have the shape of a key:
    /// somebody wrote them into a prompt, or a model into its answer, or a gateway takes them in a header of its own.
    ///
    /// - Parameters:
    ///   - exchange: the exchange.
    ///   - placed: the secrets of the same exchange that places tell; none of these is given once more.
    ///   - withoutBodies: whether its bodies are passed over, since it is known that they hold none.
    /// - Returns: the secrets of headers, then those of bodies, each value once for a header section and for a body.
    public static func shapedSecrets(
        in exchange: Exchange, beside placed: [Secret], withoutBodies: Bool = false
    ) -> [Secret] {
        let known = Set(placed.map(\.value))
        let heads =
            shapedSecrets(in: exchange.request?.fields, isResponse: false, known)
            + shapedSecrets(in: exchange.response?.fields, isResponse: true, known)
        guard !withoutBodies else { return heads }
        return heads
            + shapedSecrets(in: exchange.request?.body, isResponse: false, known)
            + shapedSecrets(in: exchange.response?.body, isResponse: true, known)
    }

    /// The secrets that have the shape of a key in a text of an answer that was put together: no event of a stream that
    /// cuts one has it.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - place: where it begins; nil where that is not known.
    ///   - known: the secrets of the same exchange that stand in it whole; none of these is given once more.
    /// - Returns: the secrets, each value once.
    public static func shapedSecrets(inAnswer text: String, at place: Place?, beside known: [Secret]) -> [Secret] {
        shapedSecrets(in: Array(text.utf8)[...], isResponse: true, beside: Set(known.map(\.value))) { _ in place }
    }

    private static func shapedSecrets(in fields: FieldLines?, isResponse: Bool, _ known: Set<String>) -> [Secret] {
        var seen = known
        return (fields ?? FieldLines()).flatMap { line -> [Secret] in
            // What has a name of a secret is told by that.
            guard SecretPlaces.kind(ofHeader: line.name) == nil else { return [] }
            let container: Secret.Container =
                isResponse ? .responseHeader(name: line.name) : .requestHeader(name: line.name)
            return SecretShapes.spans(in: Array(line.value.utf8)[...]).compactMap { span in
                seen.insert(span.value).inserted ? span.secret(in: container, textAt: line.place) : nil
            }
        }
    }

    private static func shapedSecrets(in body: Body?, isResponse: Bool, _ known: Set<String>) -> [Secret] {
        guard let body else { return [] }
        return shapedSecrets(in: body.bytes, isResponse: isResponse, beside: known) { span in
            body.place(ofByte: span.range.lowerBound)
        }
    }

    /// What has the shape of a key in a text of a message, each value once; which are known is asked where there is any.
    private static func shapedSecrets(
        in text: ArraySlice<UInt8>, isResponse: Bool, beside known: @autoclosure () -> Set<String>,
        _ place: (SecretSpan) -> Place?
    ) -> [Secret] {
        let found = SecretShapes.spans(in: text)
        guard !found.isEmpty else { return [] }
        var seen = known()
        return found.compactMap { span in
            guard seen.insert(span.value).inserted else { return nil }
            var secret = span.secret(in: .json(name: "", isResponse: isResponse), textAt: nil)
            secret.place = place(span)
            return secret
        }
    }

    /// What stands in the credentials of headers, and what those of the scheme `Basic` say when their base64 is undone: a
    /// server may repeat it alone.
    static func decodedCredentials(in exchange: Exchange) -> [Secret] {
        func secrets(in fields: FieldLines?, isResponse: Bool) -> [Secret] {
            (fields ?? FieldLines()).flatMap { line -> [Secret] in
                guard let form = SecretPlaces.name(ofHeader: line.name)?.form,
                    form == .authorization || form == .credentials
                else { return [] }
                let container: Secret.Container =
                    isResponse ? .responseHeader(name: line.name) : .requestHeader(name: line.name)
                return FieldSecrets.spans(withinCredentials: line.value).map { span in
                    var secret = span.secret(in: container, textAt: nil)
                    secret.place = line.place
                    return secret
                }
            }
        }
        return secrets(in: exchange.request?.fields, isResponse: false)
            + secrets(in: exchange.response?.fields, isResponse: true)
    }

    /// The secrets of a header line, where they stand in its value.
    static func spans(in line: FieldLine) -> [SecretSpan] {
        if let name = SecretPlaces.name(ofHeader: line.name) { return FieldSecrets.spans(in: line.value, of: name) }
        if line.isNamed("host") || line.isNamed(":authority") {
            let value = Array(line.value.utf8)
            return value.lastIndex(of: UInt8(ascii: "@")).map { at in URLSecrets.spans(ofUser: value[..<at]) } ?? []
        }
        return isURL(line) ? URLSecrets.spans(in: line.value) : URLSecrets.spans(ofURLsIn: line.value)
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

    /// Whether the value of a header is one URL, whatever characters it holds.
    private static func isURL(_ line: FieldLine) -> Bool {
        [":path", "referer", "location", "content-location"].contains(where: line.isNamed)
    }

    /// The secrets of the request's URL.
    private static func secrets(inTargetOf request: Request) -> [Secret] {
        guard let target = request.target else { return [] }
        return URLSecrets.spans(in: target).map { span in
            let container = span.name.map(Secret.Container.query) ?? .userInformation
            return span.secret(in: container, textAt: request.targetPlace)
        }
    }

    /// The secrets of a body, whatever it holds: all of it may be shown.
    private static func secrets(in body: Body?, fields: FieldLines, isResponse: Bool) -> [Secret] {
        guard let body else { return [] }
        return spans(in: body, declared: fields.mediaType(declared: body.declaredType)).map { span in
            var secret = span.secret(in: .json(name: span.name ?? "", isResponse: isResponse), textAt: nil)
            secret.place = body.place(ofByte: span.range.lowerBound)
            return secret
        }
    }

    /// The secrets of a body whose message says that it is of a type.
    static func spans(in body: Body, declared type: MediaType?) -> [SecretSpan] {
        switch body.content(declared: type) {
        case .json, .jsonLines: return JSONSecrets.spans(in: body.bytes)
        case .eventStream: return spans(inEventStream: body.bytes)
        case .awsEventStream: return spans(inAWSEventStream: body.bytes)
        case .other:
            let isForm =
                type?.essence == "application/x-www-form-urlencoded" || URLSecrets.isForm(body.bytes)
                || URLSecrets.isLooseForm(body.bytes)
            let start = body.bytes.startIndex
            let fields =
                isForm
                ? URLSecrets.spans(inForm: body.bytes).map { span in span.shifted(by: -start) }
                : MultipartFields.spans(in: body.bytes)
            return merged(fields, JSONSecrets.spans(in: body.bytes, isProse: true))
        }
    }

    /// The secrets of the payloads of messages, and of the JSON that stands in them as base64: such a string is secret
    /// as a whole.
    private static func spans(inAWSEventStream stream: ArraySlice<UInt8>) -> [SecretSpan] {
        var found: [SecretSpan] = []
        var parser = AWSEventStreamParser()
        parser.append(stream) { message in
            found += JSONSecrets.spans(in: message.payload).map { span in span.shifted(by: message.payloadOffset) }
            guard let wrapped = JSONDocument(parsing: message.payload).root?["bytes"], wrapped.kind == .string,
                let text = wrapped.contentBytes
            else { return }
            let start = message.payloadOffset + wrapped.contentRange.lowerBound
            found += JSONSecrets.spans(in: Base64.decode(text).bytes[...]).map { span in
                var span = span
                span.range = start..<start + text.count
                return span
            }
        }
        return found
    }

    /// The secrets of an event stream: where each event has its data on one line, those that stand in the lines.
    private static func spans(inEventStream stream: ArraySlice<UInt8>) -> [SecretSpan] {
        let found = JSONSecrets.spans(in: stream)
        let isCut = found.contains { span in
            stream.dropFirst(span.range.lowerBound).prefix(span.range.count).contains(where: \.isLineEnd)
        }
        guard isCut || hasDataOfSeveralLines(stream.span) else { return found }
        return merged(spans(ofEventsIn: stream), found)
    }

    /// Whether an event of a stream may have its data on several lines, which belong together.
    private static func hasDataOfSeveralLines(_ stream: Span<UInt8>) -> Bool {
        var start = 0
        var hasData = false
        while start < stream.count {
            let end = LineScan.firstLineEnd(in: stream, from: start) ?? stream.count
            // A byte order mark may stand before the first line.
            let isData = start == 0 && stream[0] == 0xEF || stream[start] == UInt8(ascii: "d")
            if end > start, isData, hasData { return true }
            hasData = end > start && (hasData || isData)
            let isCRLF =
                end + 1 < stream.count && stream[end] == UInt8(ascii: "\r") && stream[end + 1] == UInt8(ascii: "\n")
            start = end + (isCRLF ? 2 : 1)
        }
        return false
    }

    /// The secrets of what the events of a stream say, and the one that the end cut: their data may lie on several lines.
    private static func spans(ofEventsIn stream: ArraySlice<UInt8>) -> [SecretSpan] {
        var found: [SecretSpan] = []
        func scan(_ event: ServerSentEvent) {
            found += JSONSecrets.spans(in: event.data[...]).map { span in
                var span = span
                let start = event.streamOffset(ofDataByte: span.range.lowerBound)
                let last = event.streamOffset(ofDataByte: span.range.upperBound - 1)
                span.range = start..<max(start, last) + 1
                return span
            }
        }
        var parser = ServerSentEventParser()
        parser.append(stream, onEvent: scan)
        if let event = parser.finish().incompleteTail?.foldable { scan(event) }
        return found
    }

    /// Both in order, without those of the second that overlap one of the first; each is in order already.
    private static func merged(_ first: [SecretSpan], _ second: [SecretSpan]) -> [SecretSpan] {
        var merged: [SecretSpan] = []
        var rest = first[...]
        for span in second {
            let earlier = rest.prefix { other in other.range.upperBound <= span.range.lowerBound }
            merged += earlier
            rest = rest[earlier.endIndex...]
            if rest.first.map({ other in other.range.lowerBound >= span.range.upperBound }) ?? true {
                merged.append(span)
            }
        }
        return merged + rest
    }
}
