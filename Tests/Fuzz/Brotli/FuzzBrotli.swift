import ContentDecoding
import FuzzSupport

/// Decodes the input under `Brotli`, whole and in pieces.
@c(LLVMFuzzerTestOneInput)
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = unsafe FuzzInput(start, count)
    checkDecoding(of: input, under: Brotli())
    return 0
}
