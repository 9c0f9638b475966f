import CaptureReading
import FuzzSupport
import MediaFinding

/// Looks for media in the input as the body of a response and of a request, in each form that has a search of its own.
@c(LLVMFuzzerTestOneInput)
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = unsafe FuzzInput(start, count)
    let types = [
        "application/json", "text/event-stream", "text/plain", "multipart/form-data; boundary=b",
        "application/x-www-form-urlencoded",
    ]
    for type in types {
        let found = media(in: input.slice, type: type)
        claim("media are the same wherever their bytes stand", found == media(in: input.bytes[...], type: type))
        for (source, bytes) in found {
            claim(
                "a medium says where it stands", source.hasPrefix("request/body") || source.hasPrefix("response/body"))
            claim("a medium has no more bytes than its body", bytes ?? 0 <= input.bytes.count)
        }
    }
    return 0
}

/// The places and the sizes of the media in a body.
private func media(in bytes: ArraySlice<UInt8>, type: String) -> [(source: String, count: Int?)] {
    let place = Place(byte: 0)
    let fields = FieldLines([FieldLine(name: "Content-Type", value: type, place: place)])
    let body = Body(bytes: bytes, place: place)
    let exchange = Exchange(
        number: 1, source: ExchangeSource(bytes: bytes, start: .start),
        request: Request(fields: fields, body: body, place: place),
        response: Response(fields: fields, body: body, place: place))
    return ExchangeMedia(of: exchange).media.filter { medium in medium.part == nil }.map { medium in
        (medium.source, medium.bytes?.count)
    }
}

private func == (left: [(source: String, count: Int?)], right: [(source: String, count: Int?)]) -> Bool {
    left.elementsEqual(right) { one, other in one == other }
}
