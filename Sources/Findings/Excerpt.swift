/// Captured text as a message quotes it: whole when it is short, else its beginning and an ellipsis.
package struct Excerpt: CustomStringConvertible {
    /// The most code points that are quoted.
    static let limit = 40

    /// The text, or as much of it as is quoted.
    package let description: String

    /// Shortens a text.
    ///
    /// Code points are counted: a hostile character can be made of as many as the capture has.
    package init(_ text: String) {
        let scalars = text.unicodeScalars
        guard let end = scalars.index(scalars.startIndex, offsetBy: Excerpt.limit, limitedBy: scalars.endIndex),
            end < scalars.endIndex
        else {
            description = text
            return
        }
        description = String(scalars[..<scalars.index(before: end)]) + "\u{2026}"
    }
}
