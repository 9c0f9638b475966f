import CaptureReading
import Testing

@Suite struct URLComponentsTests {
    @Test(
        "a URL is cut at its delimiters and nowhere else",
        arguments: [
            ("https://a.example/v1?x=1#y", "https", "a.example", "/v1", "x=1", "y"),
            ("/v1/models/m:generate?alt=sse", nil, nil, "/v1/models/m:generate", "alt=sse", nil),
            ("HTTP://u:p@A.example:80", "http", "u:p@A.example:80", "", nil, nil), ("*", nil, nil, "*", nil, nil),
            ("", nil, nil, "", nil, nil),
            ("https:///x", "https", "", "/x", nil, nil), ("https://a b/?", "https", "a b", "/", "", nil),
            ("data:,x?y", "data", nil, ",x", "y", nil), ("1a:b", nil, nil, "1a:b", nil, nil),
            ("/#a?b", nil, nil, "/", nil, "a?b"),
            ("//host/p", nil, "host", "/p", nil, nil), ("é:x", nil, nil, "é:x", nil, nil),
            ("a+1-.:x", "a+1-.", nil, "x", nil, nil), ("aé:x", nil, nil, "aé:x", nil, nil),
            (":x", nil, nil, ":x", nil, nil),
            ("https://a\u{301}?\u{301}", "https", "a\u{301}", "", "\u{301}", nil),
        ] as [(String, String?, String?, String, String?, String?)])
    func splitting(
        text: String, scheme: String?, authority: String?, path: String, query: String?, fragment: String?
    ) {
        let url = URLComponents(splitting: text)
        #expect(url.scheme == scheme)
        #expect(url.authority == authority)
        #expect(url.path == path)
        #expect(url.query == query)
        #expect(url.fragment == fragment)
    }

    @Test(
        "the host is the authority without its neighbours",
        arguments: [
            ("https://A.Example:8443/", "a.example"), ("https://u@evil@b.example/", "b.example"),
            ("https://[2001:DB8::1]:443/", "[2001:db8::1]"),
            ("https:///x", ""), ("https://a.example@\u{301}b/", "\u{301}b"), ("https://[::1", "["),
        ])
    func host(text: String, host: String) {
        #expect(URLComponents(splitting: text).host == host)
    }

    @Test("user information stands before the last at sign")
    func userInformation() {
        #expect(URLComponents(splitting: "https://u:p@q@a/").userInformation == "u:p@q")
        #expect(URLComponents(splitting: "https://a/u@b").userInformation == nil)
        #expect(URLComponents(splitting: "/u@b").userInformation == nil)
    }

    @Test("query items keep order, repetition and encoding")
    func queryItems() {
        let items = URLComponents(splitting: "/?key=a%20b&x&&key==&=v").queryItems
        #expect(items.map(\.name) == ["key", "x", "key", ""])
        #expect(items.map(\.value) == ["a%20b", nil, "=", "v"])
        #expect(URLComponents(splitting: "/").queryItems.isEmpty)
    }
}
