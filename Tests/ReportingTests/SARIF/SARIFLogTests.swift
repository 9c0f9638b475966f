import Findings
import JSONReading
import Reporting
import Testing

@Suite struct SARIFLogTests {
    private func run(_ result: CheckResult) throws -> JSONValue {
        let log = try whole(SARIFLog(of: result, version: "1.2.3").bytes)
        #expect(log["version"]?.string == "2.1.0")
        #expect(log["runs"]?.count == 1)
        return try #require(log["runs"]?[0])
    }

    @Test("a result has its rule, level, place and fingerprints, and no snippet")
    func result() throws {
        let run = try run(CheckFixture.result(policy: CheckFixture.policy("SEC001")))
        let result = try #require(run["results"]?[0])
        #expect(result["ruleId"]?.string == "SEC001")
        #expect(result["ruleIndex"]?.numberLexeme == "0")
        #expect(result["level"]?.string == "error" && result["kind"]?.string == "fail")
        #expect(
            result["locations"]?[0]?["physicalLocation"].map(spelled)
                == #"{"artifactLocation":{"uri":"a.http","uriBaseId":"%SRCROOT%"},"region":{"startLine":3,"startColumn":17}}"#
        )
        #expect(
            result["locations"]?[0]?["logicalLocations"]?[0]?["fullyQualifiedName"]?.string
                == #"exchange[1].request.headers["x-goog-api-key"]"#)
        let hash = try #require(result["partialFingerprints"]?["unspool/v1"]?.string)
        #expect(result["partialFingerprints"]?["primaryLocationLineHash"]?.string == "\(hash):1")
        #expect(result["suppressions"] == nil)
        #expect(run["columnKind"]?.string == "unicodeCodePoints")
    }

    @Test("the gravest results come first, and each is of a rule that the run declares")
    func order() throws {
        let run = try run(CheckFixture.result())
        let results = try #require(run["results"]).elements.map { result in result }
        let rules = try #require(run["tool"]?["driver"]?["rules"]).elements.compactMap { rule in rule["id"]?.string }
        let levels = ["error", "warning", "note", "none"]
        let ranks = results.compactMap { result in result["level"]?.string.flatMap(levels.firstIndex) }
        #expect(ranks.count == results.count && ranks == ranks.sorted() && Set(ranks).count == 4)
        for result in results {
            let index = try #require(result["ruleIndex"]?.numberLexeme.flatMap { lexeme in Int(lexeme) })
            #expect(rules[index] == result["ruleId"]?.string)
        }
    }

    @Test("a rule says what GitHub sorts by, where it is a fault")
    func rules() throws {
        let policy = CheckFixture.policy("SEC001", "CFG001")
        let rules = try #require(try run(CheckFixture.result(policy: policy))["tool"]?["driver"]?["rules"])
        #expect(rules[0]?["id"]?.string == "CFG001")
        #expect(rules[0]?["properties"]?["security-severity"] == nil)
        #expect(rules[0]?["defaultConfiguration"]?["level"]?.string == "none")
        #expect(rules[1]?["properties"]?["security-severity"]?.string == "8.0")
        #expect(rules[1]?["properties"]?["tags"].map(spelled) == #"["security","llm","secrets"]"#)
    }

    @Test("what was accepted is suppressed, with the reason")
    func suppression() throws {
        let policy = CheckFixture.policy("SEC001")
        let found = try #require(try CheckFixture.result(policy: policy).findings.first)
        let entry = BaselineEntry(rule: "SEC001", fingerprint: found.fingerprint, path: "a.http", reason: "made up")
        let run = try run(CheckFixture.result(policy: CheckFixture.policy("SEC001", accepting: [entry])))
        #expect(
            run["results"]?[0]?["suppressions"].map(spelled)
                == #"[{"kind":"external","status":"accepted","justification":"made up"}]"#)
    }

    @Test("a run has no more results than GitHub takes, and says how many were left out")
    func limit() throws {
        let calls = String(repeating: CheckFixture.call, count: 4_000)
        let result = try CheckFixture.result([("a", calls)])
        try #require(result.findings.count > 25_000)
        let run = try run(result)
        #expect(run["results"]?.count == 25_000)
        let notification = run["invocations"]?[0]?["toolExecutionNotifications"]?[0]?["message"]?["text"]?.string
        #expect(notification?.hasPrefix("\(result.findings.count - 25_000) results") == true)
    }

    @Test("a path is a reference, whatever characters it has")
    func paths() throws {
        let result = try CheckFixture.result(
            [("a b/%41#?é.http", CheckFixture.call), ("/x/y.http", CheckFixture.call)],
            policy: CheckFixture.policy("SEC001"))
        let places = try #require(try run(result)["results"]).elements.compactMap { result in
            result["locations"]?[0]?["physicalLocation"]?["artifactLocation"].map(spelled)
        }
        #expect(
            places == [
                #"{"uri":"a%20b/%2541%23%3F%C3%A9.http","uriBaseId":"%SRCROOT%"}"#, #"{"uri":"file:///x/y.http"}"#,
            ])
    }

    @Test("no log holds a secret or a control")
    func secrecy() throws {
        let text = CheckFixture.call.replacing("HARM_CATEGORY_HARASSMENT", with: #"A\u001b[2J{0}[x](y)"#)
        let log = String(
            decoding: SARIFLog(of: try CheckFixture.result([("a\u{1B}.http", text)]), version: "1").bytes, as: UTF8.self
        )
        #expect(!log.contains("walk-to"))
        #expect(!log.utf8.contains(0x1B) && !log.contains("\\u001b"))
        #expect(log.contains("{{0}}"))
    }
}
