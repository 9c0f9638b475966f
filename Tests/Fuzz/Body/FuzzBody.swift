import CaptureReading
import FuzzSupport

/// Reads the input as a capture of raw messages, headers and all, and looks at the bodies that come out.
@c(LLVMFuzzerTestOneInput)
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = unsafe FuzzInput(start, count)
    let source = MemorySource(input.bytes)
    guard var reader = try? CaptureReader(reading: source, as: .httpMessage) else { return 0 }
    while let exchange = try? reader.next() {
        for body in [exchange.request?.body, exchange.response?.body] {
            guard let body else { continue }
            claim("a body without layers is as it was captured", !body.layers.isEmpty || body.bytes == body.encoded)
            claim("there are no more layers than are allowed", body.layers.count <= 7)
            claim("warnings are told once", Set(body.warnings).count == body.warnings.count)
            let place = body.place(ofByte: 0)
            claim("a place stands in the capture", (0...count).contains(place.byte))
        }
    }
    return 0
}
