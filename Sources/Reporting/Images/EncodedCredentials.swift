internal import ImageValidation

/// What content credentials claim, as JSON outputs show it.
struct EncodedCredentials: EncodedValue {
    /// The credentials.
    let credentials: ContentCredentials

    /// The image that they stand in.
    let image: ArraySlice<UInt8>

    func write(to writer: inout RedactingWriter) {
        writer.object { writer in
            writer.captured("label", credentials.label)
            writer.number("manifests", credentials.manifestCount)
            writer.captured("claim_generator", credentials.claimGenerator)
            writer.captured("title", credentials.title)
            writer.array("actions", credentials.actions.map(EncodedAction.init))
            if let signer = credentials.signer {
                writer.object("signer") { writer in
                    writer.captured("common_name", signer.commonName)
                    writer.captured("organization", signer.organization)
                }
            }
            writer.captured("signed_at", credentials.signedAt)
            writer.own("data_hash", credentials.dataHash.map { hash in hash.state(of: image).rawValue })
        }
    }
}

/// A step in the making of an image.
private struct EncodedAction: EncodedValue {
    let action: ContentCredentials.Action

    func write(to writer: inout RedactingWriter) {
        writer.object { writer in
            writer.captured("action", action.name)
            writer.captured("digital_source_type", action.digitalSourceType)
            writer.captured("software_agent", action.softwareAgent)
            writer.captured("description", action.description)
        }
    }
}
