import CaptureReading
import Findings
import Testing

/// What the rules say of cases that lie close to their borders.
@Suite struct RuleMessageTests {
    private func messages(_ id: String, _ capture: String) throws -> [String] {
        try Sample.findings(of: id, in: capture).map(\.message)
    }

    @Test(
        "a Google key is 39 characters from AIza, or 23 and more from AQ.",
        arguments: [
            ("AIza" + String(repeating: "a", count: 35), true), ("AIza" + String(repeating: "-", count: 34), false),
            ("AIza" + String(repeating: "_", count: 36), false), ("AIza" + String(repeating: "!", count: 35), false),
            ("AQ." + String(repeating: "B", count: 20), true), ("AQ." + String(repeating: "B", count: 19), false),
            ("AQ." + String(repeating: ".", count: 20), false),
        ])
    func keyShapes(_ key: String, _ isGoogle: Bool) throws {
        let inHeader = try messages("SEC007", "GET / HTTP/1.1\nX-Goog-Api-Key: \(key)\n\n")
        let inQuery = try messages("SEC007", Sample.call(target: "/v1beta/models/m:generateContent?key=\(key)"))
        #expect(inHeader.isEmpty == isGoogle)
        #expect(inQuery == inHeader)
    }

    @Test(
        "plain words are two or more, lower-case, without a digit",
        arguments: [
            ("walk-to", true), ("walk_to-perth", true), ("walk", false), ("walk-", false), ("Walk-to", false),
            ("walk-2", false),
            ("walk--to", false), ("walk-to!", false),
        ])
    func plainWords(_ key: String, _ isPlain: Bool) throws {
        let expected = isPlain ? ["key is made of plain words"] : []
        #expect(try messages("SEC008", "GET / HTTP/1.1\nx-api-key: \(key)\n\n") == expected)
    }

    @Test("a bearer credential is a token, not a key")
    func tokens() throws {
        let capture = "GET / HTTP/1.1\nAuthorization: Bearer walk-to-perth\n\n"
        #expect(try messages("SEC001", capture) == ["token in clear in authorization"])
        #expect(try messages("SEC008", capture) == ["token is made of plain words"])
        #expect(try messages("SEC007", capture) == [])
    }

    @Test("a cookie is not a credential in a header")
    func cookies() throws {
        #expect(try messages("SEC001", "GET / HTTP/1.1\nCookie: session=walk-to-perth\n\n") == [])
    }

    @Test("gateway cookies and each header are named once, in the capture's order")
    func identifiers() throws {
        let capture = "HTTP/1.1 200 OK\nNEL: {}\nSet-Cookie: __cf_bm=a; Path=/\nnel: {}\nCf-Ray: 0\n\n"
        #expect(try messages("SEC012", capture) == ["NEL, __cf_bm, CF-RAY"])
        #expect(try messages("SEC012", "HTTP/1.1 200 OK\nSet-Cookie: x__cf_bm=a; y=__cf_bm=b\n\n") == [])
    }

    @Test(
        "a colo is three capitals where the gateway writes them",
        arguments: [
            ("CF-RAY: 0000-PER", "cloudflare in front, colo PER"), ("CF-RAY: 0000", "cloudflare in front"),
            ("CF-RAY: 0000-per", "cloudflare in front"), ("CF-RAY: 0000PER", "cloudflare in front"),
            ("CF-RAY: PER", "cloudflare in front"),
            ("X-Amz-Cf-Pop: PER50-C1", "cloudfront in front, colo PER"),
            ("X-Served-By: cache-per1-PER", "fastly in front, colo PER"),
        ])
    func colos(_ header: String, _ message: String) throws {
        #expect(try messages("HST003", Sample.call(responseHeaders: header + "\n")) == [message])
    }

    @Test(
        "hosts are compared without port, user and case",
        arguments: [
            ("https://relay.example:8443/", "RELAY.example", []), ("https://me@relay.example/", "relay.example:1", []),
            ("https://relay.example/", "other.example", ["host is other.example, not relay.example"]),
            ("https://[::1]:8/", "[::1]", []), ("https://relay.example/", "", []), ("/", "relay.example", []),
        ])
    func hosts(_ target: String, _ host: String, _ expected: [String]) throws {
        #expect(try messages("HST004", "GET \(target) HTTP/1.1\nHost: \(host)\n\n") == expected)
    }

