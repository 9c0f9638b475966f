import CaptureReading
import Findings
import Testing

@Suite struct SettingRuleTests {
    private func messages(_ id: String, _ body: String, target: String = "/v1beta/models/m:generateContent") throws
        -> [String]
    {
        try Sample.findings(of: id, in: "POST \(target) HTTP/1.1\nHost: api.openai.com\n\n\(body)").map { finding in
            "\(finding.severity) \(finding.message) at \(finding.place?.byte ?? -1)"
        }
    }

    @Test(
        "Gemini's settings are judged in both spellings, each where it stands",
        arguments: [
            (
                #"{"generationConfig": {"temperature": 2.01}}"#,
                ["medium generationConfig.temperature 2.01 is outside 0 to 2"]
            ),
            (#"{"generation_config": {"top_p": -1}}"#, ["medium generation_config.top_p -1 is outside 0 to 1"]),
            (#"{"generationConfig": {"temperature": 0, "topP": 1, "topK": 1, "candidateCount": 8}}"#, []),
            (#"{"generationConfig": {"temperature": "hot", "topP": null}}"#, []),
            (
                #"{"generationConfig": {"responseModalities": ["TEXT", "SMELL"]}}"#,
                ["medium generationConfig.responseModalities[1] SMELL is not known"]
            ),
            (
                #"{"generationConfig": {"stopSequences": ["1", "2", "3", "4", "5", "6"]}}"#,
                ["medium generationConfig.stopSequences has more than 5 elements"]
            ),
            (#"{"generationConfig": {"stopSequences": ["1", "2", "3", "4", "5"]}}"#, []),
            (
                #"{"generationConfig": {"thinkingConfig": {"thinkingBudget": 5, "thinkingLevel": "LOW"}}}"#,
                ["medium generationConfig.thinkingConfig.thinkin… 5 stands beside thinkingLevel"]
            ),
            (
                #"{"cachedContent": "c", "tools": [{"googleSearch": {}}]}"#,
                ["medium cachedContent c stands beside tools"]
            ),
            (
                #"{"tools": [{"googleSearch": {}}, {"google_search_retrieval": {}}]}"#,
                ["low tools[1].google_search_retrieval is deprecated: googleSearch"]
            ),
            (#"[{"generationConfig": {"temperature": 3}}]"#, []), (#"{"generationConfig": [3]}"#, []),
        ])
    func gemini(_ body: String, _ expected: [String]) throws {
        let found = try messages("CFG101", body)
        #expect(found.count == expected.count, "\(found)")
        for (message, words) in zip(found, expected) {
            #expect(message.hasPrefix(words), "\(message)")
        }
    }

    @Test(
        "OpenAI's settings are judged at OpenAI alone",
        arguments: [
            (#""temperature": 3"#, ["medium temperature 3 is outside 0 to 2"]),
            (#""top_logprobs": 2"#, ["medium top_logprobs 2 stands without logprobs true"]),
            (#""top_logprobs": 2, "logprobs": true"#, []),
            (#""user": "a@b.example""#, ["high user is an address of mail, not a pseudonym"]),
            (#""user": "a1b2""#, []),
            (#""max_tokens": 5"#, ["low max_tokens 5 is deprecated: max_completion_tokens"]),
            (#""modalities": ["text", "audio"]"#, ["medium modalities[1] audio stands without audio"]),
        ])
    func openAI(_ member: String, _ expected: [String]) throws {
        let body = #"{"model": "gpt-4o", "messages": [{"role": "user", "content": "hi"}], \#(member)}"#
        let found = try messages("CFG102", body, target: "/v1/chat/completions")
        #expect(found.count == expected.count, "\(found)")
        for (message, words) in zip(found, expected) {
            #expect(message.hasPrefix(words), "\(message)")
        }
    }

    @Test("no finding shows an address of mail")
    func secrecy() throws {
        let body = #"{"model": "gpt-4o", "messages": [{"role": "user", "content": "hi"}], "user": "a@b.example"}"#
        let found = try messages("CFG102", body, target: "/v1/chat/completions")
        #expect(found.count == 1)
        #expect(!found.contains { message in message.contains("b.example") })
    }
}
