import FuzzSupport
import ImageValidation

/// Reads the input as the box of content credentials, and as the CBOR of a claim in one.
@c(LLVMFuzzerTestOneInput)
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = unsafe FuzzInput(start, count)
    check(input.slice, input.bytes)
    let claims = ["c2pa.claim", "c2pa.signature"].flatMap { label in superbox(label, box("cbor", input.bytes)) }
    let assertions = ["c2pa.actions", "c2pa.hash.data"].flatMap { label in superbox(label, box("cbor", input.bytes)) }
    let wrapped = superbox("c2pa", superbox("urn:a", superbox("c2pa.assertions", assertions) + claims))
    check(([0] + wrapped + [0])[1...wrapped.count], wrapped)
    return 0
}

/// Checks what holds of every input.
private func check(_ slice: ArraySlice<UInt8>, _ bytes: [UInt8]) {
    let credentials = ContentCredentials(slice)
    claim("credentials are the same wherever their bytes stand", credentials == ContentCredentials(bytes[...]))
    for exclusion in credentials?.dataHash?.exclusions ?? [] {
        claim("a range begins in a file", exclusion.lowerBound >= 0)
    }
}

/// A box of JUMBF.
private func box(_ type: String, _ content: [UInt8]) -> [UInt8] {
    let size = content.count + 8
    return [24, 16, 8, 0].map { shift in UInt8(truncatingIfNeeded: size >> shift) } + Array(type.utf8) + content
}

/// A box of boxes with a label.
private func superbox(_ label: String, _ content: [UInt8]) -> [UInt8] {
    box("jumb", box("jumd", [UInt8](repeating: 0, count: 16) + [3] + Array(label.utf8) + [0]) + content)
}
