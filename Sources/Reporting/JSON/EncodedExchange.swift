internal import CaptureReading
internal import Conversation
internal import Findings

/// An exchange as JSON outputs show it.
struct EncodedExchange: EncodedValue {
    /// The exchange.
    let exchange: InspectedExchange

    /// What is shown beside the usual.
    let options: JSONOptions

    /// What is known of its images beside themselves, in their order.
    let imageEntries: [ImageIndex.Entry]

    func write(to writer: inout RedactingWriter) {
        let encoder = ConversationEncoder(images: exchange.images, options: options)
        writer.object { writer in
            writer.number("number", exchange.exchange.number)
            writer.place(place)
            writer.own("started_at", exchange.exchange.startedAt?.description)
            writer.number("duration_ms", exchange.exchange.duration)
            writer.captured("failure", exchange.exchange.failure)
            writeInferences(to: &writer)
            writer.member("request", request)
            writer.member("response", response)
            writer.own("dialect", exchange.conversation.dialect?.id.rawValue)
            writer.member("vendor", exchange.conversation.vendor.map(EncodedVendor.init))
            writer.member("prompt", exchange.prompt.map(encoder.encode))
            writer.member("answer", exchange.answer.map(encoder.encode))
            writer.array("images", images)
            let number = exchange.exchange.number
            writer.array(
                "findings", exchange.findings.map { finding in EncodedFinding(finding: finding, exchange: number) })
            writer.array("defects", exchange.exchange.defects.map(EncodedDefect.init))
        }
    }

    private var images: [EncodedImage] {
        zip(exchange.images, imageEntries).map { image, entry in
            EncodedImage(image: image, digest: entry.digest, first: entry.first)
        }
    }

    /// Where the exchange begins.
    private var place: Place {
        exchange.request?.place ?? exchange.response?.place ?? exchange.exchange.source.place(0)
    }

    /// Writes what was worked out; nothing when nothing was.
    private func writeInferences(to writer: inout RedactingWriter) {
        let method = exchange.request?.inferredMethod
        let latency = exchange.serverLatency
        let body = exchange.request?.body?.isInferred == true ? request?.body : nil
        guard method != nil || latency != nil || body != nil else { return }
        writer.object("inferred") { writer in
            writer.own("method", method)
            writer.number("duration_ms", latency?.milliseconds)
            writer.own("duration_from", latency?.from)
            writer.member("request_body", body)
        }
    }

    /// The request, or nil when there is none.
    var request: EncodedRequest? {
        exchange.request.map { request in
            EncodedRequest(request: request, isElided: holdsElision(isAnswer: false), showsText: options.showsRaw)
        }
    }

    /// The response, or nil when there is none.
    var response: EncodedResponse? {
        exchange.response.map { response in
            EncodedResponse(
                response: response, shape: exchange.conversation.shape, isElided: holdsElision(isAnswer: true),
                showsText: options.showsRaw)
        }
    }

    /// Whether a placeholder stands for the data of a part of the answer, or of the prompt.
    private func holdsElision(isAnswer: Bool) -> Bool {
        exchange.elidedParts.contains { part in part.isAnswer == isAnswer }
    }
}
