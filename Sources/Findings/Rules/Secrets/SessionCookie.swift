internal import CaptureReading
internal import Redaction

/// A cookie that stands for a login.
///
/// It is told by its name: attributes such as `HttpOnly` are given to the cookies of analytics and gateways too.
enum SessionCookie: Rule {
    static let descriptor = RuleDescriptor(
        id: "SEC004", name: "session-cookie", severity: .high,
        summary: "A cookie that stands for a login shows its value in clear.",
        why: "Whoever sends it is taken for the user who was logged in, for as long as the session lasts.",
        references: [
            "RFC 6265 §8", "CWE-539",
            "https://blog.cloudflare.com/how-cloudflare-mitigated-yet-another-okta-compromise",
        ],
        flagged: [
            """
            GET /chat HTTP/1.1
            Cookie: theme=dark; session_id=walk-2-perth-walk

            """,
            """
            HTTP/1.1 200 OK
            Set-Cookie: JSESSIONID=walk-2-perth-walk; HttpOnly; Secure

            """,
        ],
        clean: [
            """
            GET /chat HTTP/1.1
            Cookie: theme=dark; _ga=GA1.1.1234567890.1234567890

            """,
            """
            GET /chat HTTP/1.1
            Cookie: session_id=[redacted]

            """,
            """
            HTTP/1.1 200 OK
            Set-Cookie: __cf_bm=walk-2-perth-walk-2-perth; HttpOnly; Secure
            Set-Cookie: visitor=walk-2-perth-walk-2-perth; HttpOnly; Secure

            """,
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        let sent = exchange.requestFields.filter { line in line.isNamed("cookie") }.compactMap { line in
            finding(on: pairs(in: line.value).filter(isSession), in: line, LogicalPlace.requestHeader("cookie"))
        }
        let received = exchange.responseFields.filter { line in line.isNamed("set-cookie") }.compactMap { line in
            finding(
                on: pairs(in: line.value).prefix(1).filter(isSession), in: line,
                LogicalPlace.responseHeader("set-cookie"))
        }
        return sent + received
    }

    /// A finding about the cookies of a line, by name; nil where there are none.
    private static func finding(on cookies: [Cookie], in line: FieldLine, _ place: String) -> Finding? {
        guard let first = cookies.first else { return nil }
        let more = cookies.count > 1 ? " and \(cookies.count - 1) more" : ""
        return finding("session cookie \(Excerpt(first.name))\(more) in clear", where: place, at: line.place)
    }

    /// A cookie, or an attribute of one.
    private struct Cookie {
        var name: String
        var value: String
    }

    /// The pieces of a value between semicolons: cookies, or one cookie and its attributes.
    ///
    /// RFC 6265 §4.1.1, §4.2.1
    private static func pairs(in value: String) -> [Cookie] {
        value.utf8.split(separator: UInt8(ascii: ";")).map { pair in
            let trimmed = pair.drop { byte in byte == UInt8(ascii: " ") }
            let name = trimmed.prefix { byte in byte != UInt8(ascii: "=") }
            return Cookie(
                name: String(Substring(name)), value: String(Substring(trimmed[name.endIndex...].dropFirst())))
        }
    }

    private static func isSession(_ cookie: Cookie) -> Bool {
        isShown(cookie) && hasSessionName(cookie) && !isOfGateway(cookie)
    }

    /// Whether the value is there, and looks as if a server had given it out.
    private static func isShown(_ cookie: Cookie) -> Bool {
        let secret = Secret(
            kind: .cookie, value: cookie.value, container: .requestHeader(name: "cookie"), place: nil,
            hasOrdinaryName: true)
        return secret.isDistinctive
    }

    private static func hasSessionName(_ cookie: Cookie) -> Bool {
        let name = cookie.name.lowercased()
        // Where a login leads to afterwards is no login.
        return !name.hasSuffix("callback-url")
            && (words.contains { word in name.contains(word) } || name.hasSuffix("sid"))
    }

    private static func isOfGateway(_ cookie: Cookie) -> Bool {
        gateways.contains { prefix in cookie.name.hasPrefix(prefix) } || cookie.name.lowercased().contains("csrf")
            || cookie.name.lowercased().contains("xsrf")
    }

    private static let words = ["sess", "auth", "token", "jwt", "login", "remember"]

    /// What content delivery networks and counters of visits set for themselves: they open nothing.
    private static let gateways = [
        "__cf", "_cf", "cf_", "AWSALB", "ak_bmsc", "bm_", "_abck", "datadome", "incap_", "_hj", "ai_session",
    ]
}
