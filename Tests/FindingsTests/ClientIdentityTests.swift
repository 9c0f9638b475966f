import Findings
import Testing

@Suite struct ClientIdentityTests {
    @Test(
        "the application comes first, then the provider's libraries",
        arguments: [
            (
                "CherryStudio/1.5.9", "google-genai-sdk/1.0.1 gl-node/web",
                ["CherryStudio/1.5.9", "google-genai-sdk/1.0.1"]
            ),
            (
                "Mozilla/5.0 (X11; (Linux) x) AppleWebKit/537.36 (KHTML, like Gecko) App/1 Chrome/138 Electron/37", "",
                ["App/1"]
            ),
            ("Mozilla/5.0 (X11) Gecko/20100101 Firefox/140.0", "", []),
            (
                "google-genai-sdk/1.0.1 gl-python/3.12", "google-genai-sdk/1.0.1 gl-python/3.12",
                ["google-genai-sdk/1.0.1"]
            ),
            ("grpc-python/1.6", "gl-python/3.12 grpc/1.6 gax/2.1 gapic/0.8", ["grpc-python/1.6"]),
            ("", "genai-js/0.24", ["genai-js/0.24"]),
            ("(never closed App/1", "", []),
            (") App/1", "", ["App/1"]),
        ])
    func clients(_ userAgent: String, _ apiClient: String, _ expected: [String]) throws {
        let capture = "GET / HTTP/1.1\nUser-Agent: \(userAgent)\nx-goog-api-client: \(apiClient)\n\n"
        #expect(try Sample.exchanges(Array(capture.utf8)).map(\.clients) == [expected])
    }
}
