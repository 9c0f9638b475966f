internal import CaptureReading
internal import Conversation
internal import EventStreaming
internal import Findings

/// Shows the events of a stream with their places and sizes.
struct StreamSection {
    /// What the article is about.
    let writer: ArticleWriter

    /// The most events that are shown, and how many of them are the last, unless all are asked for.
    private static let mostEvents = 400
    private static let lastEvents = 50

    /// The columns of an event's beginning.
    private static let previewColumns = 240

    /// The section, or nothing where the answer is no stream.
    var section: ArticleSection? {
        guard writer.exchange.isEventStream, let body = writer.exchange.response?.body,
            case .eventStream(let end)? = writer.exchange.conversation.shape
        else { return nil }
        let timeline = timeline(of: body, count: end.events)
        let size = Inline(Wording.size(body.bytes.count))
        return ArticleSection(
            .stream, lead: [Inline(Wording.count(end.events, "event")), size],
            isOpen: writer.options.details.contains(.stream), [.timeline(timeline)])
    }

    private var isWhole: Bool { writer.options.details.contains(.stream) || writer.options.isVerbose }

    private func timeline(of body: Body, count: Int) -> EventTimeline {
        var timeline = EventTimeline()
        timeline.streamSize = body.bytes.count
        let firstCount = isWhole ? count : StreamSection.mostEvents - StreamSection.lastEvents
        let isCut = !isWhole && count > StreamSection.mostEvents
        let shown = ShownEvents(of: body, writer.wording.redactor)
        var number = 0
        var parser = ServerSentEventParser()
        parser.append(body.bytes) { event in
            number += 1
            timeline.largest = max(timeline.largest, event.data.count)
            if !isCut || number <= firstCount {
                timeline.first.append(self.event(event, shown.text(of: event, number), number, in: body))
            } else if number > count - StreamSection.lastEvents {
                timeline.last.append(self.event(event, shown.text(of: event, number), number, in: body))
            } else {
                timeline.hiddenCount += 1
            }
        }
        return timeline
    }

    private func event(
        _ event: ServerSentEvent, _ text: String, _ number: Int, in body: Body
    ) -> EventTimeline.Event {
        let beginning = Beginning(of: writer.wording.captured(text))
        let preview = Preview(of: beginning, columns: StreamSection.previewColumns)
        let rest = preview.hidden > 0 ? Inline(" [+\(preview.hidden)]", .faint) : ""
        return EventTimeline.Event(
            anchor: writer.anchor.event(number), number: number,
            line: writer.wording.lines.location(of: body.place(ofByte: event.offset)).line, offset: event.offset,
            size: event.data.count, type: Preview(of: writer.wording.captured(event.type), columns: 40).text,
            preview: preview.inline() + rest)
    }
}
