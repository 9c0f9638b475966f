extension OutputSchema {
    /// What a line of `unspool list --format jsonl` is.
    static let list = OutputSchema(
        name: "list",
        text: #"""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "title": "unspool.list/1",
              "description": "A line of unspool list --format jsonl. Absent: not known.",
              "type": "object",
              "required": ["number", "at", "findings", "capture"],
              "properties": {
                "number": {"type": "integer", "minimum": 1},
                "at": {
                  "type": "object",
                  "required": ["line", "column", "byte"],
                  "properties": {
                    "line": {"type": "integer", "minimum": 1},
                    "column": {"type": "integer", "minimum": 1},
                    "byte": {"type": "integer", "minimum": 0}
                  }
                },
                "method": {"type": "string"},
                "method_inferred": {"const": true},
                "inferred": {
                  "description": "What was worked out.",
                  "type": "object",
                  "properties": {
                    "duration_ms": {"type": "integer", "minimum": 0},
                    "duration_from": {"type": "string"}
                  }
                },
                "host": {"type": "string"},
                "path": {"type": "string", "description": "The path of the URL, without its query."},
                "status": {"type": "integer"},
                "media_type": {"type": "string", "description": "Of the response, without its parameters."},
                "bytes": {"type": "integer", "minimum": 0, "description": "Of the response's decoded body."},
                "started_at": {"type": "string"},
                "duration_ms": {"type": "number", "minimum": 0},
                "dialect": {"type": "string"},
                "model": {"type": "string"},
                "turns": {"type": "integer", "minimum": 0},
                "tokens": {"type": "integer", "minimum": 0},
                "findings": {
                  "description": "The rules that fired, by severity.",
                  "type": "object",
                  "properties": {
                    "critical": {"type": "integer", "minimum": 1},
                    "high": {"type": "integer", "minimum": 1},
                    "medium": {"type": "integer", "minimum": 1},
                    "low": {"type": "integer", "minimum": 1},
                    "info": {"type": "integer", "minimum": 1}
                  }
                },
                "capture": {"type": "string", "description": "The path of the capture."}
              }
            }

            """#)
}
