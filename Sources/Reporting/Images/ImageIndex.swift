internal import Findings
internal import MediaFinding

/// Knows the images of a capture again by the digests of their bytes.
struct ImageIndex {
    /// What is known of an image beside itself.
    struct Entry {
        /// The digest of its bytes; nil where they are not there.
        let digest: String?

        /// The number of the first image that has the same bytes; nil for that one itself.
        let first: Int?
    }

    private var first: [String: Int] = [:]

    /// The most images that are kept in mind.
    private static let most = 100_000

    /// The entries of images, in their order; they are kept in mind.
    mutating func entries(of images: [EmbeddedImage]) -> [Entry] {
        images.map { image in
            guard let bytes = image.medium.bytes, !bytes.isEmpty else { return Entry(digest: nil, first: nil) }
            let digest = ContentDigest.sha256(bytes[...])
            if let number = first[digest] { return Entry(digest: digest, first: number) }
            if first.count < ImageIndex.most { first[digest] = image.number }
            return Entry(digest: digest, first: nil)
        }
    }
}
