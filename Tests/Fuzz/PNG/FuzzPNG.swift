import FuzzSupport
import ImageValidation

/// Validates the input as PNG, whatever it is called.
@c(LLVMFuzzerTestOneInput)
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = unsafe FuzzInput(start, count)
    checkValidation(of: input, as: PNGFormat())
    return 0
}
