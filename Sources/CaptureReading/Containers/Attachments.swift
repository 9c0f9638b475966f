/// The files beside a capture that hold what it only names: bodies in the zip around it, or in its folder.
public protocol Attachments {
    /// Looks up the file of a name.
    ///
    /// - Parameters:
    ///   - name: the name as the capture has it: nobody has checked it.
    ///   - limit: the most bytes that are read; nil for no limit.
    /// - Returns: the content, or why there is none.
    func attachment(named name: String, limit: Int?) -> AttachmentContent
}