    @Test(
        "a version behind a model's name is the same model",
        arguments: [
            ("large", "large", true), ("large", "large-001", true), ("large", "large-05-20", true),
            ("large", "large@001", true),
            ("large", "models/large", true), ("large", "large-lite", false), ("large", "larger", false),
            ("large-001", "large", false),
            ("large-latest", "huge", true), ("large-3", "large-3-5", false), ("large-v3", "large-v2", false),
            ("us.maker.large-3-20260101-v1:0", "large-3-20260101", true), ("large-lite-3", "large-3-lite-001", true),
            ("large@20260101", "large-20260101", true), ("Large-0905:fast", "large-0905", true),
            ("large-3-0", "large-3-20260101", true), ("maker.v3-v1", "v3", true), ("maker.v3-v1", "v2", false),
            ("large2.5:72b", "large2.5:7b", false), ("large:72b", "large:72b", true), ("large:free", "large", true),
            ("ft:large-4:me::a", "large-4-0613", true), ("ft:large-4:me::a", "ft:small-3:me::b", false),
            ("large-3-3-70b", "large-3-70b", false), ("large-3-5", "large-5-3", false),
            ("large-3", "large-3-12", false),
            ("a.v1", "b.v1", false), ("a.large", "us.a.large-001", true),
        ])
    func models(_ asked: String, _ answered: String, _ isSame: Bool) throws {
        let capture = Sample.call(
            target: "/v1beta/models/\(asked):generateContent", "{\"candidates\": [], \"modelVersion\": \"\(answered)\"}"
        )
        #expect(try messages("HST008", capture).isEmpty == isSame)
    }

    @Test("an answer is not held against a prompt that was captured in part")
    func cutPrompt() throws {
        for id in ["SAF005", "CFG004", "CFG007"] {
            #expect(try messages(id, Sample.call(#"{"contents": [{"parts": [{"text": "hi"}]}]}"#)).count == 1)
            #expect(try messages(id, Sample.call(#"{"contents": [{"parts": [{"text": "hi"}]}], "#)) == [])
            #expect(try messages(id, Sample.call("{}")) == [])
        }
    }

    @Test("settings are read in both spellings")
    func spellings() throws {
        let request = """
            {"contents": [{"parts": [{"text": "hi"}]}], "system_instruction": {"parts": [{"text": "Be brief."}]},
             "safety_settings": [{"category": 11, "threshold": 5}],
             "generation_config": {"top_p": 0.50, "max_output_tokens": 5, "response_modalities": ["Text", "Image"]}}
            """
        let capture = Sample.call(request)
        #expect(try messages("CFG001", capture) == ["top_p 0.50"])
        #expect(try messages("CFG003", capture) == ["response_modalities Text+Image"])
        #expect(try messages("CFG004", capture) + messages("CFG007", capture) == [])
        #expect(try messages("SAF001", capture) == ["safety threshold OFF"])
        #expect(try messages("SAF006", capture) == ["deprecated safety category CIVIC_INTEGRITY"])
    }

    @Test("categories that the two products number differently are left alone")
    func numberedCategories() throws {
        #expect(try messages("SAF006", Sample.call(#"{"safetySettings": [{"category": 3, "threshold": 3}]}"#)) == [])
    }

    @Test("the absence of a header says nothing where no header section was captured")
    func bareStream() throws {
        for id in ["HTT001", "HTT002", "HTT004", "SSE004"] {
            #expect(try messages(id, "data: {\"candidates\": []}\n\n") == [])
        }
    }

