import JSONReading

/// A HAR of one Gemini exchange with one text in every place that a report shows.
struct HostileArchive {
    /// The bytes of the capture.
    let text: String

    /// Puts a text into the URL, a header, the prompt, the settings, the answer and the names around them.
    init(_ hostile: String) {
        let word = HostileArchive.quoted(hostile)
        let request = """
            {"contents":[{"role":\(word),"parts":[{"text":\(word)},{"functionCall":{"name":\(word),"args":{"a":\(word)}}},\
            {"fileData":{"mimeType":\(word),"fileUri":\(word)}},{"inlineData":{"mimeType":\(word),"data":"<svg>"}}]}],\
            "systemInstruction":{"parts":[{"text":\(word)}]},"tools":[{"functionDeclarations":[{"name":\(word)}]}],\
            "safetySettings":[{"category":\(word),"threshold":\(word)}],"generationConfig":{"a":\(word)}}
            """
        let response = """
            {"candidates":[{"content":{"role":"model","parts":[{"text":\(word)}]},"finishReason":\(word)}],"modelVersion":\(word),\
            "usageMetadata":{"totalTokenCount":1,"note":\(word)}}
            """
        text = """
            {"log":{"version":"1.2","creator":{"name":\(word),"version":"1"},"entries":[{"request":{"method":"POST",\
            "url":\(HostileArchive.quoted("https://relay.example/v1beta/models/x:generateContent?note=" + hostile)),"headers":\
            [{"name":"x-note","value":\(word)}],"postData":{"mimeType":"application/json","text":\(HostileArchive.quoted(request))}},\
            "response":{"status":200,"statusText":\(word),"headers":[{"name":"x-note","value":\(word)}],"content":\
            {"mimeType":"application/json","text":\(HostileArchive.quoted(response))}}}]}}
            """
    }

    /// A text as a JSON string.
    static func quoted(_ text: String) -> String {
        var json = JSONWriter()
        json.string(text)
        return String(decoding: json.take(), as: UTF8.self)
    }

    /// What no output may let act on its reader: at least thirty of these.
    static let inputs = [
        "\u{1B}]0;title\u{07}", "\u{1B}[2J\u{1B}[H", "\u{9B}31mred", "\u{90}q#0\u{9C}",
        "\u{1B}]8;;http://evil.test\u{1B}\\x",
        "a\rsafe: OK", "abc\u{8}\u{8}XYZ", "a\u{0}b\u{7F}c", "line\n[INFO] forged", "tab\tbed", "\u{202E}gnp.exe",
        "\u{2066}admin\u{2069}", "pass\u{200B}word", "\u{FEFF}key", "\u{E0041}\u{E0042}", "a\u{2028}b\u{2029}c",
        "\u{E000}private", "soft\u{AD}hyphen", "<script>document.title='x'</script>", "\"><img src=x onerror=alert(1)>",
        "</script><!--<script>", "</style><style>*{display:none}", "</title><meta http-equiv=refresh content=0>",
        "<svg onload=alert(1)>", "</template><slot name=top>", "<!doctype html><plaintext>", "&lt;b&gt;&#60;i>",
        "' onfocus='alert(1)' autofocus='", "[x](javascript:alert(1))", "![x](http://evil.test/beacon.png)",
        "```\n</details>\n# heading\n```", "``` ~~~ `` ` ```` <b>", "| a | b |\n|--|--|",
        "@everyone #1 GH-2 owner/repo#3",
        "<!-- hidden --> <details open>", "www.evil.test https://evil.test/?a=b", "__REPORT_DATA__ $& $1 ${x} %s {{x}}",
        "\\`not code\\` \\<b\\>", "=HYPERLINK(\"http://evil.test\")", "data:text/html,<script>1</script>",
    ]
}
