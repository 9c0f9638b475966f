extension OutputSchema {
    /// What `unspool inspect --format json` prints, and in `$defs/line` a line of `--format jsonl`.
    static let inspect = OutputSchema(
        name: "inspect",
        text: #"""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "title": "unspool.inspect/1",
              "description": "The report of unspool inspect --format json; $defs/line is a line of --format jsonl. Absent: not in the capture. null: none, or looked for and not known. Order is the capture's.",
              "type": "object",
              "required": ["schema", "tool", "captures", "summary"],
              "properties": {
                "schema": {"const": "unspool.inspect/1"},
            \#(OutputSchema.toolMember),
                "captures": {
                  "type": "array",
                  "items": {
                    "$ref": "#/$defs/capture",
                    "required": ["path", "format", "container", "exchanges", "bytes", "defects"]
                  }
                },
                "summary": {"$ref": "#/$defs/summary"}
              },
              "$defs": {
                "line": {
                  "oneOf": [
                    {
                      "type": "object",
                      "required": ["capture"],
                      "properties": {"capture": {"$ref": "#/$defs/capture"}}
                    },
                    {"$ref": "#/$defs/exchange"},
                    {
                      "type": "object",
                      "required": ["summary"],
                      "properties": {"summary": {"$ref": "#/$defs/summary"}}
                    }
                  ]
                },
                "capture": {
                  "type": "object",
                  "required": ["path"],
                  "properties": {
                    "path": {"type": "string"},
                    "format": {"type": "string", "description": "headers-pane, http-message, …"},
                    "container": {
                      "type": ["string", "null"],
                      "description": "What was opened around the capture, outermost first: gzip, utf-16le. Places are those in the text that came out."
                    },
                    "member": {"type": "string", "description": "The capture's name in the archive around it."},
                    "sha256": {"$ref": "#/$defs/sha256"},
                    "creator": {"$ref": "#/$defs/program"},
                    "browser": {"$ref": "#/$defs/program"},
                    "exchanges": {"type": "array", "items": {"$ref": "#/$defs/exchange"}},
                    "bytes": {"$ref": "#/$defs/count"},
                    "defects": {"type": "array", "items": {"$ref": "#/$defs/defect"}}
                  }
                },
                "program": {
                  "description": "A program that took part in the capture, as the capture names it.",
                  "type": "object",
                  "properties": {"name": {"type": "string"}, "version": {"type": "string"}}
                },
                "summary": {
                  "type": "object",
                  "required": ["exchanges", "answers", "images", "findings"],
                  "properties": {
                    "exchanges": {"$ref": "#/$defs/count"},
                    "answers": {"$ref": "#/$defs/count"},
                    "images": {
                      "type": "object",
                      "required": ["valid", "invalid", "elided"],
                      "properties": {
                        "valid": {"$ref": "#/$defs/count"},
                        "invalid": {"$ref": "#/$defs/count"},
                        "elided": {"$ref": "#/$defs/count"}
                      }
                    },
                    "findings": {
                      "description": "The rules that fired, counted once in each capture.",
                      "type": "object",
                      "required": ["critical", "high", "medium", "low", "info"],
                      "properties": {
                        "critical": {"$ref": "#/$defs/count"},
                        "high": {"$ref": "#/$defs/count"},
                        "medium": {"$ref": "#/$defs/count"},
                        "low": {"$ref": "#/$defs/count"},
                        "info": {"$ref": "#/$defs/count"}
                      }
                    }
                  }
                },
                "exchange": {
                  "type": "object",
                  "required": ["number", "at", "images", "findings", "defects"],
                  "properties": {
                    "number": {"$ref": "#/$defs/ordinal"},
                    "at": {"$ref": "#/$defs/at"},
                    "started_at": {"type": "string", "format": "date-time"},
                    "duration_ms": {"type": "number", "minimum": 0},
                    "failure": {
                      "description": "Why there is no whole response, in the recorder's words.",
                      "type": "string"
                    },
                    "inferred": {
                      "description": "What the capture does not say, worked out from what it does.",
                      "type": "object",
                      "properties": {
                        "method": {"type": "string"},
                        "duration_ms": {"type": "integer"},
                        "duration_from": {"type": "string"},
                        "request_body": {"$ref": "#/$defs/body"}
                      }
                    },
                    "request": {"$ref": "#/$defs/request"},
                    "response": {"$ref": "#/$defs/response"},
                    "dialect": {
                      "description": "gemini.generate_content, …; absent where the exchange is no LLM traffic.",
                      "type": "string"
                    },
                    "vendor": {
                      "type": "object",
                      "required": ["name", "official"],
                      "properties": {
                        "name": {"type": "string"},
                        "host": {"type": "string"},
                        "official": {"type": ["boolean", "null"]}
                      }
                    },
                    "prompt": {"$ref": "#/$defs/prompt"},
                    "answer": {"$ref": "#/$defs/answer"},
                    "images": {"type": "array", "items": {"$ref": "#/$defs/image"}},
                    "findings": {"type": "array", "items": {"$ref": "#/$defs/finding"}},
                    "defects": {"type": "array", "items": {"$ref": "#/$defs/defect"}}
                  }
                },
                "request": {
                  "type": "object",
                  "required": ["headers"],
                  "properties": {
                    "method": {"type": "string"},
                    "method_inferred": {"const": true},
                    "url": {"type": "string"},
                    "url_inferred": {"const": true},
                    "http_version": {"type": "string"},
                    "headers": {"type": "array", "items": {"$ref": "#/$defs/field_line"}},
                    "body": {"$ref": "#/$defs/body"}
                  }
                },
                "response": {
                  "type": "object",
                  "required": ["headers"],
                  "properties": {
                    "status": {"type": "integer"},
                    "reason": {"type": "string"},
                    "http_version": {"type": "string"},
                    "headers": {"type": "array", "items": {"$ref": "#/$defs/field_line"}},
                    "body": {"$ref": "#/$defs/body"}
                  }
                },
                "field_line": {
                  "type": "object",
                  "required": ["name", "value", "at"],
                  "properties": {
                    "name": {"type": "string"},
                    "value": {"type": "string"},
                    "at": {"$ref": "#/$defs/at"}
                  }
                },
                "body": {
                  "type": "object",
                  "required": ["bytes", "sha256", "kind", "layers", "elided", "truncated"],
                  "properties": {
                    "media_type": {"type": "string"},
                    "bytes": {"$ref": "#/$defs/count"},
                    "sha256": {"$ref": "#/$defs/sha256"},
                    "kind": {"type": "string", "description": "By its first bytes: png, json, text, binary, …"},
                    "encoded_bytes": {"$ref": "#/$defs/count"},
                    "layers": {"type": "array", "items": {"type": "string"}},
                    "elided": {"type": "boolean"},
                    "truncated": {"type": "boolean"},
                    "events": {"$ref": "#/$defs/count"},
                    "text": {"type": "string"},
                    "text_encoding": {"type": "string"},
                    "warnings": {"type": "array", "items": {"type": "string"}},
                    "error": {"$ref": "#/$defs/fault"}
                  }
                },
                "fault": {
                  "description": "Why something was not decoded to its end, and where.",
                  "type": "object",
                  "required": ["class", "message"],
                  "properties": {
                    "class": {"type": "string"},
                    "message": {"type": "string"},
                    "offset": {"$ref": "#/$defs/count"},
                    "layer": {"type": "string"}
                  }
                },
            \#(OutputSchema.conversationDefinitions)
                "image": {
                  "type": "object",
                  "required": ["number", "source", "elided"],
                  "properties": {
                    "number": {"$ref": "#/$defs/ordinal"},
                    "turn": {"$ref": "#/$defs/ordinal"},
            \#(OutputSchema.mediumMembers),
                    "expected_bytes": {"$ref": "#/$defs/count"},
                    "expected_bytes_estimate": {
                      "type": "object",
                      "required": ["least", "most", "exact"],
                      "properties": {
                        "least": {"$ref": "#/$defs/count"},
                        "most": {"$ref": "#/$defs/count"},
                        "exact": {"type": "boolean"}
                      }
                    },
                    "same_as": {
                      "description": "The first image of the capture with the same bytes, where that is another one.",
                      "type": "array",
                      "items": {"$ref": "#/$defs/ordinal"}
                    }
                  }
                },
            \#(OutputSchema.imageDefinitions),
                "finding": {
                  "type": "object",
                  "required": ["rule", "name", "severity", "message", "exchange", "where", "fingerprint"],
                  "properties": {
                    "rule": {"type": "string", "pattern": "^[A-Z]{3}[0-9]{3}$"},
                    "name": {"type": "string"},
                    "severity": {"enum": ["critical", "high", "medium", "low", "info"]},
                    "message": {"type": "string"},
                    "at": {"$ref": "#/$defs/at"},
                    "within": {"$ref": "#/$defs/within"},
                    "exchange": {"$ref": "#/$defs/ordinal"},
                    "where": {"type": "string", "description": "request.headers[\"x-goog-api-key\"]"},
                    "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{16}$"}
                  }
                },
                "defect": {
                  "type": "object",
                  "required": ["id", "message", "at"],
                  "properties": {
                    "id": {"type": "string"},
                    "message": {"type": "string"},
                    "at": {"$ref": "#/$defs/at"},
                    "error": {"$ref": "#/$defs/fault"}
                  }
                },
                "at": {
                  "description": "Where it stands in the capture; of a place outside every exchange only the byte is known.",
                  "type": "object",
                  "required": ["byte"],
                  "properties": {
                    "line": {"$ref": "#/$defs/ordinal"},
                    "column": {"$ref": "#/$defs/ordinal", "description": "In code points."},
                    "byte": {"$ref": "#/$defs/count"}
                  }
                },
            \#(OutputSchema.withinDefinition),
                "modality": {"enum": ["image", "audio", "video", "document"]},
            \#(OutputSchema.commonDefinitions)
              }
            }

            """#)
}
