import CaptureReading
import Testing

@Suite struct CopyAsPowerShellTests {
    private func exchange(_ text: String) throws -> Exchange {
        let exchanges = try Reading.exchanges(text, as: .copyAsPowerShell)
        return try #require(exchanges.first)
    }

    private func text(_ body: Body?) -> String? { body.map { body in Reading.text(body.bytes) } }

    @Test("what browsers copy is read: session, cookies, headers, and content with characters by their numbers")
    func browsers() throws {
        let exchanges = try Reading.exchanges(Samples.powerShell)
        #expect(exchanges.count == 2)
        let first = try #require(exchanges.first)
        #expect(first.request?.method == "POST")
        #expect(first.request?.target == "https://llm.example/v1/messages?a=b&c")
        #expect(
            first.request?.fields.map { field in "\(field.name): \(field.value)" } == [
                ":authority: llm.example", ":method: POST", ":path: /v1/messages", ":scheme: https", "accept: */*",
                "x-api-key: sk-walk-to-perth", "Content-Type: application/json", "User-Agent: Mozilla/5.0",
                "Cookie: a=1; b=$2",
            ])
        #expect(text(first.request?.body) == "{\"say\": \"€ 5 \u{1F600} `\"}")
        #expect(first.defects.isEmpty)
        let lines = LineTable(first.source)
        let key = try #require(first.request?.fields.first { field in field.name == "x-api-key" })
        #expect(lines.location(of: key.place).line == 14)
        let last = try #require(exchanges.last)
        #expect(last.request?.method == "GET")
        #expect(last.request?.target == "https://llm.example/")
        #expect(last.request?.body == nil)
        #expect(last.response == nil)
    }

    @Test("variables, tables in single quotes, here-strings and prompts are read")
    func scripts() throws {
        let found = try exchange(
            """
            PS> $h = @{ 'x-a' = 'it''s'; accept = "a`tb" }
            $body = @"
            {"a": "b"}
            "@
            $r = Invoke-RestMethod https://a.test/x -Method Post -Headers $h -Body $body | ConvertTo-Json

            """)
        #expect(found.request?.target == "https://a.test/x")
        #expect(found.request?.method == "Post")
        #expect(text(found.request?.body) == "{\"a\": \"b\"}")
        let direct = try exchange("$h = @{'x-a' = 'it''s'; accept = \"a`tb\"}\niwr 'https://a.test' -Headers $h")
        #expect(direct.request?.fields.map(\.value) == ["it's", "a\tb"])
    }

    @Test(
        "content that a script makes or reads is missing, and says so",
        arguments: ["-Body ($x | ConvertTo-Json)", "-Body $other", "-InFile a.txt", "-Form @{a=1}", "-Body @{a=1}"])
    func missing(option: String) throws {
        let found = try exchange("Invoke-WebRequest -Uri https://a.test \(option)\n")
        #expect(found.request?.target == "https://a.test")
        #expect(found.request?.body?.fault?.kind == .bodyMissing)
    }

    @Test(
        "what is not closed, and what has no URL, is told",
        arguments: [
            ("iwr -Uri 'https://a", "copy-as-powershell.open"),
            ("iwr -Headers @{\"a\"=\"b\"", "copy-as-powershell.no-url"),
            ("iwr -Uri \"https://a", "copy-as-powershell.open"),
            ("Write-Host x\niwr https://a", "copy-as-powershell.statement"),
        ])
    func edges(script: String, defect: String) throws {
        #expect(try exchange(script).defects.map(\.id).contains(defect))
    }

    @Test("an escape is a character, and half of one is replaced")
    func escapes() throws {
        let found = try exchange(
            "iwr https://a -Body \"`$x ``$([char]0xd83d)$([char]56832)$([char]0xd83d)$([int]1)\"\n")
        #expect(text(found.request?.body) == "$x `\u{1F600}\u{FFFD}$([int]1)")
    }

    @Test("other text is none, and named as one it says so")
    func others() throws {
        #expect(try Reading.exchanges("a = b\n", as: .copyAsPowerShell).isEmpty)
        let facts = try Reading.capture(Array("Invoke-Web is a command\n".utf8), as: .copyAsPowerShell).facts
        #expect(facts.defects.map(\.id) == ["copy-as-powershell.stray-content"])
    }
}
