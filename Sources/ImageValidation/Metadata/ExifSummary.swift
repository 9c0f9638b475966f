/// What Exif says of where, when and by what an image was made.
///
/// CIPA DC-008-2023 §4.6; TIFF 6.0 §2
public struct ExifSummary: Sendable, Hashable {
    /// A tag with a text, by its name.
    public struct Field: Sendable, Hashable {
        /// The name of the specification: `Software`.
        public let name: String

        /// The text.
        public let value: String
    }

    /// The texts that are there, in the order of the file.
    public private(set) var fields: [Field] = []

    /// Where the image was made, in degrees, north and east above 0; nil where nothing is said.
    public private(set) var position: Position?

    /// A place on the earth.
    public struct Position: Sendable, Hashable {
        /// The latitude in degrees.
        public let latitude: Double

        /// The longitude in degrees.
        public let longitude: Double
    }

    private static let names: [Int: String] = [
        0x010E: "ImageDescription", 0x010F: "Make", 0x0110: "Model", 0x0131: "Software", 0x0132: "DateTime",
        0x013B: "Artist", 0x8298: "Copyright", 0x9003: "DateTimeOriginal", 0x9286: "UserComment",
        0xA420: "ImageUniqueID", 0xA430: "CameraOwnerName", 0xA431: "BodySerialNumber",
    ]

    /// Reads Exif from its TIFF header on; nil where there is no such header.
    init?(_ bytes: ArraySlice<UInt8>) {
        guard let data = TIFFDirectory.Data(bytes) else { return nil }
        let main = TIFFDirectory(data, at: data.number(4, size: 4) ?? 0)
        let further = [0x8769, 0x8825].map { tag in
            main.entries.first { entry in entry.tag == tag }.map { entry in TIFFDirectory(data, at: entry.number) }
        }
        for entry in main.entries + (further[0]?.entries ?? []) {
            guard let name = ExifSummary.names[entry.tag], let text = data.text(of: entry) else { continue }
            fields.append(Field(name: name, value: text))
        }
        position = further[1].flatMap { directory in ExifSummary.position(in: directory, data) }
    }

    /// The place that the directory of GPS says.
    private static func position(in directory: TIFFDirectory, _ data: TIFFDirectory.Data) -> Position? {
        func degrees(_ tag: Int, negative: String) -> Double? {
            guard let value = directory.entries.first(where: { entry in entry.tag == tag + 1 }),
                let parts = data.rationals(of: value), parts.count == 3
            else { return nil }
            let reference = directory.entries.first { entry in entry.tag == tag }
            let sign = reference.flatMap { entry in data.text(of: entry) } == negative ? -1.0 : 1.0
            return sign * (parts[0] + parts[1] / 60 + parts[2] / 3600)
        }
        guard let latitude = degrees(1, negative: "S"), let longitude = degrees(3, negative: "W") else { return nil }
        return Position(latitude: latitude, longitude: longitude)
    }
}
