internal import ByteCoding
internal import CaptureReading

/// What the path of a URL says at Amazon Bedrock's runtime: `/model/ID/converse-stream`.
///
/// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_Operations_Amazon_Bedrock_Runtime.html
struct BedrockPath {
    /// The operation: `converse-stream`.
    let operation: String

    /// The model's id, its encoding undone: an id or the name of a resource.
    let model: String

    /// Reads a path; nil when it is no operation on a model.
    init?(_ path: String) {
        let bytes = Array(path.utf8)[...]
        let collection = Array("/model/".utf8)
        guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")), bytes.starts(with: collection),
            slash > collection.count
        else { return nil }
        operation = String(decoding: bytes[(slash + 1)...], as: UTF8.self)
        model = BedrockPath.decoded(bytes[collection.count..<slash])
    }

    /// The text that percent signs with two digits behind them stand in; others stand for themselves.
    private static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
        var result: [UInt8] = []
        var rest = bytes
        while let byte = rest.popFirst() {
            let digits = rest.prefix(2).compactMap(\.hexadecimalDigit)
            if byte == UInt8(ascii: "%"), digits.count == 2 {
                result.append(digits[0] << 4 | digits[1])
                rest = rest.dropFirst(2)
            } else {
                result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
