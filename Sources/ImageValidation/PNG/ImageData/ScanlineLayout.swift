/// How the rows of an image, or of a frame, follow one another in its inflated data.
///
/// PNG, 3rd edition, §8, §10.2
struct ScanlineLayout {
    /// A pass over the image; one that is not interlaced has one.
    struct Pass: Equatable {
        /// The number of the pass, from 1; 0 where there are no passes.
        let number: Int

        /// The pixels of a row.
        let width: Int

        /// The rows.
        let height: Int

        /// The bytes of a row, without its filter byte.
        let rowSize: Int
    }

    /// The passes that have pixels: an empty one has no bytes at all.
    let passes: [Pass]

    /// The bits of a pixel.
    let pixelBits: Int

    /// The pixels of the image, across and down.
    let imageSize: (width: Int, height: Int)

    /// The origin and the steps of each pass: x, y, horizontal, vertical.
    static let adam7 = [
        (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2),
    ]

    /// The layout of so many pixels under a header that is usable.
    init(of header: ImageHeader, width: Int, height: Int) {
        let bits = header.channels * Int(header.bitDepth)
        pixelBits = bits
        imageSize = (width, height)
        func pass(_ number: Int, _ width: Int, _ height: Int) -> Pass? {
            guard width > 0, height > 0 else { return nil }
            return Pass(number: number, width: width, height: height, rowSize: (width * bits + 7) / 8)
        }
        guard header.interlace == 1 else {
            passes = [pass(0, width, height)].compactMap { pass in pass }
            return
        }
        passes = ScanlineLayout.adam7.enumerated().compactMap { index, steps in
            pass(index + 1, (width - steps.0 + steps.2 - 1) / steps.2, (height - steps.1 + steps.3 - 1) / steps.3)
        }
    }

    /// The rows of all passes.
    var rowCount: Int { passes.reduce(0) { count, pass in count + pass.height } }

    /// The exact size of the inflated data; the largest number where it is larger than that.
    var byteCount: Int {
        passes.reduce(0) { total, pass in
            let (size, isTooBig) = pass.height.multipliedReportingOverflow(by: pass.rowSize + 1)
            let (sum, isTooMuch) = total.addingReportingOverflow(size)
            return isTooBig || isTooMuch ? .max : sum
        }
    }
}
