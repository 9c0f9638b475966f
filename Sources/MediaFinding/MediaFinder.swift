internal import ByteCoding
internal import CaptureReading
internal import Conversation
internal import ImageValidation
internal import JSONReading

/// Finds the media in the bodies of an exchange, wherever they stand.
///
/// The payloads of JSON bodies are handed in while they are read for the conversation, so that nothing is read twice; all
/// other bodies are read here.
struct MediaFinder {
    /// What was found, in the order of the bodies.
    private(set) var media: [EmbeddedMedium] = []

    /// How many were found, those included that were found before.
    private var foundCount = 0

    /// How many more were found than are kept.
    private(set) var leftOutCount = 0

    private let exchange: Exchange
    private let isStream: Bool
    private var payloadCount = 0

    /// The media of the response, by the checksum of their bytes.
    private var answers: [UInt32: [Int]] = [:]

    /// The most media of an exchange that are kept.
    static let most = 10_000

    /// The shortest string that may be a placeholder, and the shortest in a stream, most of whose strings are words.
    private static let shortest = 5
    private static let shortestInStream = 12

    /// How many JSON documents may lie one in a string of the other.
    private static let mostDocuments = 3

    /// The shortest string that is looked at for a JSON document in it.
    private static let shortestDocument = 100

    /// Begins with an exchange.
    init(_ exchange: Exchange) {
        self.exchange = exchange
        isStream =
            switch exchange.response?.body?.content(declared: exchange.response?.mediaType) {
            case .json?, .other?, nil: false
            case .jsonLines?, .eventStream?, .awsEventStream?: true
            }
    }

    /// Looks through a payload of the request or of the response.
    ///
    /// - Parameters:
    ///   - payload: the payload.
    ///   - isAnswer: whether it is one of the response.
    /// - Returns: whether no medium was found in it.
    mutating func append(_ payload: Payload, isAnswer: Bool) -> Bool {
        var spot = MediumSpot()
        if isAnswer {
            payloadCount += payload.eventCount
            // In the event before there was none, and the texts of those that were joined are too short to hold one.
            guard payload.eventCount == 1 else { return true }
            if isStream { spot.event = payloadCount }
        }
        // The elements of an array are payloads of their own, and the array is the document.
        let base: [JSONPointer.Token] =
            payload.root.isDocumentRoot ? [] : [.index(isAnswer ? payloadCount - 1 : 0)]
        let shortest = isAnswer && isStream ? MediaFinder.shortestInStream : MediaFinder.shortest
        let foundBefore = foundCount
        walk(payload, Bearing(isAnswer: isAnswer, spot: spot, base: base, layers: []), shortest: shortest)
        return foundCount == foundBefore
    }

    private mutating func walk(_ payload: Payload, _ bearing: Bearing, shortest: Int) {
        JSONStringWalk(over: payload.root, shortest: shortest).visit { stop in
            look(at: stop, bearing) { payload.place(ofByte: stop.value.byteRange.lowerBound) }
        }
    }

    /// What is known of a document whose strings are looked at.
    private struct Bearing {
        var isAnswer: Bool
        var spot: MediumSpot
        var base: [JSONPointer.Token]
        var layers: [BodyLayer]
        var depth = 1
    }

    /// Looks at a string of JSON; where it stands is asked only of a medium.
    private mutating func look(at stop: JSONStringWalk.Stop, _ bearing: Bearing, place: () -> Place?) {
        let value = stop.value
        let raw = value.rawBytes.dropFirst()
        if DataURL.hasScheme(raw.span) {
            guard let url = DataURL(parsing: MediaFinder.characters(of: value), place: place()) else { return }
            return add(url.blob, [.dataURL, .base64], at: stop, bearing)
        }
        if let known = MediaPlaceCatalog.place(of: stop) {
            let type = DeclaredType(beside: stop, modality: known.modality).text
            return add(value, type: type, modality: known.modality, at: stop, bearing, place: place())
        }
        if MediaSignature.isImage(raw) {
            return add(value, type: nil, modality: .image, at: stop, bearing, place: place())
        }
        if raw.count >= MediaSignature.shortest { lookInside(stop, bearing, place: place) }
    }

