public import CaptureReading
public import Conversation
public import MediaFinding
public import Redaction

/// An exchange with everything that was read out of it: what rules look at and reports show.
public struct InspectedExchange: Sendable {
    private let reading: ExchangeReading

    /// The images in it, numbered through the capture.
    public let images: [EmbeddedImage]

    /// What the rules found, in the catalogue's order.
    public private(set) var findings: [Finding]

    /// Inspects an exchange; its images are numbered from `firstImage` on.
    public init(_ exchange: Exchange, firstImage: Int = 1, rules: [any Rule.Type] = RuleCatalog.all) {
        var check = ImageCheck()
        self.init(ExchangeReading(of: exchange), firstImage: firstImage, rules: rules, checking: &check)
    }

    /// Inspects an exchange of a capture.
    ///
    /// - Parameters:
    ///   - reading: what was read out of the exchange.
    ///   - firstImage: the number of its first image.
    ///   - rules: the rules that look at it.
    ///   - check: how images are checked.
    public init(
        _ reading: ExchangeReading, firstImage: Int, rules: [any Rule.Type] = RuleCatalog.all,
        checking check: inout ImageCheck
    ) {
        self.reading = reading
        var images = EmbeddedImage.all(in: reading.media.media, numberedFrom: firstImage, check: &check)
        for index in images.indices where images[index].blob.elision != nil {
            let length = images[index].isAnswer ? reading.responseLength : reading.requestLength
            images[index].estimate = length?.elided
        }
        self.images = images
        findings = []
        for rule in rules { findings += rule.findings(in: self) }
    }

    /// Adds what was found in the session, where the catalogue has its rules.
    mutating func add(_ found: [Finding]) {
        guard !found.isEmpty else { return }
        // Sorting is stable: findings of one rule stay in their order.
        findings = (findings + found).sorted { left, right in left.rule < right.rule }
    }
}

extension InspectedExchange {
    /// The exchange.
    public var exchange: Exchange { reading.exchange }

    /// What it says as a conversation.
    public var conversation: ConversationReading { reading.media.conversation }

    /// The secrets in it: those that places tell, then those that only their shape does, then those of the capture's text
    /// around its messages.
    public var secrets: [Secret] { reading.secrets }

    /// Everything that it carries in itself, images included.
    public var media: [EmbeddedMedium] { reading.media.media }

    /// How many more such things there are than are listed.
    public var leftOutMediaCount: Int { reading.media.leftOutCount }

    /// The parts of its messages, each with where it stands.
    var placedParts: [PlacedPart] { reading.placedParts }

    /// The parts of its messages whose data were taken out.
    public var elidedParts: [ElidedPart] { reading.elidedParts }

    /// What the request's body says about its length.
    public var requestLength: BodyLength? { reading.requestLength }

    /// What the response's body says about its length.
    public var responseLength: BodyLength? { reading.responseLength }

    /// Where the request's JSON stops being JSON; nil when it is whole, or the request has none.
    var requestFault: Place? { reading.requestFault }

    /// Lines and columns of the exchange's places.
    public var lines: LineTable { reading.lines }

    /// The request's prompt.
    public var prompt: Prompt? { conversation.prompt }

    /// The answer.
    public var answer: Answer? { conversation.answer }

    /// The request.
    public var request: Request? { exchange.request }

    /// The response.
    public var response: Response? { exchange.response }

    /// The response's header section; empty when there is no response.
    public var responseFields: FieldLines { exchange.response?.fields ?? FieldLines() }

    /// The request's header section; empty when there is no request.
    public var requestFields: FieldLines { exchange.request?.fields ?? FieldLines() }

    /// Whether the response is an event stream.
    public var isEventStream: Bool {
        switch conversation.shape {
        case .eventStream, .awsEventStream: true
        case .json, .jsonLines, .opaque, nil: false
        }
    }

    /// Whether the exchange is traffic of an LLM API.
    public var isConversation: Bool { conversation.dialect != nil }

    /// Where something stands.
    public func location(of place: Place) -> Location {
        lines.location(of: place)
    }
}

extension InspectedExchange {
    /// Whether the Gemini API is spoken.
    var isGemini: Bool { conversation.dialect?.id == GeminiGenerateContent.id }

    /// Whether the request's body ends too soon, by its length or its coding, and no data were taken out of it.
    var isRequestCut: Bool { request?.body?.isCut == true && requestLength?.isExplained != true }

    /// Whether the response's body ends too soon, by its length or its coding, and no data were taken out of it.
    var isResponseCut: Bool { response?.body?.isCut == true && responseLength?.isExplained != true }

    /// The prompt, where all of it was captured: what is not in it was not sent.
    var wholePrompt: Prompt? {
        guard requestFault == nil, !isRequestCut, let prompt, !prompt.messages.isEmpty else {
            return nil
        }
        return prompt
    }

    /// The credentials that the request shows in its headers and its URL; values that were taken out are not among them.
    public var sentCredentials: [Secret] {
        secrets.filter { secret in
            guard secret.isCredential, !secret.isBlanked else { return false }
            return switch secret.container {
            case .requestHeader, .query, .userInformation: true
            case .responseHeader, .url, .json, .surroundings: false
            }
        }
    }
}

extension Body {
    /// Whether its end is missing.
    fileprivate var isCut: Bool { isTruncated || fault?.kind == .truncated }
}
