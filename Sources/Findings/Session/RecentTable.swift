/// A table that forgets the oldest of its keys when there are too many: what a rule may keep of a session.
package struct RecentTable<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private var values: [Key: Value] = [:]

    /// The keys in the order in which they came; the oldest stands at `oldest` once the table is full.
    private var keys: [Key] = []
    private var oldest = 0
    private let capacity: Int

    /// Creates an empty table of at most so many keys, one at least.
    package init(capacity: Int = 4_096) {
        self.capacity = max(1, capacity)
    }

    /// The value of a key; nil where there is none, or it was forgotten.
    ///
    /// A key that is set anew keeps its age; one that is set to nil stays in the queue without a value.
    package subscript(key: Key) -> Value? {
        get { values[key] }
        set {
            if values[key] == nil, newValue != nil { enqueue(key) }
            values[key] = newValue
        }
    }

    private mutating func enqueue(_ key: Key) {
        guard keys.count == capacity else {
            keys.append(key)
            return
        }
        values[keys[oldest]] = nil
        keys[oldest] = key
        oldest = (oldest + 1) % capacity
    }
}
