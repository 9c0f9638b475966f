/// The beginning of a captured text: as much as any line of a report can show, and the size of the rest.
///
/// Reports keep these and not the texts, so that a capture of many long conversations does not have to fit in memory.
package struct Beginning: Hashable, Sendable {
    /// The first characters.
    package let text: String

    /// How many characters (Unicode scalars) follow them.
    package let hidden: Int

    /// The most characters that are kept.
    private static let limit = 1024

    /// Takes the beginning of a text, from which secrets have been taken out: a cut through one would show a part of
    /// it.
    package init(of whole: String) {
        guard whole.utf8.count > Beginning.limit else {
            text = whole
            hidden = 0
            return
        }
        let scalars = whole.unicodeScalars
        let kept = scalars.prefix(Beginning.limit)
        text = String(kept)
        hidden = kept.endIndex == scalars.endIndex ? 0 : whole.scalarCount - Beginning.limit
    }
}
