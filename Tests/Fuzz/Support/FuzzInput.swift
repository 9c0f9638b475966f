/// An input that the fuzzer made.
public struct FuzzInput {
    /// The bytes.
    public let bytes: [UInt8]

    /// Copies the bytes that the fuzzer hands over; they are its own again after the call.
    public init(_ start: UnsafePointer<UInt8>?, _ count: Int) {
        // libFuzzer speaks C: a pointer and a count are all it has.
        bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
    }

    /// Some number that the input alone decides.
    public var seed: UInt64 {
        // FNV-1a.
        bytes.reduce(0xCBF2_9CE4_8422_2325) { hash, byte in (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }

    /// The bytes as the middle of a longer array: no parser may count from 0.
    public var slice: ArraySlice<UInt8> {
        let around: [UInt8] = [0x22, 0x5C, 0x7B]
        return (around + bytes + around)[around.count..<around.count + bytes.count]
    }
}
