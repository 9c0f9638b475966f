internal import ByteCoding
internal import JSONReading

/// The fields of a form that an archive has without the text that was sent.
///
/// HAR 1.2, `params`
struct HTTPArchiveForm {
    private let params: JSONValue

    /// How many names of fields a message lists.
    private static let listed = 20

    /// Takes the value of `params`; nil when there is no field in it.
    init?(_ value: JSONValue?) {
        guard let value, value.isArray, value.count > 0 else { return nil }
        params = value
    }

    /// The form as a browser sends it; a field without a value is one whose value is lost.
    ///
    /// WHATWG URL §5.2
    func body(in source: ExchangeSource) -> Body {
        var bytes: [UInt8] = []
        var isWhole = true
        for param in params.elements {
            guard let name = param["name"]?.string else {
                isWhole = false
                continue
            }
            let value = param["value"].flatMap(HTTPArchiveForm.text)
            if value == nil || param["fileName"]?.filledString != nil { isWhole = false }
            if !bytes.isEmpty { bytes.append(UInt8(ascii: "&")) }
            HTTPArchiveForm.append(name, to: &bytes)
            bytes.append(UInt8(ascii: "="))
            HTTPArchiveForm.append(value ?? "", to: &bytes)
        }
        return Body(
            bytes: bytes[...], encoded: params.rawBytes, layers: [], wrapping: [.postDataParams],
            place: source.place(params.byteRange.lowerBound), warnings: isWhole ? [] : [.lostValues])
    }

    /// What there is of the form, in words: `2 fields alone: a, b (file c.png)`.
    var summary: String {
        let count = params.count
        let names = params.elements.prefix(HTTPArchiveForm.listed).map { param in
            let name = param["name"]?.string ?? "one without a name"
            return param["fileName"]?.filledString.map { file in "\(name) (file \(file))" } ?? name
        }
        let more = count > names.count ? " and \(count - names.count) more" : ""
        return "its \(count == 1 ? "one field" : "\(count) fields") alone: \(names.joined(separator: ", "))\(more)"
    }

    /// The value of a field: a string, or the text of a number or a word; nil for all else.
    private static func text(_ value: JSONValue) -> String? {
        switch value.kind {
        case .string: value.string
        case .number, .true, .false: String(decoding: value.rawBytes, as: UTF8.self)
        default: nil
        }
    }

    /// Appends a text under the percent-encoding of forms.
    ///
    /// WHATWG URL §1.3, `application/x-www-form-urlencoded` percent-encode set
    private static func append(_ text: String, to bytes: inout [UInt8]) {
        for byte in text.utf8 {
            if byte == UInt8(ascii: " ") {
                bytes.append(UInt8(ascii: "+"))
            } else if byte.isLetter || byte.isDigit || "*-._".utf8.contains(byte) {
                bytes.append(byte)
            } else {
                bytes += byte.percentEncoded
            }
        }
    }
}

extension BodyLayer {
    /// The fields of a form in a list.
    static let postDataParams = BodyLayer(rawValue: "post_data_params")
}
