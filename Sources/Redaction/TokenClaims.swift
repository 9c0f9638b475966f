internal import ByteCoding
internal import JSONReading

/// A JSON Web Token that keeps its header and the names of its claims, and loses what lets anybody in.
///
/// RFC 7519 §3, RFC 7515 §3.1
enum TokenClaims {
    /// The token with its signature and every text in its claims replaced; nil for what is no such token.
    ///
    /// - Parameters:
    ///   - token: the token.
    ///   - mark: gives the mark of a value.
    /// - Returns: a token of three parts that no server accepts.
    static func kept(of token: String, mark: (String) -> String) -> String? {
        let parts = token.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 3, let header = document(parts[0]), header.root?.isObject == true,
            let claims = document(parts[1]), let root = claims.root, root.isObject
        else { return nil }
        var edit = JSONEdit(of: claims)
        replaceTexts(of: root, in: &edit, mark)
        let payload = Base64.encode(edit.finish()).replacing("+", with: "-").replacing("/", with: "_").prefix {
            character in
            character != "="
        }
        return "\(Substring(parts[0])).\(payload).\(mark(token))"
    }

    private static func document(_ part: Substring.UTF8View) -> JSONDocument? {
        let document = JSONDocument(parsing: Base64.decode(Array(part)[...]).bytes)
        return document.isComplete ? document : nil
    }

    private static func replaceTexts(of value: JSONValue, in edit: inout JSONEdit, _ mark: (String) -> String) {
        switch value.kind {
        case .object: for member in value.members { replaceTexts(of: member.value, in: &edit, mark) }
        case .array: for element in value.elements { replaceTexts(of: element, in: &edit, mark) }
        case .string: edit.replace(value, withString: mark(value.string ?? ""))
        case .number, .true, .false, .null: return
        }
    }
}
