/// A metric of a `Server-Timing` header: `db;dur=53.2;desc="cache miss"`.
///
/// https://www.w3.org/TR/server-timing
package struct ServerTiming {
    /// The metric's name, verbatim.
    package let name: String

    /// The duration in milliseconds, verbatim, or nil when it has none.
    package let duration: String?

    /// The description without its quotes, or nil when it has none.
    package let description: String?

    /// The metrics of a header's value, in order; what has no name is left out.
    package static func all(in value: String) -> [ServerTiming] {
        pieces(of: value.utf8[...], separator: UInt8(ascii: ",")).compactMap(ServerTiming.init)
    }

    /// Reads one metric.
    private init?(_ metric: Substring.UTF8View) {
        let pieces = ServerTiming.pieces(of: metric, separator: UInt8(ascii: ";"))
        guard let name = pieces.first.map(ServerTiming.trimmed), !name.isEmpty else { return nil }
        self.name = name
        let parameters = pieces.dropFirst().map(ServerTiming.parameter)
        duration = parameters.first { parameter in parameter.name == "dur" }?.value
        description = parameters.first { parameter in parameter.name == "desc" }?.value
    }

    /// What stands under a name in a description that is written like a query, as Cloudflare's is:
    /// `?proto=TCP&rtt=6736`.
    package func item(_ wanted: String) -> String? {
        let items = description?.utf8.split { byte in byte == UInt8(ascii: "?") || byte == UInt8(ascii: "&") } ?? []
        let prefix = wanted + "="
        return items.first { item in item.starts(with: prefix.utf8) }.map { item in
            String(Substring(item.dropFirst(prefix.utf8.count)))
        }
    }

    private static func parameter(_ piece: Substring.UTF8View) -> (name: String, value: String) {
        let name = piece.prefix { byte in byte != UInt8(ascii: "=") }
        let value = trimmed(piece[name.endIndex...].dropFirst())
        let isQuoted =
            value.utf8.count > 1 && value.utf8.first == UInt8(ascii: "\"") && value.utf8.last == UInt8(ascii: "\"")
        return (trimmed(name).lowercased(), isQuoted ? String(Substring(value.utf8.dropFirst().dropLast())) : value)
    }

    /// The pieces between separators that stand outside quotes.
    private static func pieces(of text: Substring.UTF8View, separator: UInt8) -> [Substring.UTF8View] {
        var isQuoted = false
        return text.split(omittingEmptySubsequences: false) { byte in
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            return byte == separator && !isQuoted
        }
    }

    private static func trimmed(_ text: Substring.UTF8View) -> String {
        let isBlank = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
        let start = text.drop(while: isBlank)
        guard let last = start.lastIndex(where: { byte in !isBlank(byte) }) else { return "" }
        return String(Substring(start[...last]))
    }
}
