/// What the content credentials of an image claim: who made it, how, and who signed that.
///
/// Nothing is verified here, least of all the signature: whoever wrote the file could claim anything. Nothing is ever
/// fetched.
///
/// C2PA 2.2 §8 to §11
public struct ContentCredentials: Sendable, Hashable {
    /// The label of the manifest that speaks for the image as it is: the last one.
    public let label: String

    /// How many manifests there are: those before the last speak of what the image was made from.
    public let manifestCount: Int

    /// The program that made the claim.
    public let claimGenerator: String?

    /// The title of the image.
    public let title: String?

    /// What was done, over all manifests, in order.
    public let actions: [Action]

    /// Who signed; nil where that cannot be told.
    public let signer: Signer?

    /// When it was signed, as a time-stamping authority says: `2025-11-20T14:30:15Z`; nil where none says so.
    public let signedAt: String?

    /// The hash of the image's bytes that was signed; nil where there is none.
    public let dataHash: DataHash?

    /// A step in the making of the image.
    public struct Action: Sendable, Hashable {
        /// What was done: `c2pa.created`.
        public let name: String

        /// The kind of source: the last component of the IPTC's address, `trainedAlgorithmicMedia`.
        public let digitalSourceType: String?

        /// The program that did it.
        public let softwareAgent: String?

        /// What is said of it in words.
        public let description: String?
    }

    /// Whom the signing certificate names.
    public struct Signer: Sendable, Hashable {
        /// The common name.
        public let commonName: String?

        /// The organization.
        public let organization: String?
    }

    /// A hash over the bytes of the image, some ranges left out.
    public struct DataHash: Sendable, Hashable {
        /// The algorithm: `sha256`.
        public let algorithm: String

        /// The hash.
        public let digest: [UInt8]

        /// The ranges that are left out, in the order of the claim.
        public let exclusions: [Range<Int>]
    }

    /// Reads the box of credentials; nil where it holds no manifest.
    package init?(_ bytes: ArraySlice<UInt8>) {
        let store = JUMBFBox.boxes(in: bytes).first { box in box.label == "c2pa" }
        let manifests = (store?.boxes ?? []).filter { box in box.type == "jumb" }.prefix(
            ContentCredentials.mostManifests)
        guard let active = manifests.last else { return nil }
        label = active.label ?? ""
        manifestCount = manifests.count
        let claim = active.box(labelled: "c2pa.claim")?.content(of: "cbor").flatMap(CBORReader.value)
        let information = claim?["claim_generator_info"]
        let named = information.flatMap { value in value.elements.first ?? value }
        claimGenerator = claim?["claim_generator"]?.text ?? named?["name"]?.text
        title = claim?["dc:title"]?.text
        actions = manifests.flatMap(ContentCredentials.actions)
        let signature = active.box(labelled: "c2pa.signature")?.content(of: "cbor").flatMap(
            ContentCredentials.signature)
        signer = signature.flatMap(ContentCredentials.signer)
        signedAt = signature.flatMap(ContentCredentials.time)
        dataHash = ContentCredentials.assertions(of: active, "c2pa.hash.data").first.flatMap(ContentCredentials.hash)
    }

    /// The most manifests that are read.
    private static let mostManifests = 100

    /// The assertions of a manifest whose label begins like this, as CBOR.
    private static func assertions(of manifest: JUMBFBox, _ label: String) -> [CBORValue] {
        (manifest.box(labelled: "c2pa.assertions")?.boxes ?? []).filter { box in box.label?.hasPrefix(label) == true }
            .compactMap { box in box.content(of: "cbor").flatMap(CBORReader.value) }
    }

    private static func actions(of manifest: JUMBFBox) -> [Action] {
        assertions(of: manifest, "c2pa.actions").flatMap { assertion in assertion["actions"]?.elements ?? [] }
            .compactMap { action in
                guard let name = action["action"]?.text else { return nil }
                let agent = action["softwareAgent"]
                let type = action["digitalSourceType"]?.text
                return Action(
                    name: name, digitalSourceType: type?.split(separator: "/").last.map(String.init),
                    softwareAgent: agent?.text ?? agent?["name"]?.text, description: action["description"]?.text)
            }
    }

    private static func hash(_ assertion: CBORValue) -> DataHash? {
        guard let digest = assertion["hash"]?.bytes else { return nil }
        let exclusions = assertion["exclusions"]?.elements.compactMap { range -> Range<Int>? in
            guard let start = range["start"]?.integer, let length = range["length"]?.integer, start >= 0, length >= 0
            else { return nil }
            let (end, isTooBig) = start.addingReportingOverflow(length)
            return isTooBig ? nil : start..<end
        }
        return DataHash(
            algorithm: assertion["alg"]?.text ?? "sha256", digest: Array(digest), exclusions: exclusions ?? [])
    }

    /// The two headers of a COSE signature.
    ///
    /// RFC 9052 §4.2
    private static func signature(_ content: ArraySlice<UInt8>) -> (protected: CBORValue?, unprotected: CBORValue)? {
        guard let parts = CBORReader.value(of: content)?.untagged.elements, parts.count >= 2 else { return nil }
        return (parts[0].bytes.flatMap(CBORReader.value), parts[1])
    }

    /// Whom the certificate of a signature names: the first of the chain.
    ///
    /// RFC 9360 §2
    private static func signer(_ signature: (protected: CBORValue?, unprotected: CBORValue)) -> Signer? {
        let chainLabel = 33
        let (protected, unprotected) = signature
        let chain =
            protected?[chainLabel] ?? unprotected[chainLabel] ?? protected?["x5chain"] ?? unprotected["x5chain"]
        guard let certificate = chain?.bytes ?? chain?.elements.first?.bytes else { return nil }
        return CertificateSubject.signer(of: certificate)
    }

    /// When a signature was stamped, the first time of several.
    ///
    /// C2PA 2.2 §10.3.2.5
    private static func time(_ signature: (protected: CBORValue?, unprotected: CBORValue)) -> String? {
        let stamps = ["sigTst2", "sigTst"].compactMap { name in signature.unprotected[name]?["tstTokens"] }
        return stamps.lazy.flatMap(\.elements).compactMap { token in token["val"]?.bytes.flatMap(TimeStampToken.time) }
            .first
    }
}
