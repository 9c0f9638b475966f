internal import Findings
internal import MediaFinding

/// A medium of a capture, and what became of it.
struct ExtractedMedium {
    /// What became of a medium.
    enum State: String, CaseIterable {
        /// A file was written.
        case written

        /// A file would be written.
        case planned

        /// A file with the same bytes was written before.
        case again

        /// A placeholder stands for it.
        case elided

        /// It has no bytes.
        case empty

        /// It is damaged, and such were not wanted.
        case skipped

        /// Something is there already under the file's name.
        case exists

        /// It could not be written.
        case failed
    }

    /// The medium.
    let medium: EmbeddedMedium

    /// The image that it is; nil for other media.
    let image: EmbeddedImage?

    /// Its number in the capture, among those of its kind.
    let number: Int

    /// The number of its exchange.
    let exchange: Int

    /// The digest of its bytes; nil where there are none.
    var digest: String?

    /// The file that has its bytes; nil where none does.
    var file: String?

    /// What became of it.
    var state: State
}
