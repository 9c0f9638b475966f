/// What ends an element of `entries`.
enum HTTPArchiveEntryEnd {
    /// Its own bracket, or what stands behind a number or a word.
    case bracket

    /// The next entry, which begins before the brackets of this one are closed: it is damaged.
    case nextEntry

    /// The end of the capture.
    case capture
}
