extension SecretWalk {
    /// Walks through what a dump says, and through the lines between dumps.
    ///
    /// Something encoded that holds a secret cannot be encoded anew in as many bytes: it stays, and the search of the
    /// copy finds it.
    mutating func walkDump(_ text: ArraySlice<UInt8>) {
        let dump = TraceDump(of: text)
        for run in dump.runs {
            let (parts, inner) = SecretWalk.parts(of: run.bytes[...], context)
            self.inner += inner
            for part in parts {
                if let span = context.span(of: part) { self.inner.append(span) }
                for piece in run.parts(hiding: part.range, with: context.replacement(of: part)) {
                    hide(piece.range, .identity, piece.content, piece.rank)
                }
            }
        }
        for range in dump.others {
            let line = text[text.startIndex + range.lowerBound..<text.startIndex + range.upperBound]
            walk(line, TextMap.identity.part(at: range.lowerBound), depth: 1)
        }
    }
}
