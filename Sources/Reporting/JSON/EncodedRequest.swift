internal import CaptureReading
internal import Redaction

/// A request as JSON outputs show it.
struct EncodedRequest: EncodedValue {
    /// The request.
    let request: Request

    /// Whether something in its body was replaced by a placeholder.
    let isElided: Bool

    /// Whether the text of its body is written.
    let showsText: Bool

    func write(to writer: inout RedactingWriter) {
        let inferredURL = inferredURL(with: writer.redactor)
        writer.object { writer in
            writer.captured("method", request.method ?? request.inferredMethod)
            if request.inferredMethod != nil { writer.flag("method_inferred", true) }
            writer.own("url", inferredURL ?? writer.redactor.redact(targetOf: request))
            if inferredURL != nil { writer.flag("url_inferred", true) }
            writer.captured("http_version", request.httpVersion)
            writer.array("headers", request.fields.map(EncodedFieldLine.init))
            if request.body?.isInferred != true { writer.member("body", body) }
        }
    }

    /// Its body, or nil when there is none.
    var body: EncodedBody? {
        request.body.map { body in
            EncodedBody(
                body: body, fields: request.fields, eventCount: nil, isElided: isElided, showsText: showsText)
        }
    }

    /// The URL that a target in origin form stands for, without its secrets; nil when the target is a URL itself, or
    /// no host is known.
    ///
    /// The scheme is `https` where no pseudo-header names one: APIs are not served without it.
    ///
    /// RFC 9110 §7.1
    private func inferredURL(with redactor: Redactor) -> String? {
        guard !request.hasURLTarget, let target = redactor.redact(targetOf: request),
            target.utf8.first == UInt8(ascii: "/"),
            let authority = request.fields.first(":authority") ?? request.fields.first("host"), !authority.value.isEmpty
        else { return nil }
        let scheme = redactor.redact(request.fields.value(":scheme") ?? "https")
        return "\(scheme)://\(redactor.redact(authority))\(target)"
    }
}
