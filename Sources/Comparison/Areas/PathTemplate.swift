internal import CaptureReading

/// A path without what changes from one call to the next: ids, and the model, which is compared by itself.
struct PathTemplate: Hashable {
    /// The path, with `{id}` and `{model}` for what was taken out.
    let text: String

    /// Reads the path of a URL; `model` is what the request names as its model.
    init(of path: String, model: String?) {
        let segments = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        let model = model.map { model in Array(model.utf8) } ?? []
        text = segments.map { segment in PathTemplate.segment(segment, model: model) }.joined(separator: "/")
    }

    /// A segment; behind a model a method of it may follow, as in `gemini-pro:generateContent`.
    private static func segment(_ segment: Substring.UTF8View, model: [UInt8]) -> String {
        if !model.isEmpty, segment.starts(with: model) {
            let rest = segment.dropFirst(model.count)
            let delimiters: [UInt8?] = [nil, UInt8(ascii: ":"), UInt8(ascii: "%")]
            if delimiters.contains(rest.first) { return "{model}" + String(Substring(rest)) }
        }
        return isID(segment) ? "{id}" : String(Substring(segment))
    }

    /// Whether a segment is no word: digits alone, or 16 characters or more of which several are digits.
    private static func isID(_ segment: Substring.UTF8View) -> Bool {
        let digits = segment.count { byte in (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
        guard digits > 0 else { return false }
        if digits == segment.count { return true }
        let isPlain = segment.allSatisfy { byte in
            byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z") || byte == UInt8(ascii: "-")
                || byte == UInt8(ascii: "_") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        }
        return isPlain && segment.count >= 16 && digits >= 4
    }
}
