internal import Conversation
internal import Redaction

/// Says where something stands in words that stay the same when the capture is formatted anew.
enum LogicalPlace {
    /// A header of the request: `request.headers["x-goog-api-key"]`.
    static func requestHeader(_ name: String) -> String {
        "request.headers[\"\(Excerpt(name.lowercased()))\"]"
    }

    /// A header of the response: `response.headers["content-length"]`.
    static func responseHeader(_ name: String) -> String {
        "response.headers[\"\(Excerpt(name.lowercased()))\"]"
    }

    /// A filter setting: `prompt.safety[HARM_CATEGORY_HATE_SPEECH]`.
    static func safety(_ setting: SafetySetting) -> String {
        "prompt.safety[\(Excerpt(setting.category ?? ""))]"
    }

    /// What holds a secret: a header, or a piece of the URL as `request.url.query["key"]`.
    static func secret(in container: Secret.Container) -> String {
        switch container {
        case .requestHeader(let name): requestHeader(name)
        case .responseHeader(let name): responseHeader(name)
        case .query(let name): "request.url.query[\"\(Excerpt(name))\"]"
        case .userInformation: "request.url.user_information"
        case .url(let header, let isResponse): isResponse ? responseHeader(header) : requestHeader(header)
        case .json("", let isResponse): isResponse ? "response.body" : "request.body"
        case .json(let name, let isResponse): "\(isResponse ? "response" : "request").body[\"\(Excerpt(name))\"]"
        case .surroundings(""): "capture"
        case .surroundings(let name): "capture[\"\(Excerpt(name))\"]"
        }
    }
}
