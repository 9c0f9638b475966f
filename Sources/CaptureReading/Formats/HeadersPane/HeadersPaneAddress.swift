/// The address of a request, put together from the parts that Firefox shows each below its name.
///
/// Scheme, host, file name, then the parameters of the query, which it has decoded.
struct HeadersPaneAddress {
    /// Whether more parts may follow.
    var isOpen = false

    /// Where its first part stands, or nil when there is none.
    private(set) var place: Place?

    private var scheme: ArraySlice<UInt8> = []
    private var host: ArraySlice<UInt8> = []
    private var path: ArraySlice<UInt8>?
    private var query: [UInt8] = []

    /// Adds the part of a name.
    mutating func add(name: ArraySlice<UInt8>, value: ArraySlice<UInt8>, place: Place) {
        if name.isEqual(ignoringCase: "scheme"), !isOpen {
            scheme = value
        } else if name.isEqual(ignoringCase: "host"), path == nil {
            host = value
        } else if name.isEqual(ignoringCase: "filename"), path == nil {
            path = value
        } else {
            query += query.isEmpty ? "?".utf8 : "&".utf8
            query += name + "=".utf8 + value
        }
        isOpen = true
        self.place = self.place ?? place
    }

    /// The address, or nil when there is none.
    var text: String? {
        guard place != nil else { return nil }
        let parts: [[UInt8]] = [Array(scheme), Array("://".utf8), Array(host), Array(path ?? []), query]
        return String(decoding: parts.joined(), as: UTF8.self)
    }
}
