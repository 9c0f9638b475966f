internal import ArgumentParser
internal import Findings

/// How far the images of a report are checked.
struct ImageDepthOptions: ParsableArguments {
    @Flag(help: "Check the pixels of every image (default: of the first 32 MiB of each capture).")
    var deep = false

    @Flag(help: "Check the pixels of no image: chunks and checksums only.")
    var quick = false

    /// Of which images the pixels are read.
    var extent: ImageCheck.Extent { deep ? .all : quick ? .none : .usual }

    /// All and none is wrong usage.
    func validate() throws {
        guard deep, quick else { return }
        throw ValidationError("expected --deep or --quick, found both")
    }
}
