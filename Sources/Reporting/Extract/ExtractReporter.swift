public import CaptureReading
internal import Conversation
public import Findings
internal import ImageValidation
internal import JSONReading
public import MediaFinding
public import Redaction

/// Extracts the media of captures: hands each to a store under a safe name, once however often it stands there, and
/// writes a manifest (`unspool.extract/1`) that ties every file to its places.
///
/// Both are written exchange by exchange, so that an extraction takes the memory of one exchange.
public struct ExtractReporter: Reporter {
    /// What is extracted, and how that is told.
    public struct Options: Sendable {
        /// The kinds of media.
        public var kinds: Set<EmbeddedMedium.Kind>

        /// Whether images that are invalid are extracted too.
        public var keepsInvalid: Bool

        /// How lines for people are laid out; nil where none are wanted.
        public var text: TextOptions?

        /// The version of the program, as the manifest names it.
        public var version: String

        /// Creates options.
        public init(kinds: Set<EmbeddedMedium.Kind>, keepsInvalid: Bool, text: TextOptions?, version: String) {
            self.kinds = kinds
            self.keepsInvalid = keepsInvalid
            self.text = text
            self.version = version
        }
    }

    private let options: Options
    private let store: any MediumStore
    private let writeText: Output
    private let writeManifest: Output
    private var writer: RedactingWriter
    private var tally = ExtractTally()
    private var heading: CaptureHeading?
    private var isBegun = false
    private var otherCount: [EmbeddedMedium.Kind: Int] = [:]
    private var leftOutCount = 0

    /// The files of the run: their names by the digests of their bytes, and all names.
    private var files: [String: String] = [:]
    private var names: Set<String> = []

    /// What became of files that could not be written, by the digests of their bytes: they are not tried again under
    /// another number.
    private var refused: [String: ExtractedMedium.State] = [:]

    /// Creates a reporter.
    ///
    /// - Parameters:
    ///   - options: what is extracted, and how that is told.
    ///   - store: takes the files.
    ///   - text: takes the lines for people.
    ///   - manifest: takes the manifest, piece by piece.
    public init(
        options: Options, store: any MediumStore, text: @escaping Output, manifest: @escaping Output
    ) {
        self.options = options
        self.store = store
        writeText = text
        writeManifest = manifest
        writer = RedactingWriter(
            layout: .indented(by: 2), redactor: Redactor(SecretLedger(), style: .identifier))
    }

    /// Whether every file was written that was to be.
    public var isWhole: Bool { tally.count(.exists) == 0 && tally.count(.failed) == 0 }

    /// Begins a capture.
    public mutating func begin(_ capture: CaptureHeading, redactor: Redactor) {
        beginDocument()
        writer.redactor = redactor
        heading = capture
        otherCount = [:]
        leftOutCount = 0
        writer.beginObject()
        writer.captured("path", capture.path)
        writer.own("format", capture.capture.format.rawValue)
        writer.beginArray("media")
        writeManifest(writer.take())
    }

    /// Extracts the media of an exchange.
    public mutating func add(_ exchange: InspectedExchange) {
        var images = exchange.images[...]
        writer.lines = exchange.lines
        leftOutCount += exchange.leftOutMediaCount
        for medium in exchange.media {
            let image = medium.kind == .image ? images.popFirst() : nil
            let number = image?.number ?? otherCount[medium.kind, default: 0] + 1
            otherCount[medium.kind] = number
            guard options.kinds.contains(medium.kind) else { continue }
            let extracted = extract(medium, image: image, number: number, of: exchange.exchange.number)
            tally.add(extracted)
            EncodedExtractedMedium(extracted: extracted).write(to: &writer)
            writeManifest(writer.take())
            tell(extracted)
        }
        writer.lines = nil
    }

    /// Ends a capture.
    public mutating func end(_ capture: Capture) {
        writer.endArray()
        writer.number("left_out", leftOutCount > 0 ? leftOutCount : nil)
        writer.endObject()
        writeManifest(writer.take())
    }

    /// Ends the manifest.
    public mutating func finish() {
        beginDocument()
        writer.endArray()
        writer.member("summary", tally)
        writer.endObject()
        writeManifest(writer.take() + [UInt8(ascii: "\n")])
        guard let text = options.text else { return }
        var renderer = TextRenderer(text)
        renderer.render([.remark(Inline(tally.words))])
        writeText(Array(renderer.text.utf8))
    }

    private mutating func beginDocument() {
        guard !isBegun else { return }
        isBegun = true
        writer.beginObject()
        writer.own("schema", "unspool.extract/1")
        writer.tool(version: options.version)
        writer.beginArray("captures")
    }

    /// Hands a medium to the store, unless there is nothing to keep or it was kept before.
    private mutating func extract(
        _ medium: EmbeddedMedium, image: EmbeddedImage?, number: Int, of exchange: Int
    ) -> ExtractedMedium {
        var extracted = ExtractedMedium(
            medium: medium, image: image, number: number, exchange: exchange, state: .elided)
        guard let bytes = medium.bytes else { return extracted }
        extracted.state = .empty
        guard !bytes.isEmpty else { return extracted }
        let digest = ContentDigest.sha256(bytes[...])
        extracted.digest = digest
        if let file = files[digest] {
            extracted.file = file
            extracted.state = .again
            return extracted
        }
        if let state = refused[digest] {
            extracted.state = state
            return extracted
        }
        extracted.state = .skipped
        if !options.keepsInvalid, image?.report?.verdict == .invalid { return extracted }
        var name = MediumFileName(of: medium, number: number, digest: digest).text
        if names.contains(name) {
            name = MediumFileName(of: medium, number: number, digest: digest, isWhole: true).text
        }
        names.insert(name)
        switch store.store(bytes[...], as: name) {
        case .written: extracted.state = .written
        case .again: extracted.state = .again
        case .planned: extracted.state = .planned
        case .exists: extracted.state = .exists
        case .failed: extracted.state = .failed
        }
        guard extracted.state != .exists, extracted.state != .failed else {
            refused[digest] = extracted.state
            return extracted
        }
        files[digest] = name
        extracted.file = name
        return extracted
    }

    /// Says in a line what became of a medium.
    private func tell(_ extracted: ExtractedMedium) {
        guard let text = options.text else { return }
        let wording = ExtractWording(redactor: writer.redactor)
        var renderer = TextRenderer(text)
        renderer.render([.facts(wording.facts(of: extracted), gap: 3)])
        writeText(Array(renderer.text.utf8))
    }
}
