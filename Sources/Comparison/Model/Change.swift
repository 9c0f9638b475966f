public import CaptureReading

/// One difference between two exchanges.
public struct Change: Sendable {
    /// What a difference is in.
    public enum Area: String, CaseIterable, Sendable {
        /// Parameters, model and tools of the request.
        case config

        /// Filters of the request.
        case safety

        /// The lines of both header sections, method, target and status.
        case headers

        /// The turns that were sent.
        case conversation

        /// What came back.
        case answer

        /// What it took in tokens.
        case usage

        /// Images, sent or received.
        case images

        /// The rules that fired.
        case findings
    }

    /// What became of a value.
    ///
    /// RFC 6902 §4
    public enum Operation: String, Sendable {
        /// Only the second has it.
        case add

        /// Only the first has it.
        case remove

        /// Both have it, with different contents.
        case replace
    }

    /// What it is in.
    public var area: Area

    /// What it is of, by name: `safetySettings[HARM_CATEGORY_HARASSMENT]`, `tools[look_up].parameters.required`; captured.
    public var path: String

    /// The value on the first side, or nil where it has none.
    public var from: ComparedValue?

    /// The value on the second side, or nil where it has none.
    public var to: ComparedValue?

    /// Whether a filter lets more through on the second side than on the first.
    public var isLoosened = false

    /// Where it stands in the first capture; nil where it does not.
    public var locationA: Location?

    /// Where it stands in the second capture; nil where it does not.
    public var locationB: Location?

    /// The turn that it is; nil where it is none.
    public var turn: TurnChange?

    /// What two images have in common; nil where it is not about two images.
    public var image: ImageChange?

    /// What became of the value.
    public var operation: Operation {
        from == nil ? .add : to == nil ? .remove : .replace
    }

    /// Creates a difference; its values no longer hold the exchanges.
    init(
        _ area: Area, _ path: String, from: ComparedValue?, to: ComparedValue?, locationA: Location? = nil,
        locationB: Location? = nil
    ) {
        self.area = area
        self.path = path
        self.from = from?.detached
        self.to = to?.detached
        self.locationA = locationA
        self.locationB = locationB
    }
}
