internal import ArgumentParser
internal import Reporting

/// What `--embed-images` takes.
struct EmbeddedImages: ExpressibleByArgument {
    /// Which images.
    let images: PageOptions.Images

    /// Those of at most 2 MB.
    static let small = EmbeddedImages(images: .small)

    private init(images: PageOptions.Images) {
        self.images = images
    }

    /// Reads a word; nil when it is not known.
    init?(argument: String) {
        guard let images = PageOptions.Images(rawValue: argument) else { return nil }
        self.images = images
    }

    /// The words, for help texts.
    static var allValueStrings: [String] { PageOptions.Images.allCases.map(\.rawValue) }

    /// The argument as help shows it.
    var defaultValueDescription: String { images.rawValue }
}
