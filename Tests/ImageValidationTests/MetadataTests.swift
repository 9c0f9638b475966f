import ImageValidation
import TestSupport
import Testing

private typealias Build = PNGBuilder

@Suite("Metadata and provenance")
struct MetadataTests {
    static let image = PNGBuilder.image()

    static func text(_ keyword: String, _ text: String) -> PNGBuilder {
        image.with("iTXt", Array("\(keyword)\0\0\0\0\0\(text)".utf8))
    }

    static func report(_ image: PNGBuilder) -> ImageReport { ImageValidator().validate(image.bytes[...]) }

    @Test("the parameters of web UIs are read, quoted values and lines of the prompt included")
    func automatic1111() throws {
        let text =
            "a cat,\nsleeping\nNegative prompt: dogs\nSteps: 20, Sampler: Euler a, Seed: 1, Lora hashes: \"a: 1, b: 2\""
        let generation = try #require(MetadataTests.report(MetadataTests.text("parameters", text)).generation)
        #expect(generation.generator == "AUTOMATIC1111")
        #expect(generation.prompt == "a cat,\nsleeping")
        #expect(generation.negativePrompt == "dogs")
        #expect(generation.settings.map(\.name) == ["Steps", "Sampler", "Seed", "Lora hashes"])
        #expect(generation.settings.last?.value == "\"a: 1, b: 2\"")
    }

