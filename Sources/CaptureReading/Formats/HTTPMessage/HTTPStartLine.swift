internal import ByteCoding

/// The first line of an HTTP/1.x message.
///
/// RFC 9112 §2.1
enum HTTPStartLine: Equatable {
    /// A request line; the target's range counts from the line's first byte.
    case request(method: String, target: Range<Int>, version: String)

    /// A status line; the reason is nil where there is none.
    case response(version: String, status: Int, reason: String?)

    /// No method is longer than this, nor a version, nor the spaces around a target.
    ///
    /// A line that is no start line is refused after a bounded number of bytes, however long it is.
    private static let longestToken = 32

    /// No host and port are longer than this.
    private static let longestAuthority = 512

    /// Reads a line without its LF, or gives nil when it is no start line.
    ///
    /// A version needs no minor number (`HTTP/2`), a target may hold spaces, and a reason may be missing. A CR at the end
    /// is half of a line end, of which the capture may have cut the LF.
    init?(_ line: ArraySlice<UInt8>) {
        let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
        guard let read = HTTPStartLine.statusLine(line) ?? HTTPStartLine.requestLine(line) else { return nil }
        self = read
    }

    /// Whether a text may be the beginning of a request line: a method, a space, and a target's beginning.
    static func isRequestBeginning(_ text: ArraySlice<UInt8>) -> Bool {
        let method = text.prefix(longestToken).prefix { byte in byte != UInt8(ascii: " ") }
        let target = text.dropFirst(method.count).drop { byte in byte == UInt8(ascii: " ") }
        return method.isToken && target.startIndex > method.endIndex && isTarget(target, of: method)
    }

    /// Reads `HTTP/1.1 200 OK`.
    ///
    /// RFC 9112 §4
    private static func statusLine(_ line: ArraySlice<UInt8>) -> HTTPStartLine? {
        guard line.first == UInt8(ascii: "H") else { return nil }
        let version = line.prefix(longestToken).prefix { byte in byte != UInt8(ascii: " ") }
        guard isVersion(version) else { return nil }
        let behind = withoutLeadingSpaces(line.dropFirst(version.count))
        let code = behind.prefix(4).prefix(while: \.isDigit)
        let rest = behind.dropFirst(code.count)
        guard code.count == 3, rest.first.map(\.isBlank) ?? true,
            let status = Int(String(decoding: code, as: UTF8.self))
        else { return nil }
        let reason = rest.trimmed
        return .response(
            version: String(decoding: version, as: UTF8.self), status: status,
            reason: reason.isEmpty ? nil : String(decoding: reason, as: UTF8.self))
    }

    /// Reads `POST /v1/messages HTTP/1.1`.
    ///
    /// RFC 9112 §3
    private static func requestLine(_ line: ArraySlice<UInt8>) -> HTTPStartLine? {
        let line = line.last == UInt8(ascii: " ") ? line.dropLast() : line
        // Most lines of most bodies are told apart by their last byte.
        guard let last = line.last, last.isDigit else { return nil }
        let method = line.prefix(longestToken).prefix { byte in byte != UInt8(ascii: " ") }
        let version =
            line.suffix(longestToken).lastIndex(of: UInt8(ascii: " ")).map { space in line[(space + 1)...] } ?? []
        guard method.isToken, isVersion(version), method.count + version.count + 2 < line.count else { return nil }
        let target = withoutSpacesAround(line.dropFirst(method.count).dropLast(version.count))
        guard isTarget(target, of: method) else { return nil }
        let start = target.startIndex - line.startIndex
        return .request(
            method: String(decoding: method, as: UTF8.self), target: start..<(start + target.count),
            version: String(decoding: version, as: UTF8.self))
    }

    /// Whether a text is a version: `HTTP/` and a number of one or two parts.
    ///
    /// RFC 9112 §2.3
    private static func isVersion(_ text: ArraySlice<UInt8>) -> Bool {
        guard let number = text.starts(with: "HTTP/".utf8) ? text.dropFirst(5) : nil else { return false }
        let parts = number.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return (1...2).contains(parts.count)
            && parts.allSatisfy { part in part.count == 1 && part.allSatisfy(\.isDigit) }
    }

    /// Whether a text has one of the forms of a target; by them a request line is told from a sentence about HTTP.
    ///
    /// RFC 9112 §3.2
    private static func isTarget(_ text: ArraySlice<UInt8>, of method: ArraySlice<UInt8>) -> Bool {
        guard let first = text.first, !first.isBlank else { return false }
        if first == UInt8(ascii: "/") || text.elementsEqual("*".utf8) { return true }
        if method.elementsEqual("CONNECT".utf8) {
            return text.count <= longestAuthority && !text.contains(UInt8(ascii: " "))
        }
        let behindScheme = text.prefix(longestToken).drop { byte in byte != UInt8(ascii: ":") }
        return first != UInt8(ascii: ":") && text[behindScheme.startIndex...].starts(with: "://".utf8)
    }

    /// The text without the spaces at its beginning, of which no more than a bounded number are taken off.
    private static func withoutLeadingSpaces(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        text.dropFirst(text.prefix(longestToken).prefix { byte in byte == UInt8(ascii: " ") }.count)
    }

    /// The text without the spaces and tabs around it, of which no more than a bounded number are taken off.
    private static func withoutSpacesAround(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let start = text.prefix(longestToken).prefix(while: \.isBlank).endIndex
        let text = text[start...]
        let lastText = text.suffix(longestToken).lastIndex { byte in !byte.isBlank }
        return lastText.map { last in text[...last] } ?? text
    }
}
