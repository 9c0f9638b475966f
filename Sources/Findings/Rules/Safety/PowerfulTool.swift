internal import Conversation
internal import JSONReading

/// A tool by which the answer can act: a shell, code that runs, the screen and keyboard.
///
/// What runs in the provider's sandbox can reach less than what runs on the client.
enum PowerfulTool: Rule {
    static let descriptor = RuleDescriptor(
        id: "SAF009", name: "powerful-tool", severity: .high,
        summary: "The request offers the model a shell, a computer, or code that runs.",
        why: "Whatever text reaches the model, a web page among it, may make it act with the user's rights.",
        references: [
            "https://genai.owasp.org/llmrisk/llm062025-excessive-agency",
            "https://ai.google.dev/gemini-api/docs/computer-use",
        ],
        flagged: [
            """
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"tools": [{"functionDeclarations": [{"name": "run_shell_command"}]}]}
            """,
            """
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"tools": [{"codeExecution": {}}]}
            """,
        ],
        clean: [
            """
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"tools": [{"functionDeclarations": [{"name": "get_shell_prices"}]}, {"googleSearch": {}}]}
            """
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        (exchange.prompt?.tools ?? []).enumerated().compactMap { index, tool in
            guard let power = power(of: tool) else { return nil }
            return finding(
                "\(power.title) \(Excerpt(tool.name))", where: "prompt.tools[\(Excerpt(tool.name))]", at: tool.place,
                severity: power.isSandboxed ? .medium : nil)
        }
    }

    private struct Power {
        var title: String
        var isSandboxed = false
    }

    /// What a tool lets the model do; nil where that is nothing in particular.
    private static func power(of tool: Tool) -> Power? {
        let words = [tool.name, tool.raw["type"]?.string ?? ""].map(spelled)
        for word in words {
            if sandboxes.contains(where: { name in isVersion(word, of: name) }) {
                return Power(title: "code execution at the provider:", isSandboxed: true)
            }
            if computers.contains(where: { name in isVersion(word, of: name) }) {
                return Power(title: "computer use:")
            }
            if shells.contains(where: { name in isVersion(word, of: name) }) { return Power(title: "shell:") }
        }
        guard tool.raw["type"]?.string == "mcp", tool.raw["require_approval"]?.string == "never" else { return nil }
        return Power(title: "remote server without approval:")
    }

    /// A name in lower case, without the joints that products spell differently.
    private static func spelled(_ name: String) -> String {
        String(decoding: name.lowercased().utf8.filter { byte in byte != UInt8(ascii: "-") }, as: UTF8.self)
    }

    /// Whether a word is a name, or a dated version of it: `bash_20250124`.
    private static func isVersion(_ word: String, of name: String) -> Bool {
        guard word.utf8.starts(with: name.utf8) else { return false }
        let rest = word.utf8.dropFirst(name.utf8.count)
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        return rest.isEmpty || rest.first == UInt8(ascii: "_") && rest.dropFirst().allSatisfy(digits.contains)
    }

    private static let shells = [
        "bash", "shell", "local_shell", "run_shell_command", "execute_command", "run_command", "run_terminal_cmd",
        "terminal", "execute_bash", "powershell", "run_in_terminal", "shell_command",
    ]

    private static let computers = ["computer", "computeruse", "computer_use", "computer_use_preview"]

    private static let sandboxes = ["codeexecution", "code_execution", "code_interpreter"]
}
