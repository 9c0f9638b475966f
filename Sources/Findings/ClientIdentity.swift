internal import CaptureReading

/// The programs that a request names: application, runtime, libraries, each as `name/version`.
struct ClientIdentity {
    /// The application: the first product of `User-Agent` that no browser sends too.
    let application: String?

    /// The runtime that the application brings along.
    let runtime: String?

    /// The provider's libraries.
    let libraries: [String]

    /// Reads the header section of a request.
    init(_ fields: FieldLines) {
        let products = ClientIdentity.products(of: fields.value("user-agent") ?? "")
        application = products.first { product in
            !ClientIdentity.browserProducts.contains(ClientIdentity.name(of: product).lowercased())
        }
        runtime = products.first { product in ClientIdentity.name(of: product) == "Electron" }
        let application = application
        libraries = ClientIdentity.products(of: fields.value("x-goog-api-client") ?? "").filter { product in
            let name = ClientIdentity.name(of: product)
            return !name.hasPrefix("gl-") && !ClientIdentity.plumbing.contains(name) && product != application
        }
    }

    /// What browsers, and the applications built on them, all send.
    private static let browserProducts: Set = [
        "mozilla", "applewebkit", "chrome", "headlesschrome", "chromium", "safari", "mobile", "version", "gecko",
        "firefox", "edg",
        "opr", "electron",
    ]

    /// What Google's libraries name beside themselves: languages (`gl-…`), transports and generators.
    private static let plumbing: Set = ["grpc", "gax", "gapic", "rest", "gccl", "pb"]

    /// The products of a header, without the comments between them.
    ///
    /// RFC 9110 §10.1.5
    private static func products(of value: String) -> [String] {
        var products: [[UInt8]] = [[]]
        var depth = 0
        for byte in value.utf8 {
            switch byte {
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"): depth = max(0, depth - 1)
            case UInt8(ascii: " "), UInt8(ascii: "\t"): if depth == 0 { products.append([]) }
            default: if depth == 0 { products[products.count - 1].append(byte) }
            }
        }
        return products.filter { product in !product.isEmpty }.map { product in String(decoding: product, as: UTF8.self)
        }
    }

    /// A product's name: what stands before its version.
    private static func name(of product: String) -> String {
        String(Substring(product.utf8.prefix { byte in byte != UInt8(ascii: "/") }))
    }
}

extension InspectedExchange {
    /// The programs that sent the request, each as `name/version`: the application, then the provider's libraries.
    public var clients: [String] {
        let identity = ClientIdentity(requestFields)
        return [identity.application].compactMap { name in name } + identity.libraries
    }
}