    /// Looks for media in a string that is no medium: a document of JSON, or words with a `data:` URL among them.
    private mutating func lookInside(_ stop: JSONStringWalk.Stop, _ bearing: Bearing, place: () -> Place?) {
        let raw = stop.value.rawBytes.dropFirst()
        let first = raw.first
        if first == UInt8(ascii: "{") || first == UInt8(ascii: "["), raw.count >= MediaFinder.shortestDocument,
            bearing.depth < MediaFinder.mostDocuments
        {
            let text = MediaFinder.characters(of: stop.value)
            guard let root = JSONDocument(parsing: text).root else { return }
            var inner = bearing
            inner.depth += 1
            inner.layers.append(.json)
            inner.spot = spot(of: stop, bearing)
            inner.base = []
            return JSONStringWalk(over: root, shortest: MediaFinder.shortestInStream).visit { stop in
                look(at: stop, inner, place: place)
            }
        }
        EncodedRuns(in: raw).visit { run in
            var spot = spot(of: stop, bearing)
            spot.offset = run.range.lowerBound
            let text = raw.dropFirst(run.range.lowerBound).prefix(run.range.count)
            add(
                run, of: MediaFinder.withoutEscapes(text), layers: bearing.layers, isAnswer: bearing.isAnswer,
                spot: spot, place: place()?.advanced(by: run.range.lowerBound + 1))
        }
    }

    /// Adds the data that a string is, or the placeholder; words that are neither are no medium.
    private mutating func add(
        _ value: JSONValue, type: String?, modality: Modality?, at stop: JSONStringWalk.Stop, _ bearing: Bearing,
        place: Place?
    ) {
        let text = MediaFinder.characters(of: value)
        if let elision = Elision(recognising: text, byteCount: value.contentRange.count, place: place) {
            guard bearing.depth == 1 else { return }
            let blob = Blob(declaredType: type, data: .elided(elision), modality: modality, place: place)
            return add(blob, [.base64], at: stop, bearing)
        }
        guard MediaSignature.mayBeBase64(text) else { return }
        let decoding = Base64.decode(text)
        guard !decoding.bytes.isEmpty else { return }
        let data = BlobData.bytes(decoding.bytes, flaws: decoding.flaws)
        let blob = Blob(declaredType: type, data: data, modality: modality, place: place)
        add(blob, [.base64], at: stop, bearing, cut: CutData.placeholder(in: text, decoding))
    }

    private mutating func add(
        _ blob: Blob, _ layers: [BodyLayer], at stop: JSONStringWalk.Stop, _ bearing: Bearing, cut: String? = nil
    ) {
        add(
            EmbeddedMedium(
                blob: blob, isAnswer: bearing.isAnswer, spot: spot(of: stop, bearing),
                layers: bearing.layers + layers, cut: cut))
    }

    /// Adds an image that stands in a text.
    private mutating func add(
        _ run: EncodedRuns.Run, of text: ArraySlice<UInt8>, layers: [BodyLayer], isAnswer: Bool, spot: MediumSpot,
        place: Place?, isEcho: Bool = false
    ) {
        let decoding = Base64.decode(text)
        let blob = Blob(
            declaredType: run.declaredType, data: .bytes(decoding.bytes, flaws: decoding.flaws), modality: .image,
            place: place)
        let own: [BodyLayer] = run.declaredType == nil ? [.base64] : [.dataURL, .base64]
        add(EmbeddedMedium(blob: blob, isAnswer: isAnswer, spot: spot, layers: layers + own), isEcho: isEcho)
    }

    /// Keeps a medium, unless the same response has said it before.
    ///
    /// - Parameters:
    ///   - medium: the medium.
    ///   - isEcho: whether what was read before is read again, so that it is no second one.
    private mutating func add(_ medium: EmbeddedMedium, isEcho: Bool = false) {
        foundCount += 1
        let sum = medium.isAnswer ? medium.bytes.map { bytes in CRC32(of: bytes[...]).value } : nil
        if let sum, let first = answers[sum]?.first(where: { index in media[index].bytes == medium.bytes }) {
            if !isEcho { media[first].repeatCount += 1 }
            return
        }
        guard media.count < MediaFinder.most else {
            leftOutCount += 1
            return
        }
        if let sum { answers[sum, default: []].append(media.count) }
        media.append(medium)
    }

