import CaptureReading
import JSONReading
import TestSupport
import Testing

/// Captures of curl, copies for it, and logs of taps that were recorded, against what was sent and what is known of them.
@Suite("Recorded curl captures", .enabled(if: Checkout.hasCorpora, "no ../shared/corpus beside the checkout"))
struct CurlCaptureTests {
    private static let folder = Checkout.corpora + "/captures"

    private func exchanges(_ path: String, as format: CaptureFormatID) throws -> [Exchange] {
        var reader = try CaptureReader(
            reading: MemorySource(try Checkout.bytes(of: "\(CurlCaptureTests.folder)/\(path)")))
        #expect(reader.format == format, "\(path)")
        var exchanges: [Exchange] = []
        while let exchange = try reader.next() { exchanges.append(exchange) }
        return exchanges
    }

    private func text(_ body: Body?) -> String { String(decoding: body?.bytes ?? [], as: UTF8.self) }

    @Test("one answer was recorded in three forms, and reads the same in those that keep its bytes")
    func sameAnswer() throws {
        let target = "/v1beta/models/gemini-2.5-flash-image-preview:streamGenerateContent?alt=sse"
        let digits = try #require(try exchanges("curl/curl-trace.txt", as: .curlTrace).first)
        let characters = try #require(try exchanges("curl/curl-trace-ascii.txt", as: .curlTrace).first)
        let verbose = try #require(try exchanges("curl/curl-v-merged.txt", as: .curlVerbose).first)
        for exchange in [digits, characters, verbose] {
            #expect(exchange.request?.method == "POST")
            #expect(exchange.request?.target == target)
            #expect(exchange.response?.status == 200)
            #expect(exchange.response?.mediaType?.essence == "text/event-stream")
            #expect(exchange.defects.isEmpty)
        }
        #expect(text(digits.response?.body) == text(verbose.response?.body))
        let isThere = text(digits.response?.body).contains("你好 🚗")
        #expect(isThere)
        #expect(text(digits.request?.body) == #"{"contents":[]}"#)
        #expect(text(characters.request?.body) == #"{"contents":[]}"#)
        // Characters that cannot be printed are points in one form; all else is the same.
        let shown = (digits.response?.body?.bytes ?? []).map { byte in byte < 0x80 ? byte : UInt8(ascii: ".") }
        #expect(Array(characters.response?.body?.bytes ?? []) == shown)
        #expect(characters.response?.body?.warnings == [.mangledText])
        #expect(digits.response?.body?.warnings == [])
        #expect(verbose.request?.body?.fault?.kind == .bodyMissing)
    }

    @Test("what curl -i prints is a message")
    func message() throws {
        let exchange = try #require(try exchanges("curl/curl-i.txt", as: .httpMessage).first)
        #expect(exchange.request == nil)
        #expect(exchange.response?.status == 200)
        let isBeginning = text(exchange.response?.body).hasPrefix("event: message_start")
        #expect(isBeginning)
    }

    @Test("the copies for two shells are the same requests")
    func copies() throws {
        let unix = try exchanges("devtools-paste/devtools-copy-as-curl-unix.txt", as: .copyAsCurl)
        let windows = try exchanges("devtools-paste/devtools-copy-as-curl-win.txt", as: .copyAsCurl)
        #expect(unix.count == 6)
        #expect(windows.count == 6)
        for (index, (one, other)) in zip(unix, windows).enumerated() {
            #expect(one.request?.method == "POST")
            #expect(one.request?.target == other.request?.target)
            #expect(one.request?.fields.map(\.name) == other.request?.fields.map(\.name))
            #expect(one.request?.fields.map(\.value) == other.request?.fields.map(\.value))
            #expect(one.response == nil)
            #expect(one.defects.isEmpty)
            // The copy for Windows loses what lies outside ASCII, and how lines end.
            if ![2, 3].contains(index) { #expect(text(one.request?.body) == text(other.request?.body)) }
        }
        let isThere = text(unix[2].request?.body).contains("hi 😀")
        #expect(isThere)
        #expect(unix[0].request?.fields.value("sec-ch-ua") == #""Not:A-Brand";v="8", "Chromium";v="156""#)
    }

    @Test("logs of taps have as many exchanges as records")
    func logs() throws {
        let facts = JSONDocument(parsing: try Checkout.bytes(of: CurlCaptureTests.folder + "/facts_other.json"))
        let members = facts.root.map { root in Array(root.members) } ?? []
        let logs = members.filter { member in member.name.hasPrefix("llm-jsonl/") }
        #expect(!logs.isEmpty)
        for log in logs {
            let found = try exchanges(log.name, as: .claudeTap)
            #expect(found.count == log.value["lines"]?.int)
            let first = try #require(found.first)
            #expect(first.request?.host == "chatgpt.com")
            #expect(first.response?.status == 101)
            #expect(first.duration == 8648)
            let isThere = text(first.response?.body).contains("FINAL_OK")
            #expect(isThere)
        }
    }

    @Test("every capture and archive has one best claimant at most")
    func claimants() throws {
        let paths =
            try Checkout.files(below: CurlCaptureTests.folder) + Checkout.files(below: Checkout.corpora + "/har/files")
        for path in paths {
            guard let bytes = try? Checkout.bytes(of: path) else { continue }
            let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
            let head = bytes.prefix(CaptureReader.headSize)
            let text = head.starts(with: mark) ? head.dropFirst(mark.count) : head
            let claims = CaptureFormatCatalog.all.map { format in (format.id, format.recognise(text)) }
            let best = claims.map(\.1).max() ?? Confidence.none
            let claimants = claims.filter { claim in claim.1 == best }.map(\.0.rawValue)
            #expect(best == .none || claimants.count == 1, "\(path): \(claimants)")
        }
    }
}
