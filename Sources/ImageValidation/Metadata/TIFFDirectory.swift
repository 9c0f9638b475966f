/// A directory of TIFF: tags with values, or with where those stand.
///
/// TIFF 6.0 §2
struct TIFFDirectory {
    /// An entry.
    struct Entry {
        /// What it is about.
        let tag: Int

        /// The type of its values.
        let type: Int

        /// How many values it has.
        let count: Int

        /// Where its value field stands.
        let offset: Int

        /// The value field read as one number.
        let number: Int
    }

    /// The entries, up to the first that is not there.
    private(set) var entries: [Entry] = []

    /// The most entries that are read: no program writes as many.
    private static let mostEntries = 1000

    /// Reads a directory at an offset; what is not there has no entries.
    init(_ data: Data, at offset: Int) {
        guard offset > 0, let count = data.number(offset, size: 2) else { return }
        for index in 0..<min(count, TIFFDirectory.mostEntries) {
            let begin = offset + 2 + 12 * index
            guard let tag = data.number(begin, size: 2), let type = data.number(begin + 2, size: 2),
                let count = data.number(begin + 4, size: 4), let number = data.number(begin + 8, size: 4)
            else { return }
            entries.append(Entry(tag: tag, type: type, count: count, offset: begin + 8, number: number))
        }
    }

    /// The bytes that directories stand in, and their order.
    struct Data {
        private let bytes: ArraySlice<UInt8>
        private let isLittle: Bool

        /// The longest text that is kept.
        private static let longestText = 1 << 12

        /// Reads the order of the bytes; nil where there is no such header.
        init?(_ bytes: ArraySlice<UInt8>) {
            isLittle = bytes.starts(with: [0x49, 0x49, 0x2A, 0])
            guard isLittle || bytes.starts(with: [0x4D, 0x4D, 0, 0x2A]) else { return nil }
            self.bytes = bytes
        }

        /// The number of 2 or 4 bytes at an offset; nil outside the bytes.
        func number(_ offset: Int, size: Int) -> Int? {
            guard offset >= 0, bytes.count - offset >= size else { return nil }
            if size == 2 { return isLittle ? bytes.little16(offset) : bytes.big16(offset) }
            return isLittle ? bytes.little32(offset) : bytes.big32(offset)
        }

        /// Where the values of an entry stand: in its value field where they fit, else where that says.
        private func place(of entry: Entry, size: Int) -> Int? {
            let (total, isTooMuch) = entry.count.multipliedReportingOverflow(by: size)
            guard !isTooMuch else { return nil }
            let place = total <= 4 ? entry.offset : entry.number
            return bytes.count - place >= total ? place : nil
        }

        /// The text of an entry of ASCII, of UTF-8, or of undefined bytes behind the name of their character set.
        func text(of entry: Entry) -> String? {
            guard [2, 7, 129].contains(entry.type), let place = place(of: entry, size: 1) else { return nil }
            var text = bytes.part(place, min(entry.count, Data.longestText))
            if entry.type == 7 {
                guard text.has("ASCII\0\0\0") else { return nil }
                text = text.dropFirst(8)
            }
            text = text.prefix { byte in byte != 0 }
            return text.isEmpty ? nil : String(strictlyDecodingUTF8: text) ?? String(decodingLatin1: text)
        }

        /// The fractions of an entry; nil where one has no value.
        func rationals(of entry: Entry) -> [Double]? {
            guard entry.type == 5, (1...8).contains(entry.count), let place = place(of: entry, size: 8) else {
                return nil
            }
            let values = (0..<entry.count).compactMap { index -> Double? in
                guard let upper = number(place + 8 * index, size: 4),
                    let lower = number(place + 8 * index + 4, size: 4),
                    lower != 0
                else { return nil }
                return Double(upper) / Double(lower)
            }
            return values.count == entry.count ? values : nil
        }
    }
}
