internal import JSONReading

/// Details while the pieces of an answer arrive, in the order in which their names first came.
struct DetailList: Sendable {
    /// The details so far.
    private(set) var details: [MessageDetail] = []

    /// Where the detail of a name stands: names are the capture's, as many as it likes, and told apart by their bytes.
    private var positions: [[UInt8]: Int] = [:]

    /// Keeps a value beside those that were said under its name before.
    mutating func add(_ value: JSONValue, as name: String) {
        let position = position(of: name)
        details[position].values.append(value)
    }

    /// Keeps a value beside those that were said under its name before, unless it repeats the last of them: some servers
    /// say in every piece what is the same in all.
    mutating func note(_ value: JSONValue, as name: String) {
        let position = position(of: name)
        if details[position].values.last?.rawBytes != value.rawBytes { details[position].values.append(value) }
    }

    /// Keeps a value in place of those that were said under its name before.
    mutating func replace(_ value: JSONValue, as name: String) {
        let position = position(of: name)
        details[position].values = [value]
    }

    /// How many names are compared one by one, which for the few that there most often are takes the least time.
    private static let fewNames = 8

    /// The position of a name, a new one where it has none.
    private mutating func position(of name: String) -> Int {
        for position in details.indices.prefix(DetailList.fewNames)
        where details[position].name.utf8.count == name.utf8.count
            && details[position].name.utf8.elementsEqual(name.utf8)
        {
            return position
        }
        let key = Array(name.utf8)
        if let known = positions[key] { return known }
        positions[key] = details.count
        details.append(MessageDetail(name: name, values: []))
        return details.count - 1
    }
}
