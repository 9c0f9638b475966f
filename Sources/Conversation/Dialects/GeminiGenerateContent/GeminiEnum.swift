internal import JSONReading

/// An enum that the API writes by name, and by number where a client asks for `enum-encoding=int`.
///
/// Only numbers that mean the same in Google AI Studio and in Vertex AI are given their names; others stay numbers.
struct GeminiEnum {
    /// The names by number.
    let names: [Int: String]

    /// The name of a value: of a number its name, or its digits where that is not known; nil for anything but a string
    /// or a number.
    func name(_ value: JSONValue) -> String? {
        if let name = value.string { return name }
        return value.int.flatMap { number in names[number] } ?? value.numberLexeme
    }

    /// Why a candidate ended.
    ///
    /// From 6 on the two products number differently.
    static let finishReason = GeminiEnum(names: [
        0: "FINISH_REASON_UNSPECIFIED", 1: "STOP", 2: "MAX_TOKENS", 3: "SAFETY", 4: "RECITATION", 5: "OTHER",
    ])

    /// Why a prompt was blocked.
    ///
    /// From 5 on the two products number differently.
    static let blockReason = GeminiEnum(names: [
        0: "BLOCK_REASON_UNSPECIFIED", 1: "SAFETY", 2: "OTHER", 3: "BLOCKLIST", 4: "PROHIBITED_CONTENT",
    ])

    /// Categories of harm.
    ///
    /// Below 7 the two products number differently.
    static let category = GeminiEnum(names: [
        7: "HARM_CATEGORY_HARASSMENT", 8: "HARM_CATEGORY_HATE_SPEECH", 9: "HARM_CATEGORY_SEXUALLY_EXPLICIT",
        10: "HARM_CATEGORY_DANGEROUS_CONTENT", 11: "HARM_CATEGORY_CIVIC_INTEGRITY",
    ])

    /// What a filter blocks.
    static let threshold = GeminiEnum(names: [
        0: "HARM_BLOCK_THRESHOLD_UNSPECIFIED", 1: "BLOCK_LOW_AND_ABOVE", 2: "BLOCK_MEDIUM_AND_ABOVE",
        3: "BLOCK_ONLY_HIGH",
        4: "BLOCK_NONE", 5: "OFF",
    ])

    /// Media in token counts.
    static let modality = GeminiEnum(names: [1: "TEXT", 2: "IMAGE", 3: "VIDEO", 4: "AUDIO", 5: "DOCUMENT"])

    /// What a finish reason comes down to, or nil where that is not known.
    static func unified(_ finishReason: String) -> FinishReason.Unified? {
        switch finishReason {
        case "STOP": .stop
        case "MAX_TOKENS": .length
        case "SAFETY", "RECITATION", "LANGUAGE", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII", "IMAGE_SAFETY",
            "IMAGE_PROHIBITED_CONTENT",
            "IMAGE_RECITATION", "MODEL_ARMOR":
            .contentFilter
        case "OTHER", "MALFORMED_FUNCTION_CALL", "IMAGE_OTHER", "NO_IMAGE", "UNEXPECTED_TOOL_CALL",
            "TOO_MANY_TOOL_CALLS",
            "MISSING_THOUGHT_SIGNATURE", "MALFORMED_RESPONSE":
            .error
        default: nil
        }
    }
}
