import CaptureReading
import Conversation
import FuzzSupport
import JSONReading

/// Makes a stream of the input's lines, each the text of an event whose form its first byte chooses, and claims that the
/// answer is the same, be its events joined or read one by one.
@c(LLVMFuzzerTestOneInput)
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = unsafe FuzzInput(start, count)
    guard let first = input.bytes.first else { return 0 }
    let (dialect, forms) = dialects[Int(first) % dialects.count]
    var stream: [UInt8] = []
    for (number, line) in input.bytes.dropFirst().split(separator: UInt8(ascii: "\n")).enumerated() {
        let form = forms[Int(line.first ?? 0) % forms.count]
        let parts = form.split(separator: "#", omittingEmptySubsequences: false).map { part in
            Array(part.replacing("%", with: "\(number)").utf8)
        }
        stream += Array("data: ".utf8) + Array(parts.joined(separator: line.dropFirst())) + Array("\n\n".utf8)
    }
    let body = Body(bytes: stream[...], place: Place(byte: 0))
    let joined = answer(to: body, dialect) { event in dialect.addedText(in: event) }
    let apart = answer(to: body, dialect) { _ in nil }
    claim("the answer is the same", joined == apart)
    return 0
}

/// The forms of events; `#` is the text, `%` the number of the event.
private let dialects: [(dialect: any APIDialect.Type, forms: [String])] = [
    (
        OpenAIChatCompletions.self,
        [
            ##"{"id":"c","created":%,"choices":[{"index":0,"delta":{"content":"#"}}]}"##,
            ##"{"id":"c","created":%,"choices":[{"index":0,"delta":{"reasoning":"#"}}],"usage":{"total_tokens":%}}"##,
            ##"{"id":"c","choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":"#"}}]}}]}"##,
            ##"{"id":"c","choices":[{"index":1,"delta":{"content":"#"},"finish_reason":"#"}]}"##,
            ##"{"id":"c","choices":[{"index":0,"delta":{"content":"a"},"logprobs":{"content":[{"token":"#"}]}}]}"##,
        ]
    ),
    (
        AnthropicMessages.self,
        [
            ##"{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"#"}}"##,
            ##"{"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":"#"}}"##,
            ##"{"type":"content_block_delta","index":1,"delta":{"type":"input_json_delta","partial_json":"#"}}"##,
            ##"{"type":"content_block_stop","index":0}"##, ##"{"type":"#"}"##,
        ]
    ),
    (
        GeminiGenerateContent.self,
        [
            ##"{"candidates":[{"content":{"parts":[{"text":"#"}]}}],"usageMetadata":{"totalTokenCount":%}}"##,
            ##"{"candidates":[{"content":{"parts":[{"text":"#","thought":true}]}}]}"##,
            ##"{"candidates":[{"content":{"parts":[{"text":"#"}]},"finishReason":"#"}]}"##,
            ##"{"candidates":[{"content":{"parts":[{"text":"a"}]},"citationMetadata":{"a":"#"}}]}"##,
        ]
    ),
    (
        OpenAIResponses.self,
        [
            ##"{"type":"response.output_text.delta","sequence_number":%,"item_id":"i","output_index":0,"delta":"#"}"##,
            ##"{"type":"response.output_text.delta","sequence_number":1%,"output_index":1,"delta":"#"}"##,
            ##"{"type":"response.reasoning_summary_text.delta","output_index":2,"delta":"#","obfuscation":"%"}"##,
            ##"{"type":"response.function_call_arguments.delta","output_index":3,"delta":"#"}"##,
            ##"{"type":"response.output_text.done","output_index":0,"text":"#"}"##,
        ]
    ),
]

/// What a stream's answer comes to, with every text and every warning.
private func answer(
    to body: Body, _ dialect: any APIDialect.Type, addedText: (JSONValue) -> AddedText?
) -> [String] {
    var reader = PayloadReader(body)
    var assembler = dialect.makeAssembler()
    var count = 0
    let shape = reader.read(declared: nil, addedText: addedText) { payload in
        count += payload.eventCount
        assembler.append(payload)
    }
    let answer = assembler.finish()
    func raw(_ value: JSONValue?) -> String { String(decoding: value?.rawBytes ?? [], as: UTF8.self) }
    let messages = answer.messages.flatMap { message in
        message.parts.map { part in
            let text =
                switch part.content {
                case .text(let text), .reasoning(let text): text
                case .toolCall(let call): call.argumentsText
                default: ""
                }
            return "\(text)\(part.place?.byte ?? 0)\(part.details.map(\.name))"
        } + [message.finishReason?.raw ?? ""]
    }
    let warnings = (reader.warnings + answer.warnings).map { warning in "\(warning)" }
    let usage = "\(raw(answer.usage))\(answer.usagePlace?.byte ?? 0)"
    return messages + warnings + [usage, "\(answer.isComplete)", "\(count)", "\(shape.eventCount ?? 0)"]
}