    private func spot(of stop: JSONStringWalk.Stop, _ bearing: Bearing) -> MediumSpot {
        var spot = bearing.spot
        let pointer = JSONPointer(bearing.base + stop.steps)
        if bearing.depth == 1 { spot.pointer = pointer } else { spot.inner.append(pointer) }
        return spot
    }

    /// The characters of a string.
    private static func characters(of value: JSONValue) -> ArraySlice<UInt8> {
        UnescapedString(value)?.bytes ?? []
    }

    /// Base64 as JSON has it, without the backslashes that some writers put before a slash.
    private static func withoutEscapes(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard text.contains(UInt8(ascii: "\\")) else { return text }
        return text.filter { byte in byte != UInt8(ascii: "\\") }[...]
    }
}

// MARK: Bodies that are no JSON

extension MediaFinder {
    /// Looks through the bodies that no payload was handed in of.
    mutating func readOtherBodies() {
        if let request = exchange.request, let body = request.body {
            read(body, type: request.mediaType, isAnswer: false)
        }
        if let response = exchange.response, let body = response.body {
            read(body, type: response.mediaType, isAnswer: true)
        }
    }

    private mutating func read(_ body: Body, type: MediaType?, isAnswer: Bool) {
        switch body.content(declared: type) {
        case .json, .awsEventStream: return
        case .jsonLines where isAnswer: return
        case .jsonLines:
            var reader = PayloadReader(body)
            var count = 0
            _ = reader.read(declared: type) { payload in
                count += 1
                var bearing = Bearing(isAnswer: false, spot: MediumSpot(), base: [], layers: [])
                bearing.spot.event = count
                walk(payload, bearing, shortest: MediaFinder.shortestInStream)
            }
        case .eventStream:
            // Its JSON was looked through; what is none was not.
            readText(body.bytes, isAnswer: isAnswer, spot: MediumSpot(), layers: [], place: body.place, isEcho: true)
        case .other:
            read(
                Piece(bytes: body.bytes, type: type, spot: MediumSpot(), layers: [], place: body.place),
                isAnswer: isAnswer, isWhole: true)
        }
    }

    /// A body, or a part of one.
    private struct Piece {
        var bytes: ArraySlice<UInt8>
        var type: MediaType?
        var spot: MediumSpot
        var layers: [BodyLayer]
        var place: Place
    }