    @Test(
        "metrics of the server are told in numbers",
        arguments: [
            ("a;dur=5, b;dur=1.5", ["a 5 ms; b 1.5 ms"]), ("a;dur=five", []), ("a;desc=\"x, y;dur=5\"", []), ("", []),
            ("a;dur=1,b;dur=2,c;dur=3,d;dur=4", ["a 1 ms; b 2 ms; c 3 ms"]), (" a ; DUR = \"7\" ", ["a 7 ms"]),
            ("x;desc=\"?rtt=99&sent_bytes=1000\"", ["x rtt 0.0 ms, sent 1,000"]), ("a;dur=inf", []),
            ("a;desc=\"?rtt=\"", []),
            (";dur=5", []),
        ])
    func serverTiming(_ value: String, _ expected: [String]) throws {
        #expect(try messages("HTT005", Sample.call(responseHeaders: "Server-Timing: \(value)\n")) == expected)
    }

    @Test("lengths are compared as lists of numbers")
    func lengths() throws {
        #expect(try messages("HTT006", "HTTP/1.1 200 OK\nContent-Length: 2, 2\n\n{}") == [])
        #expect(
            try messages("HTT006", "HTTP/1.1 200 OK\nContent-Length: 2, 3\n\n{}") == [
                "two different Content-Length values"
            ])
    }

    @Test(
        "a content-free answer has no length to miss",
        arguments: ["HEAD / HTTP/1.1\n\nHTTP/1.1 200", "GET / HTTP/1.1\n\nHTTP/1.1 304"])
    func noContent(_ head: String) throws {
        #expect(try messages("CAP002", head + " OK\nContent-Length: 5\n\n") == [])
        #expect(try messages("CAP006", head + " OK\nContent-Length: 5\n\n") == [])
    }

    @Test("a failure is told with its reason and when to try again")
    func failures() throws {
        let capture = "HTTP/1.1 429 Too Many Requests\nRetry-After: 30\n\n"
        #expect(try messages("HTT007", capture) == ["status 429 Too Many Requests, retry after 30 s"])
        #expect(try messages("HTT007", "HTTP/1.1 503\n\n") == ["status 503"])
        #expect(try messages("HTT007", "HTTP/1.1 399 Odd\n\n") == [])
    }

    @Test("what an image costs is told for both directions, and about where it does not divide")
    func imageCosts() throws {
        let image = #"{"inlineData": {"mimeType": "image/png", "data": "iVBORw=="}}"#
        let request = #"{"contents": [{"parts": [\#(image), \#(image)]}]}"#
        let answer =
            #"{"candidates": [{"content": {"parts": [\#(image)]}}], "usageMetadata": {"#
            + #""promptTokensDetails": [{"modality": "IMAGE", "tokenCount": 7}], "#
            + #""candidatesTokensDetails": [{"modality": "IMAGE", "tokenCount": 9}]}}"#
        let capture = Sample.call(request, answer)
        #expect(try messages("USE005", capture) == ["tokens an image: about 3 in, 9 out"])
        #expect(try messages("IMG005", capture) == [])
    }

    @Test("an image that a message names by its address is not missed in the capture")
    func imageFiles() throws {
        let usage = #"{"usageMetadata": {"promptTokensDetails": [{"modality": "IMAGE", "tokenCount": 7}]}}"#
        let file = #"{"contents": [{"parts": [{"fileData": {"fileUri": "gs://a/b.png", "mimeType": "image/png"}}]}]}"#
        #expect(try messages("IMG005", Sample.call(file, usage)) == [])
        #expect(try messages("IMG005", Sample.call(usage)) == [])
        #expect(try messages("IMG005", Sample.call("{}", usage)).count == 1)
    }

    @Test("the share of a resent image is told where its size is known")
    func shares() throws {
        let image = #"{"inlineData": {"mimeType": "image/png", "data": "iVBORw=="}}"#
        let known = #"{"contents": [{"role": "model", "parts": [\#(image)]}]}"#
        #expect(try messages("IMG004", Sample.call(known)) == ["image resent in history: 7.4 % of body"])
        let unknown = known.split(separator: "iVBORw==").joined(separator: "<image>")
        #expect(try messages("IMG004", Sample.call(unknown)) == ["image resent in history"])
    }

    @Test("an image is of the history only when the model has spoken since")
    func imagesOfThisTurn() throws {
        let image = #"{"role": "user", "parts": [{"inlineData": {"mimeType": "image/png", "data": "iVBORw=="}}]}"#
        let text = #"{"role": "user", "parts": [{"text": "hi"}]}"#
        let reply = #"{"role": "model", "parts": [{"text": "hi"}]}"#
        for (turns, count) in [
            ([image, text], 0), ([text, reply, image, text], 0), ([image, image], 0), ([image, reply, text], 1),
            ([image, reply, image, text], 1), ([image, image, reply], 2),
        ] {
            let request = #"{"contents": [\#(turns.joined(separator: ", "))]}"#
            #expect(try messages("IMG004", Sample.call(request)).count == count, "\(turns)")
        }
    }

    @Test("a threshold in small letters switches a filter off as well")
    func smallThresholds() throws {
        let request = #"""
            {"safetySettings": [{"category": "HARM_CATEGORY_HARASSMENT", "threshold": "off"},
             {"category": "HARM_CATEGORY_HATE_SPEECH", "threshold": "block_none"}]}
            """#
        for id in ["SAF001", "SAF002", "SAF003", "SAF004"] {
            #expect(try messages(id, Sample.call(request)).count == 1, "\(id)")
        }
    }

    @Test("a limit of tokens counts wherever the request sets it")
    func tokenLimits() throws {
        for limit in [#""generationConfig": {"max_output_tokens": 5}"#, #""maxOutputTokens": 5"#] {
            let request = #"{"contents": [{"parts": [{"text": "hi"}]}], \#(limit)}"#
            #expect(try messages("CFG004", Sample.call(request)) == [], "\(limit)")
        }
    }

    @Test("an endpoint or a tuned model may be any model")
    func endpoints() throws {
        for path in ["/v1/projects/p/locations/l/endpoints/123", "/v1beta/tunedModels/mine"] {
            let answer = #"{"candidates": [], "modelVersion": "large-001"}"#
            #expect(try messages("HST008", Sample.call(target: path + ":generateContent", answer)) == [])
        }
    }

    @Test("a prompt that a later chunk blocks is told where that chunk says so")
    func lateBlock() throws {
        let stream = """
            HTTP/1.1 200 OK
            Content-Type: text/event-stream

            data: {"promptFeedback": {"safetyRatings": []}}

            data: {"promptFeedback": {"blockReason": "SAFETY"}}


            """
        let findings = try Sample.findings(of: "SAF007", in: stream)
        #expect(findings.map(\.message) == ["prompt blocked: SAFETY"])
        let offset = stream.utf8.count - #""SAFETY"}}"#.utf8.count - 2
        #expect(findings.map(\.place?.byte) == [offset])
    }

    @Test("a style sheet is no event stream")
    func styleSheets() throws {
        let capture = "HTTP/1.1 200 OK\nContent-Type: text/css\nContent-Length: 21\n\n:root { color: red; }"
        for id in ["HTT001", "HTT002"] { #expect(try messages(id, capture) == []) }
    }

    @Test("modalities that are not itemised are no disagreement, and ones beyond the sum are")
    func modalitySums() throws {
        let usage = { (tokens: Int) in
            #"HTTP/1.1 200 OK\#n\#n{"usageMetadata": {"candidatesTokenCount": 1304, "candidatesTokensDetails": "#
                + #"[{"modality": "IMAGE", "tokenCount": \#(tokens)}]}}"#
        }
        #expect(try messages("USE001", usage(1_290)) == [])
        #expect(try messages("USE001", usage(1_305)) == ["candidatesTokenCount is 1304, parts make 1305"])
    }

    @Test("captured text is quoted in part only")
    func excerpts() throws {
        let long = String(repeating: "x", count: 100)
        let request = #"{"safetySettings": [{"category": "\#(long)", "threshold": "OFF"}]}"#
        let findings = try Sample.findings(of: "SAF006", in: Sample.call(request))
        #expect(
            findings.map(\.message) == ["unknown safety category " + String(repeating: "x", count: 39) + "\u{2026}"])
        #expect(findings.allSatisfy { finding in finding.logicalPlace.count < 80 })
    }
}
