extension OutputSchema {
    /// A line of `unspool events`.
    static let events = OutputSchema(
        name: "events",
        text: #"""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "title": "unspool.events/1",
              "description": "A line of unspool events: an event, or the end of the stream on the last line.",
              "oneOf": [{"$ref": "#/$defs/event"}, {"$ref": "#/$defs/last"}],
              "$defs": {
                "event": {
                  "type": "object",
                  "required": ["number", "type", "data", "id", "at"],
                  "properties": {
                    "number": {"type": "integer", "minimum": 1},
                    "type": {"type": "string", "description": "message where the stream names none"},
                    "data": {"type": "string"},
                    "id": {"type": "string", "description": "The last event id in force."},
                    "at": {
                      "type": "object",
                      "required": ["line", "column", "byte"],
                      "properties": {
                        "line": {"type": "integer", "minimum": 1},
                        "column": {"type": "integer", "minimum": 1, "description": "In code points."},
                        "byte": {"type": "integer", "minimum": 0}
                      }
                    },
                    "within": {
                      "description": "Where it stands in the decoded body, whose first byte at names.",
                      "type": "object",
                      "required": ["layers", "byte"],
                      "properties": {
                        "layers": {"type": "array", "items": {"type": "string"}},
                        "byte": {"type": "integer", "minimum": 0}
                      }
                    }
                  }
                },
                "last": {
                  "type": "object",
                  "required": ["end"],
                  "properties": {
                    "end": {
                      "type": "object",
                      "required": ["events", "comments", "retry", "last_event_id", "incomplete_tail"],
                      "properties": {
                        "events": {"type": "integer", "minimum": 0},
                        "comments": {"type": "integer", "minimum": 0, "description": "Comment lines."},
                        "retry": {
                          "type": ["integer", "null"],
                          "minimum": 0,
                          "description": "The last valid one, in milliseconds."
                        },
                        "last_event_id": {"type": "string"},
                        "damaged": {
                          "type": "integer",
                          "minimum": 1,
                          "description": "Messages in AWS's frames, and stretches between them, that were left out."
                        },
                        "incomplete_tail": {
                          "type": ["string", "null"],
                          "description": "The text of an event that was never dispatched."
                        }
                      }
                    }
                  }
                }
              }
            }

            """#)
}
