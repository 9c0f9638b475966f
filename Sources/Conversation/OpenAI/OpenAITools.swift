internal import CaptureReading
internal import JSONReading

/// Reads the tools that a request offers, as OpenAI's APIs and those that are compatible write them.
enum OpenAITools {
    /// The tools of a list; null offers none, and is as if the list were not there.
    static func tools(in list: JSONValue, payload: Payload) -> [Tool]? {
        guard !list.isNull else { return nil }
        return (list.isArray ? Array(list.elements) : [list]).map { tool in self.tool(tool, payload: payload) }
    }

    /// A tool: a function of the client, in an object of its own or not, or one that the provider knows by its type.
    private static func tool(_ tool: JSONValue, payload: Payload) -> Tool {
        let type = tool["type"]?.string
        let holder = tool.field("function", "custom") ?? tool
        let place = payload.place(of: tool)
        guard let type, !named.contains(type) else {
            let name = holder["name"]?.string ?? type ?? tool.members.lazy.map(\.name).first { _ in true } ?? ""
            let isFunction = type != nil || holder["name"] != nil
            return Tool(name: name, kind: isFunction ? .function : .server, raw: tool, place: place)
        }
        let isClients = clients.contains(type) || (type == "shell" && tool["environment"]?["type"]?.string == "local")
        return Tool(name: type, kind: isClients ? .function : .server, raw: tool, place: place)
    }

    /// The types whose tools have names of their own.
    private static let named: Set = ["function", "custom", "builtin_function", "namespace"]

    /// The types that the provider knows and the client runs.
    private static let clients: Set = [
        "apply_patch", "computer", "computer_use", "computer_use_preview", "local_shell",
    ]
}
