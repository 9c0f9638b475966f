/// An exchange of a made session, in one of two dialects, written as raw HTTP messages.
struct Draft {
    /// A turn: its role, as Gemini calls it, and its parts as JSON.
    struct Turn {
        var role: String
        var parts: [String]

        init(_ role: String, _ text: String) {
            self.role = role
            parts = [Draft.text(text)]
        }

        init(_ role: String, parts: [String]) {
            self.role = role
            self.parts = parts
        }
    }

    var host = "generativelanguage.googleapis.com"
    var prefix = "/v1beta"
    var model = "gemini-2.5-pro"
    var key = "AIzaSyWalkToPerth0000000000000000000001"
    var headers = ["User-Agent: agent/1.0.0", "Accept: */*"]
    var system: String? = "be brief"
    var turns: [Turn] = [Turn("user", "where is Perth")]
    var safety = [("HARASSMENT", "BLOCK_MEDIUM_AND_ABOVE"), ("HATE_SPEECH", "BLOCK_MEDIUM_AND_ABOVE")]
    var tools = ["look_up": #"{"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]}"#]
    var config = [
        "temperature": "1", "maxOutputTokens": "100",
        "thinkingConfig": #"{"includeThoughts": true, "thinkingBudget": 0}"#,
    ]
    var status = 200
    var responseHeaders = ["Server: scaffolding", "Date: Wed, 10 Sep 2025 03:30:10 GMT"]
    var answer: [String] = [Draft.text("In the west.")]
    var finish = "STOP"
    var tokens = (input: 20, output: 5)
    var responseID = "r1"

    /// A part that is text.
    static func text(_ text: String) -> String { #"{"text": "\#(text)"}"# }

    /// A part that is a PNG.
    static func image(_ base64: String) -> String {
        #"{"inlineData": {"mimeType": "image/png", "data": "\#(base64)"}}"#
    }

    /// A part that calls a tool.
    static func call(_ name: String, _ arguments: String, id: String = "c1") -> String {
        #"{"functionCall": {"id": "\#(id)", "name": "\#(name)", "args": \#(arguments)}}"#
    }

    /// The request's body; members stand in the order of their names.
    var body: String {
        let contents = turns.map { turn in
            #"{"role": "\#(turn.role)", "parts": [\#(turn.parts.joined(separator: ", "))]}"#
        }
        let filters = safety.map { category, threshold in
            #"{"category": "HARM_CATEGORY_\#(category)", "threshold": "\#(threshold)"}"#
        }
        let functions = tools.sorted { left, right in left.key < right.key }.map { name, parameters in
            #"{"name": "\#(name)", "parameters": \#(parameters)}"#
        }
        let settings = config.sorted { left, right in left.key < right.key }.map { name, value in
            #""\#(name)": \#(value)"#
        }
        let instruction = system.map { text in #""systemInstruction": {"parts": [\#(Draft.text(text))]}, "# } ?? ""
        return #"""
            {\#(instruction)"contents": [\#(contents.joined(separator: ", "))],
             "safetySettings": [\#(filters.joined(separator: ", "))],
             "tools": [{"functionDeclarations": [\#(functions.joined(separator: ", "))]}],
             "generationConfig": {\#(settings.joined(separator: ", "))}}
            """#
    }

    /// The response's body.
    var reply: String {
        #"""
        {"candidates": [{"content": {"role": "model", "parts": [\#(answer.joined(separator: ", "))]}, "finishReason": "\#(finish)"}],
         "usageMetadata": {"promptTokenCount": \#(tokens.input), "candidatesTokenCount": \#(tokens.output),
          "totalTokenCount": \#(tokens.input + tokens.output)}, "modelVersion": "\#(model)", "responseId": "\#(responseID)"}
        """#
    }

    /// The exchange as two messages.
    var message: String {
        let lines = ["Host: \(host)", "Content-Type: application/json", "x-goog-api-key: \(key)"] + headers
        let request =
            "POST \(prefix)/models/\(model):generateContent HTTP/1.1\n\(lines.joined(separator: "\n"))\n\n\(body)\n"
        let fields = ["Content-Type: application/json"] + responseHeaders
        return request + "HTTP/1.1 \(status) OK\n\(fields.joined(separator: "\n"))\n\n\(reply)\n"
    }

    /// The exchange as an entry of an HTTP archive.
    var entry: String {
        func list(_ lines: [String]) -> String {
            lines.map { line in
                let colon = line.firstIndex(of: ":") ?? line.endIndex
                let value = line[colon...].dropFirst(2)
                return #"{"name": "\#(line[..<colon])", "value": "\#(value)"}"#
            }.joined(separator: ", ")
        }
        let lines = ["Host: \(host)", "Content-Type: application/json", "x-goog-api-key: \(key)"] + headers
        return #"""
            {"request": {"method": "POST", "url": "https://\#(host)\#(prefix)/models/\#(model):generateContent",
              "headers": [\#(list(lines))], "postData": {"mimeType": "application/json", "text": \#(Draft.quoted(body))}},
             "response": {"status": \#(status), "statusText": "OK",
              "headers": [\#(list(["Content-Type: application/json"] + responseHeaders))],
              "content": {"mimeType": "application/json", "text": \#(Draft.quoted(reply))}}}
            """#
    }

    /// Exchanges as an HTTP archive.
    static func archive(_ drafts: [Draft]) -> String {
        #"{"log": {"version": "1.2", "creator": {"name": "made", "version": "1"}, "entries": [\#(drafts.map(\.entry).joined(separator: ",\n"))]}}"#
    }

    /// Exchanges as raw messages.
    static func messages(_ drafts: [Draft]) -> String {
        drafts.map(\.message).joined()
    }

    private static func quoted(_ text: String) -> String {
        var quoted = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return "\"\(quoted)\""
    }

    /// A session of four questions, each with all that was said before; its turns are all different.
    static let session: [Draft] = {
        let words = [
            ("where is Perth", "In the west."), ("and Darwin", "In the north."), ("and Hobart", "In the south."),
            ("and Cairns", "In the east."),
        ]
        return words.indices.map { index in
            var draft = Draft()
            draft.turns = []
            for (question, answer) in words[..<index] {
                draft.turns += [Turn("user", question), Turn("model", answer)]
            }
            draft.turns.append(Turn("user", words[index].0))
            draft.answer = [Draft.text(words[index].1)]
            draft.tokens.input = 20 + 10 * index
            return draft
        }
    }()
}