    private mutating func read(_ piece: Piece, isAnswer: Bool, isWhole: Bool) {
        guard !piece.bytes.isEmpty else { return }
        let essence = piece.type?.essence ?? ""
        if isWhole, essence.hasPrefix("multipart/"), let boundary = piece.type?.parameter("boundary") {
            return readParts(of: piece, boundary: boundary, isAnswer: isAnswer)
        }
        if isWhole, essence == "application/x-www-form-urlencoded" {
            return readFields(of: piece, isAnswer: isAnswer)
        }
        if let medium = MediaFinder.medium(piece, isAnswer: isAnswer) { return add(medium) }
        if !isWhole, let first = piece.bytes.first, first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
            guard let root = JSONDocument(parsing: piece.bytes).root else { return }
            let bearing = Bearing(isAnswer: isAnswer, spot: piece.spot, base: [], layers: piece.layers)
            return JSONStringWalk(over: root, shortest: MediaFinder.shortest).visit { stop in
                look(at: stop, bearing) { piece.place.advanced(by: stop.value.byteRange.lowerBound) }
            }
        }
        readText(piece.bytes, isAnswer: isAnswer, spot: piece.spot, layers: piece.layers, place: piece.place)
    }

    /// The medium that a body or a part of one is: by its first bytes, or by its declared type.
    private static func medium(_ piece: Piece, isAnswer: Bool) -> EmbeddedMedium? {
        let essence = piece.type?.essence
        let format = ImageFormatCatalog.format(of: piece.bytes)?.id
        let isDeclared = ["image/", "audio/", "video/"].contains { prefix in essence?.hasPrefix(prefix) == true }
        guard format != nil || isDeclared || essence == "application/pdf" else { return nil }
        let modality: Modality? = format == nil || format == .pdf ? nil : .image
        let blob = Blob(
            declaredType: piece.type?.raw, data: .bytes(Array(piece.bytes), flaws: []), modality: modality,
            place: piece.place)
        return EmbeddedMedium(blob: blob, isAnswer: isAnswer, spot: piece.spot, layers: piece.layers)
    }

    private mutating func readParts(of piece: Piece, boundary: String, isAnswer: Bool) {
        for part in MultipartReading(piece.bytes, boundary: boundary).parts {
            var inner = piece
            inner.type = part.type
            inner.spot.field = part.name ?? ""
            inner.layers.append(.multipart)
            inner.bytes = part.content
            inner.place = piece.place.advanced(by: part.content.startIndex - piece.bytes.startIndex)
            guard part.isBase64 else {
                read(inner, isAnswer: isAnswer, isWhole: false)
                continue
            }
            let decoding = Base64.decode(part.content)
            inner.bytes = decoding.bytes[...]
            inner.layers.append(.base64)
            guard var medium = MediaFinder.medium(inner, isAnswer: isAnswer) else { continue }
            medium.blob.data = .bytes(decoding.bytes, flaws: decoding.flaws)
            add(medium)
        }
    }

    private mutating func readFields(of piece: Piece, isAnswer: Bool) {
        var start = piece.bytes.startIndex
        for field in piece.bytes.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false) {
            defer { start = field.endIndex + 1 }
            guard field.count >= MediaSignature.shortest else { continue }
            let name = field.prefix { byte in byte != UInt8(ascii: "=") }
            let spaced = field.dropFirst(name.count + 1).map { byte in byte == UInt8(ascii: "+") ? 0x20 : byte }
            let value = DataURL.percentDecoded(spaced[...])
            var spot = piece.spot
            spot.field = String(decoding: DataURL.percentDecoded(name), as: UTF8.self)
            let place = piece.place.advanced(by: start - piece.bytes.startIndex + name.count + 1)
            readField(value, isAnswer: isAnswer, spot: spot, layers: piece.layers + [.form], place: place)
        }
    }

    private mutating func readField(
        _ value: ArraySlice<UInt8>, isAnswer: Bool, spot: MediumSpot, layers: [BodyLayer], place: Place
    ) {
        if let url = DataURL(parsing: value, place: place) {
            return add(
                EmbeddedMedium(
                    blob: url.blob, isAnswer: isAnswer, spot: spot, layers: layers + [.dataURL, .base64]))
        }
        if MediaSignature.isImage(value) {
            // A plus sign that was not percent-encoded reads as a space.
            let text = value.map { byte in byte == 0x20 ? UInt8(ascii: "+") : byte }
            let decoding = Base64.decode(text[...])
            let blob = Blob(
                declaredType: nil, data: .bytes(decoding.bytes, flaws: decoding.flaws), modality: .image, place: place)
            return add(EmbeddedMedium(blob: blob, isAnswer: isAnswer, spot: spot, layers: layers + [.base64]))
        }
        let piece = Piece(bytes: value, type: nil, spot: spot, layers: layers, place: place)
        read(piece, isAnswer: isAnswer, isWhole: false)
    }

    private mutating func readText(
        _ text: ArraySlice<UInt8>, isAnswer: Bool, spot: MediumSpot, layers: [BodyLayer], place: Place,
        isEcho: Bool = false
    ) {
        EncodedRuns(in: text).visit { run in
            var spot = spot
            spot.offset = run.range.lowerBound
            let characters = text.dropFirst(run.range.lowerBound).prefix(run.range.count)
            add(
                run, of: MediaFinder.withoutEscapes(characters), layers: layers, isAnswer: isAnswer, spot: spot,
                place: place.advanced(by: run.range.lowerBound), isEcho: isEcho)
        }
    }
}