    @Test("the graph of ComfyUI is counted, and what it is made from told")
    func comfyUI() throws {
        let graph = #"""
            {"1": {"class_type": "KSampler", "inputs": {"seed": 7, "model": ["2", 0]}},
             "2": {"class_type": "CheckpointLoaderSimple", "inputs": {"ckpt_name": "a.safetensors"}},
             "3": {"class_type": "CLIPTextEncode", "inputs": {"text": "a cat"}}}
            """#
        let generation = try #require(MetadataTests.report(MetadataTests.text("prompt", graph)).generation)
        #expect(generation.generator == "ComfyUI")
        #expect(generation.nodeCount == 3)
        #expect(generation.settings.map(\.value) == ["7", "a.safetensors", "a cat"])
    }

    @Test("a prompt that is no graph is nobody's")
    func otherPrompts() {
        #expect(MetadataTests.report(MetadataTests.text("prompt", "{}")).generation == nil)
        #expect(MetadataTests.report(MetadataTests.text("parameters", "words")).generation == nil)
    }

    static let objects: [(String, String, String)] = [
        ("invokeai_metadata", #"{"positive_prompt": "a cat", "negative_prompt": "dogs", "seed": 7}"#, "InvokeAI"),
        ("parameters", #"{"sui_image_params": {"prompt": "a cat", "negativeprompt": "dogs", "seed": 7}}"#, "SwarmUI"),
    ]

    @Test("objects of settings are read", arguments: objects)
    func settings(_ keyword: String, _ object: String, _ generator: String) throws {
        let generation = try #require(MetadataTests.report(MetadataTests.text(keyword, object)).generation)
        #expect(generation.generator == generator)
        #expect(generation.prompt == "a cat" && generation.negativePrompt == "dogs")
        #expect(generation.settings.map(\.value) == ["7"])
    }

    @Test("NovelAI spreads its settings over texts")
    func novelAI() throws {
        let image = MetadataTests.text("Software", "NovelAI").with("tEXt", Array("Description\0a cat".utf8))
            .with("tEXt", Array(#"Comment\#0{"seed": 7, "uc": "dogs"}"#.utf8))
        let generation = try #require(MetadataTests.report(image).generation)
        #expect(generation.generator == "NovelAI")
        #expect(generation.prompt == "a cat" && generation.negativePrompt == "dogs")
    }

    /// Exif with a text, and a place in a directory of its own; the numbers are little-endian.
    static let exif: [UInt8] = {
        func entry(_ tag: UInt16, _ type: UInt8, _ count: UInt8, _ value: [UInt8]) -> [UInt8] {
            [UInt8(tag & 0xFF), UInt8(tag >> 8), type, 0, count, 0, 0, 0] + value
        }
        func fractions(_ numbers: UInt8...) -> [UInt8] { numbers.flatMap { number in [number, 0, 0, 0, 1, 0, 0, 0] } }
        let main =
            [2, 0] + entry(0x0131, 2, 4, Array("cam\0".utf8)) + entry(0x8825, 4, 1, [38, 0, 0, 0]) + [0, 0, 0, 0]
        let place =
            [4, 0] + entry(1, 2, 2, [0x53, 0, 0, 0]) + entry(2, 5, 3, [92, 0, 0, 0]) + entry(3, 2, 2, [0x45, 0, 0, 0])
            + entry(4, 5, 3, [116, 0, 0, 0]) + [0, 0, 0, 0]
        return [0x49, 0x49, 0x2A, 0, 8, 0, 0, 0] + main + place + fractions(31, 30, 36) + fractions(115, 45, 0)
    }()

    @Test("Exif tells programs and places, in a PNG and in a JPEG")
    func exif() throws {
        let inJPEG = JPEGTests.start + JPEGTests.segment(0xE1, Array("Exif\0\0".utf8) + MetadataTests.exif)
        let reports = [
            MetadataTests.report(MetadataTests.image.with("eXIf", MetadataTests.exif)),
            ImageValidator().validate((inJPEG + JPEGTests.image.dropFirst(2))[...]),
        ]
        for report in reports {
            let exif = try #require(report.exif)
            #expect(exif.fields.map(\.name) == ["Software"] && exif.fields.map(\.value) == ["cam"])
            let position = try #require(exif.position)
            #expect(abs(position.latitude + 31.51) < 0.000_001 && position.longitude == 115.75)
        }
    }

    @Test("Exif that is cut or changed anywhere gives no more than less")
    func damagedExif() {
        for count in MetadataTests.exif.indices {
            var changed = MetadataTests.exif
            changed[count] ^= 0xFF
            for exif in [Array(MetadataTests.exif.prefix(count)), changed] {
                let report = MetadataTests.report(MetadataTests.image.with("eXIf", exif))
                #expect((report.exif?.fields.count ?? 0) <= 3)
            }
        }
    }

    @Test("XMP tells its credit as an attribute and as an element")
    func xmp() throws {
        let packet = "<rdf xmp:CreatorTool='a &amp;lt; b'><photoshop:Credit>Made with Google AI</photoshop:Credit>"
        let xmp = try #require(MetadataTests.report(MetadataTests.text("XML:com.adobe.xmp", packet)).xmp)
        #expect(xmp.properties.map(\.name) == ["photoshop:Credit", "xmp:CreatorTool"])
        #expect(xmp.properties.map(\.value) == ["Made with Google AI", "a &lt; b"])
    }

    @Test("credentials tell what was done and who says so, in a PNG, and in pieces in a JPEG")
    func credentials() throws {
        let store = CredentialsBuilder.store(hash: [7], exclusions: [(33, 12)])
        let first = JPEGTests.segment(0xEB, Array("JP".utf8) + [0, 1, 0, 0, 0, 1] + store.prefix(100))
        let second = JPEGTests.segment(
            0xEB, Array("JP".utf8) + [0, 1, 0, 0, 0, 2] + store.prefix(8) + store.dropFirst(100))
        let inJPEG = JPEGTests.start + first + second + JPEGTests.image.dropFirst(2)
        for report in [
            MetadataTests.report(MetadataTests.image.with("caBX", store)), ImageValidator().validate(inJPEG[...]),
        ] {
            let credentials = try #require(report.credentials)
            #expect(report.defects == [])
            #expect(credentials.label == "urn:b" && credentials.manifestCount == 2)
            #expect(credentials.claimGenerator == "Painter 1" && credentials.title == "a cat")
            #expect(
                credentials.actions.map(\.digitalSourceType) == ["trainedAlgorithmicMedia", "trainedAlgorithmicMedia"])
            #expect(credentials.actions.first?.softwareAgent == "Painter")
            #expect(credentials.signer?.commonName == "Signer" && credentials.signer?.organization == "House")
            #expect(credentials.signedAt == "2025-11-20T14:30:15.5Z")
            #expect(credentials.dataHash?.digest == [7] && credentials.dataHash?.exclusions == [33..<45])
        }
    }

    @Test("credentials that are cut or changed anywhere end with a report")
    func damagedCredentials() {
        let store = CredentialsBuilder.store()
        var random = SplitMix(seed: 5)
        for count in stride(from: 0, to: store.count, by: 3) {
            _ = MetadataTests.report(MetadataTests.image.with("caBX", Array(store.prefix(count))))
            var changed = store
            changed[count] = UInt8.random(in: 0...255, using: &random)
            #expect(MetadataTests.report(MetadataTests.image.with("caBX", changed)).pixels == .ok)
        }
    }
}
