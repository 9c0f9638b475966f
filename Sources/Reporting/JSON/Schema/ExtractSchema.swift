extension OutputSchema {
    /// The manifest of `unspool extract`.
    static let extract = OutputSchema(
        name: "extract",
        text: #"""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "title": "unspool.extract/1",
              "description": "What captures carry in themselves, and the files that it was extracted to. Names are as captured, less their secrets.",
              "type": "object",
              "required": ["schema", "tool", "captures", "summary"],
              "properties": {
                "schema": {"const": "unspool.extract/1"},
            \#(OutputSchema.toolMember),
                "captures": {"type": "array", "items": {"$ref": "#/$defs/capture"}},
                "summary": {
                  "description": "How many media ended in each state, and the bytes of the files.",
                  "type": "object",
                  "required": ["media", "written", "planned", "again", "elided", "empty", "skipped", "exists", "failed", "bytes"],
                  "properties": {
                    "media": {"$ref": "#/$defs/count"},
                    "written": {"$ref": "#/$defs/count"},
                    "planned": {"$ref": "#/$defs/count"},
                    "again": {"$ref": "#/$defs/count"},
                    "elided": {"$ref": "#/$defs/count"},
                    "empty": {"$ref": "#/$defs/count"},
                    "skipped": {"$ref": "#/$defs/count"},
                    "exists": {"$ref": "#/$defs/count"},
                    "failed": {"$ref": "#/$defs/count"},
                    "bytes": {"$ref": "#/$defs/count"}
                  }
                }
              },
              "$defs": {
                "capture": {
                  "type": "object",
                  "required": ["path", "format", "media"],
                  "properties": {
                    "path": {"type": "string"},
                    "format": {"type": "string"},
                    "media": {"type": "array", "items": {"$ref": "#/$defs/medium"}},
                    "left_out": {"$ref": "#/$defs/count", "description": "More media than one exchange may list."}
                  }
                },
                "medium": {
                  "type": "object",
                  "required": ["number", "kind", "state", "file", "exchange", "source", "elided"],
                  "properties": {
                    "number": {"$ref": "#/$defs/ordinal", "description": "In its capture, among those of its kind."},
                    "kind": {"enum": ["image", "audio", "file"]},
                    "state": {"enum": ["written", "planned", "again", "elided", "empty", "skipped", "exists", "failed"]},
                    "file": {"type": ["string", "null"], "description": "In the folder of the manifest."},
                    "exchange": {"$ref": "#/$defs/ordinal"},
                    "turn": {"$ref": "#/$defs/ordinal"},
            \#(OutputSchema.mediumMembers),
                    "placeholder": {"type": "string", "description": "What stands in the capture instead."},
                    "expected_bytes_estimate": {
                      "description": "How large it was, or those together that were taken out of the body.",
                      "type": "object",
                      "required": ["least", "most", "exact", "images"],
                      "properties": {
                        "least": {"$ref": "#/$defs/count"},
                        "most": {"$ref": "#/$defs/count"},
                        "exact": {"type": "boolean"},
                        "images": {"$ref": "#/$defs/count"}
                      }
                    }
                  }
                },
            \#(OutputSchema.imageDefinitions),
                "at": {
                  "type": "object",
                  "required": ["byte"],
                  "properties": {
                    "line": {"$ref": "#/$defs/ordinal"},
                    "column": {"$ref": "#/$defs/ordinal", "description": "In code points."},
                    "byte": {"$ref": "#/$defs/count"}
                  }
                },
            \#(OutputSchema.withinDefinition),
            \#(OutputSchema.commonDefinitions)
              }
            }

            """#)
}
