internal import CaptureReading
internal import Conversation
internal import Findings

/// The lines of both header sections by name, and what stands before them under the names that HTTP/2 gives it.
///
/// RFC 9113 §8.3
struct HeaderFacets {
    /// The facets of the request.
    let request: [Facet]

    /// The facets of the response.
    let response: [Facet]

    /// Whether there are lines of the request at all: a capture may have none.
    let hasRequestLines: Bool

    /// Whether there are lines of the response at all.
    let hasResponseLines: Bool

    /// Reads an exchange.
    init(_ exchange: InspectedExchange, hosts: HostMap) {
        request =
            HeaderFacets.head(of: exchange, hosts: hosts)
            + HeaderFacets.lines(exchange.requestFields, before: "")
        let status = exchange.response?.status.map { status in
            Facet(.headers, ":status", .number(status), at: exchange.response?.place)
        }
        response =
            [status].compactMap { facet in facet }
            + HeaderFacets.lines(exchange.responseFields, before: "response.")
        hasRequestLines = !exchange.requestFields.isEmpty
        hasResponseLines = !exchange.responseFields.isEmpty
    }

    /// Whether a facet is a line of a section, which may be missing from a capture as a whole.
    static func isLine(_ facet: Facet) -> Bool {
        !facet.path.hasPrefix(":")
    }

    /// Method, host and target.
    private static func head(of exchange: InspectedExchange, hosts: HostMap) -> [Facet] {
        guard let request = exchange.request else { return [] }
        let place = request.targetPlace ?? request.place
        var facets: [Facet] = []
        if let method = request.method ?? request.inferredMethod {
            facets.append(Facet(.headers, ":method", .text(method), at: request.place))
        }
        if let host = request.host {
            var hasher = ContentHasher()
            hasher.append(hosts.mapped(host))
            facets.append(Facet(.headers, ":authority", .text(host), at: place, hash: hasher.finish()))
        }
        if let url = request.url {
            var hasher = ContentHasher()
            hasher.append(PathTemplate(of: url.path, model: exchange.prompt?.model).text)
            hasher.append(url.query)
            let bare = Request(target: request.target, hasURLTarget: request.hasURLTarget, place: request.place)
            facets.append(Facet(.headers, ":path", .target(bare), at: place, hash: hasher.finish()))
        }
        return facets
    }

    /// The lines that say something of the session: those of framing, of the moment and of the connection do not.
    private static func lines(_ fields: FieldLines, before prefix: String) -> [Facet] {
        let facets = fields.compactMap { line -> Facet? in
            let name = line.name.lowercased()
            guard !name.hasPrefix(":"), !VolatileFields.isVolatile(name) else { return nil }
            return Facet(.headers, prefix + name, .field(line), at: line.place)
        }
        return Facet.numbered(facets)
    }
}
