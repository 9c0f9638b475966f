import Conversation
import Testing

@Suite struct VendorTests {
    private func vendor(_ host: String?) -> Vendor {
        Vendor(host: host, officialHosts: GeminiGenerateContent.officialHosts)
    }

    @Test(
        "vendors are known by their hosts",
        arguments: [
            ("generativelanguage.googleapis.com", "Google AI Studio", true),
            ("firebasevertexai.googleapis.com", "Firebase AI Logic", true),
            ("cloudcode-pa.googleapis.com", "Google Cloud Code", true),
            ("us-central1-aiplatform.googleapis.com", "Google Vertex AI", true),
            ("aiplatform.googleapis.com", "Google Vertex AI", true), ("googleapis.com", "Google", true),
            ("storage.googleapis.com", "Google", true), ("relay.example", "unknown", false),
            ("googleapis.com.evil.example", "unknown", false), ("notgoogleapis.com", "unknown", false),
            ("not-googleapis.com", "unknown", false), ("evil-aiplatform.googleapis.com.example", "unknown", false),
            ("", "unknown", false),
        ])
    func names(_ host: String, _ name: String, _ isOfficial: Bool) {
        #expect(vendor(host).name == name)
        #expect(vendor(host).host == host)
        #expect(vendor(host).isOfficial == isOfficial)
    }

    @Test(
        "this machine is neither official nor a third party",
        arguments: ["localhost", "model.localhost", "127.0.0.1", "127.8.8.8", "[::1]"])
    func loopback(_ host: String) {
        #expect(vendor(host).name == "local")
        #expect(vendor(host).isOfficial == nil)
    }

    @Test("without a host nothing is known")
    func noHost() {
        #expect(vendor(nil).name == Vendor.unknown)
        #expect(vendor(nil).host == nil)
        #expect(vendor(nil).isOfficial == nil)
    }

    @Test("a pattern without a star is one host, whatever stands before it")
    func exactPattern() {
        let hosts = ["api.example", "v1.api.example", "notapi.example"].map { host in
            Vendor(host: host, officialHosts: ["api.example"]).isOfficial
        }
        #expect(hosts == [true, false, false])
    }
}
