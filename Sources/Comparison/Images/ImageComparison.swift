internal import Conversation
internal import Findings
internal import ImageValidation

/// Compares the images of two turns, each with the one at the same place among them.
struct ImageComparison {
    private let a: InspectedExchange
    private let b: InspectedExchange

    /// Compares images of two exchanges.
    init(_ a: InspectedExchange, _ b: InspectedExchange) {
        self.a = a
        self.b = b
    }

    /// The differences between the images of two turns.
    func changes(_ from: [EmbeddedImage], _ to: [EmbeddedImage]) -> [Change] {
        (0..<max(from.count, to.count)).compactMap { index in
            change(index < from.count ? from[index] : nil, index < to.count ? to[index] : nil)
        }
    }

    private func change(_ from: EmbeddedImage?, _ to: EmbeddedImage?) -> Change? {
        if let from, let to, from.blob.contentHash == to.blob.contentHash { return nil }
        let facts = (from.map(ImageFacts.init), to.map(ImageFacts.init))
        var change = Change(
            .images, (from ?? to)?.source ?? "", from: facts.0.map(ComparedValue.image),
            to: facts.1.map(ComparedValue.image), locationA: from?.place.map(a.location),
            locationB: to?.place.map(b.location))
        if let from, let to, let first = facts.0, let second = facts.1 {
            change.image = ImageComparison.likeness(from, to, first, second)
        }
        return change
    }

    private static func likeness(
        _ from: EmbeddedImage, _ to: EmbeddedImage, _ first: ImageFacts, _ second: ImageFacts
    ) -> ImageChange {
        let isSameSize = first.width == second.width && first.height == second.height
        let unread: ImageChange.Relation =
            isSameSize || first.width == nil || second.width == nil ? .differentBytes : .differentSize
        guard let left = pixels(of: from), let right = pixels(of: to) else { return ImageChange(relation: unread) }
        let comparison = PixelComparison(left, right)
        let relation: ImageChange.Relation =
            !isSameSize ? .differentSize : comparison.meanError == 0 ? .samePixels : .differentPixels
        return ImageChange(
            relation: relation, differingShare: comparison.differingShare, meanError: comparison.meanError,
            hashDistance: comparison.hashDistance)
    }

    private static func pixels(of image: EmbeddedImage) -> PixelImage? {
        guard case .bytes(let bytes, _) = image.blob.data else { return nil }
        return PixelImage(png: bytes[...])
    }
}

extension ImageFacts {
    /// What is told of an image: its size as its first bytes declare it.
    init(_ image: EmbeddedImage) {
        number = image.number
        source = image.source
        hash = image.blob.contentHash
        guard case .bytes(let bytes, _) = image.blob.data, !bytes.isEmpty else { return }
        byteCount = bytes.count
        let report = ImageValidator(options: ImageValidationOptions(depth: .structure)).validate(bytes[...])
        format = report.format?.rawValue
        width = report.width
        height = report.height
    }
}
