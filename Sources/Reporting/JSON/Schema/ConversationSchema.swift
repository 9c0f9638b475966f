extension OutputSchema {
    /// The definitions of prompts, answers, their messages and parts, as members of `$defs`.
    ///
    /// OpenTelemetry GenAI semantic conventions
    static let conversationDefinitions = #"""
            "prompt": {
              "type": "object",
              "required": ["messages", "config"],
              "properties": {
                "model": {"type": "string"},
                "system": {"type": "array", "items": {"$ref": "#/$defs/part"}},
                "messages": {"type": "array", "items": {"$ref": "#/$defs/message"}},
                "tools": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": ["name", "kind"],
                    "properties": {
                      "name": {"type": "string"},
                      "kind": {"enum": ["function", "server"], "description": "Who runs it: the client, the provider."},
                      "at": {"$ref": "#/$defs/at"},
                      "within": {"$ref": "#/$defs/within"}
                    }
                  }
                },
                "config": {"type": "object", "additionalProperties": true},
                "safety": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "properties": {
                      "category": {"type": "string"},
                      "threshold": {"type": "string"},
                      "at": {"$ref": "#/$defs/at"},
                      "within": {"$ref": "#/$defs/within"}
                    }
                  }
                }
              }
            },
            "answer": {
              "type": "object",
              "required": ["finish_reasons", "complete", "error", "messages", "alternatives", "warnings"],
              "properties": {
                "id": {"type": "string"},
                "model": {"type": "string"},
                "finish_reasons": {"type": "array", "items": {"type": "string"}},
                "complete": {"type": "boolean", "description": "Whether the answer said that it ended."},
                "error": {"description": "The provider's error object, or null."},
                "events": {"$ref": "#/$defs/count"},
                "messages": {
                  "type": "array",
                  "items": {"$ref": "#/$defs/message", "required": ["index", "role", "parts"]}
                },
                "prompt_feedback": {"description": "Why the prompt was blocked, as the provider said it."},
                "usage": {"description": "The provider's own account of tokens."},
                "tokens": {
                  "type": "object",
                  "properties": {
                    "input": {"type": "integer"},
                    "output": {"type": "integer"},
                    "total": {"type": "integer"},
                    "cached_input": {"type": "integer"},
                    "reasoning": {"type": "integer"}
                  }
                },
                "alternatives": {"type": "array", "items": {"$ref": "#/$defs/answer"}},
                "warnings": {"type": "array", "items": {"type": "string"}},
                "details": {"type": "object", "additionalProperties": true}
              }
            },
            "message": {
              "type": "object",
              "required": ["parts"],
              "properties": {
                "index": {"type": "integer"},
                "role": {"type": ["string", "null"]},
                "finish_reason": {"type": "string"},
                "unified_finish_reason": {
                  "enum": ["stop", "length", "content_filter", "tool_call", "compaction", "error", null]
                },
                "parts": {"type": "array", "items": {"$ref": "#/$defs/part"}},
                "details": {"type": "object", "additionalProperties": true}
              }
            },
            "part": {
              "type": "object",
              "required": ["type"],
              "properties": {
                "type": {"type": "string"},
                "annotations": {"type": "array", "description": "What the text refers to, as the provider said it."},
                "signature": {"type": "string"},
                "redacted": {
                  "description": "The opaque data in the place of words.",
                  "type": "object",
                  "required": ["bytes", "sha256"],
                  "properties": {"bytes": {"$ref": "#/$defs/count"}, "sha256": {"$ref": "#/$defs/sha256"}}
                },
                "details": {
                  "description": "What the provider says beside the content, by its own names.",
                  "type": "object",
                  "additionalProperties": true
                }
              },
              "oneOf": [
                {
                  "required": ["content"],
                  "properties": {
                    "type": {"enum": ["text", "reasoning", "refusal"]},
                    "content": {"type": "string"}
                  }
                },
                {
                  "description": "Words of a kind that only one provider has: a summary of the context, a plan.",
                  "required": ["content"],
                  "properties": {
                    "type": {"enum": ["compaction", "tool_plan"]},
                    "content": {"type": "string"}
                  }
                },
                {
                  "required": ["id", "name", "arguments", "arguments_text"],
                  "properties": {
                    "type": {"const": "tool_call"},
                    "id": {"type": ["string", "null"]},
                    "name": {"type": "string"},
                    "arguments": {"description": "null where the text is no JSON."},
                    "arguments_text": {"type": "string"}
                  }
                },
                {
                  "required": ["id", "response"],
                  "properties": {
                    "type": {"const": "tool_call_response"},
                    "id": {"type": ["string", "null"]},
                    "name": {"type": "string"},
                    "response": true
                  }
                },
                {
                  "required": ["name", "server_tool_call"],
                  "properties": {
                    "type": {"const": "server_tool_call"},
                    "id": {"type": "string"},
                    "name": {"type": "string"},
                    "server_tool_call": true
                  }
                },
                {
                  "required": ["name", "server_tool_call_response"],
                  "properties": {
                    "type": {"const": "server_tool_call_response"},
                    "id": {"type": "string"},
                    "name": {"type": "string"},
                    "server_tool_call_response": true
                  }
                },
                {
                  "required": ["modality"],
                  "properties": {
                    "type": {"const": "blob"},
                    "modality": {"$ref": "#/$defs/modality"},
                    "mime_type": {"type": "string"},
                    "elided": {"const": true},
                    "bytes": {"$ref": "#/$defs/count"},
                    "sha256": {"$ref": "#/$defs/sha256"},
                    "content": {"type": "string", "description": "Base64, with --include-blobs."},
                    "warnings": {"type": "array", "items": {"type": "string"}},
                    "image": {"$ref": "#/$defs/ordinal", "description": "The number of the image that it is."}
                  }
                },
                {
                  "required": ["uri", "modality"],
                  "properties": {
                    "type": {"const": "uri"},
                    "uri": {"type": "string"},
                    "modality": {"$ref": "#/$defs/modality"},
                    "mime_type": {"type": "string"}
                  }
                },
                {
                  "required": ["file_id", "modality"],
                  "properties": {
                    "type": {"const": "file"},
                    "file_id": {"type": "string"},
                    "modality": {"$ref": "#/$defs/modality"},
                    "mime_type": {"type": "string"}
                  }
                },
                {
                  "description": "Anything else, verbatim, under the provider's name for it.",
                  "required": ["raw"],
                  "properties": {"raw": true}
                }
              ]
            },
        """#
}
