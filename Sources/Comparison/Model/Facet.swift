internal import CaptureReading

/// Something that an exchange says under a name, and that is compared under that name, never by its position.
struct Facet {
    /// What it is in.
    let area: Change.Area

    /// The name.
    let path: String

    /// The value.
    let value: ComparedValue

    /// What the value has in common with others that count as the same.
    let hash: ContentHash

    /// Where it stands in the capture; nil where that is not known.
    let place: Place?

    /// Creates a facet; values are the same where their contents are, unless a digest says otherwise.
    init(_ area: Change.Area, _ path: String, _ value: ComparedValue, at place: Place? = nil, hash: ContentHash? = nil)
    {
        self.area = area
        self.path = path
        self.value = value
        self.place = place
        guard let hash else {
            var hasher = ContentHasher()
            value.hash(into: &hasher)
            self.hash = hasher.finish()
            return
        }
        self.hash = hash
    }

    /// The facets with each name made the only one of its kind: the second `a` becomes `a[2]`.
    static func numbered(_ facets: [Facet]) -> [Facet] {
        var counts: [String: Int] = [:]
        return facets.map { facet in
            let count = counts[facet.path, default: 0] + 1
            counts[facet.path] = count
            guard count > 1 else { return facet }
            return Facet(
                facet.area, "\(facet.path)[\(count)]", facet.value, at: facet.place, hash: facet.hash)
        }
    }
}
