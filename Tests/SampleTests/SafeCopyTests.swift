import CaptureReading
import Inspection
import Redaction
import Testing

@Suite struct SafeCopyTests {
    private static let key = "sk-proj-Ab12Cd34Ef56Gh78Ij90Kl12"

    private static func input(_ text: String) -> CaptureInput {
        CaptureInput(path: "-") { () throws(CaptureError) in MemorySource(Array(text.utf8)) }
    }

    private static func request(_ header: String) -> String {
        "POST /v1/responses HTTP/1.1\r\nHost: api.example.com\r\n\(header)\r\nContent-Length: 0\r\n\r\n"
    }

    @Test("a copy in which a secret is left is told by the exchange, without the secret")
    func leftSecret() throws {
        let first = Self.request("X-Note: none")
        let capture = first + Self.request("Authorization: Bearer \(Self.key)")
        let copy = try SafeCopy(of: Self.input(capture), marks: PlaceholderMaker(salt: [1]))
        let fault = try #require(try copy.fault(of: Self.input(capture)))
        #expect(fault == .secret(exchange: 2))
        #expect("\(fault)".hasSuffix("in or behind exchange 2"))
        #expect(!"\(fault)".contains(Self.key))
    }

    @Test("a copy that lost an exchange is told, and one that is whole is not")
    func lostExchange() throws {
        let capture = Self.request("X-Note: none") + Self.request("X-Note: none")
        let copy = try SafeCopy(of: Self.input(capture), marks: PlaceholderMaker(salt: [1]))
        #expect(try copy.fault(of: Self.input(Self.request("X-Note: none"))) == .exchanges(expected: 2, found: 1))
        #expect(try copy.fault(of: Self.input(capture)) == nil)
    }
}
