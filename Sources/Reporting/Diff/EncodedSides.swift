internal import Comparison
internal import Redaction

/// A number of tokens on both sides; nothing where neither is known.
struct EncodedSides: EncodedValue {
    private let a: Int?
    private let b: Int?

    /// Takes both sides.
    init?(_ a: Int?, _ b: Int?) {
        guard a != nil || b != nil else { return nil }
        self.a = a
        self.b = b
    }

    func write(to writer: inout RedactingWriter) {
        writer.object { writer in
            writer.number("a", a)
            writer.number("b", b)
        }
    }
}

/// How long two exchanges took; nothing where neither is known.
struct EncodedDurations: EncodedValue {
    private let a: Double?
    private let b: Double?

    /// Takes both sides.
    init?(_ a: Double?, _ b: Double?) {
        guard a != nil || b != nil else { return nil }
        self.a = a
        self.b = b
    }

    func write(to writer: inout RedactingWriter) {
        writer.object { writer in
            writer.number("a", a)
            writer.number("b", b)
        }
    }
}

/// A credential of both requests: never its value.
struct EncodedCredential: EncodedValue {
    private let credential: CredentialComparison

    /// Takes a credential.
    init(_ credential: CredentialComparison) {
        self.credential = credential
    }

    func write(to writer: inout RedactingWriter) {
        writer.object { writer in
            writer.captured("name", credential.name)
            writer.flag("same", credential.isSame)
            writer.own("a", writer.redactor.mark(of: credential.a.value)?.identifier)
            writer.own("b", writer.redactor.mark(of: credential.b.value)?.identifier)
        }
    }
}
