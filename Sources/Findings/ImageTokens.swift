internal import Conversation

extension [ModalityCount] {
    /// The tokens that were counted for images; the largest number when they cannot be held.
    var imageTokens: Int {
        filter { count in count.modality == "IMAGE" }.map(\.tokens).saturatingSum
    }
}
