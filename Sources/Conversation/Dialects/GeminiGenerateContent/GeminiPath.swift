/// What the path of a URL says in the manner of Google's APIs: a resource, a colon, and a method of it.
///
/// https://google.aip.dev/136
struct GeminiPath {
    /// The method: `generateContent`.
    let method: String

    /// The model that the resource is, or nil when it is something else.
    let model: String?

    /// Reads a path; nil when its last segment has no colon, written as it is or as `%3A`.
    init?(_ path: String) {
        let bytes = Array(path.utf8)[...]
        guard let colon = GeminiPath.lastColon(in: bytes) else { return nil }
        method = String(decoding: bytes[colon.upperBound...], as: UTF8.self)
        model = GeminiPath.model(in: bytes[..<colon.lowerBound])
    }

    /// The model that a resource name names: what follows `models/`, or an endpoint or a tuned model with its
    /// collection before it (`endpoints/123`), since these are no names of models; nil for everything else.
    static func model(named resource: String) -> String? {
        model(in: Array(resource.utf8)[...])
    }

    /// The collections whose members answer prompts.
    private static let collections = ["models", "endpoints", "tunedModels"]

    private static func model(in resource: ArraySlice<UInt8>) -> String? {
        let segments = resource.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        let isCollection = { (segment: ArraySlice<UInt8>) in
            collections.contains { name in segment.elementsEqual(name.utf8) }
        }
        guard let collection = segments.lastIndex(where: isCollection),
            let first = segments[collection...].dropFirst().first
        else { return nil }
        let isModel = segments[collection].elementsEqual("models".utf8)
        let name = resource[(isModel ? first.startIndex : segments[collection].startIndex)...]
        return first.isEmpty ? nil : String(decoding: name, as: UTF8.self)
    }

    /// Where the last colon of the last segment stands.
    private static func lastColon(in path: ArraySlice<UInt8>) -> Range<Int>? {
        for start in path.indices.reversed() {
            let rest = path[start...]
            if rest.first == UInt8(ascii: "/") { return nil }
            if rest.first == UInt8(ascii: ":") { return start..<start + 1 }
            if rest.starts(with: "%3A".utf8) || rest.starts(with: "%3a".utf8) { return start..<start + 3 }
        }
        return nil
    }
}
