internal import JSONReading

/// The safety ratings of a candidate while its chunks arrive: the last list counts, and a category that was blocked once
/// stays blocked.
struct GeminiRatings: Sendable {
    /// The last list.
    private var last: JSONValue?

    /// The ratings that blocked, by category.
    private var blocking: [String: JSONValue] = [:]

    /// Takes the ratings of a chunk; an empty list says nothing.
    mutating func append(_ ratings: JSONValue) {
        guard ratings.count > 0 else { return }
        last = ratings
        for rating in ratings.elements where rating["blocked"]?.bool == true {
            if let category = GeminiRatings.category(of: rating) { blocking[category] = rating }
        }
    }

    /// The list, verbatim where no category lost its block.
    var value: JSONValue? {
        guard let last else { return nil }
        var lost = blocking
        for rating in last.elements where rating["blocked"]?.bool == true {
            if let category = GeminiRatings.category(of: rating) { lost[category] = nil }
        }
        guard !lost.isEmpty else { return last }
        var writer = JSONWriter()
        writer.beginArray()
        for rating in last.elements {
            let isLost = GeminiRatings.category(of: rating).map { category in lost[category] != nil } ?? false
            if isLost { GeminiRatings.write(rating, to: &writer) } else { writer.value(rating) }
            if let category = GeminiRatings.category(of: rating) { lost[category] = nil }
        }
        for (_, rating) in lost.sorted(by: { left, right in left.key < right.key }) { writer.value(rating) }
        writer.endArray()
        return JSONDocument(parsing: writer.take()).root
    }

    /// Writes a rating as one that blocked.
    private static func write(_ rating: JSONValue, to writer: inout JSONWriter) {
        writer.beginObject()
        for member in rating.members where member.name != "blocked" {
            writer.key(member.name)
            writer.value(member.value)
        }
        writer.key("blocked")
        writer.bool(true)
        writer.endObject()
    }

    /// The category as it is written, be it a name or a number.
    private static func category(of rating: JSONValue) -> String? {
        rating["category"].map { category in String(decoding: category.rawBytes, as: UTF8.self) }
    }
}
