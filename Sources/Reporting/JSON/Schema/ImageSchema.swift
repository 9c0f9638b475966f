extension OutputSchema {
    /// What `unspool image --format jsonl` prints, a line for each image.
    static let image = OutputSchema(
        name: "image",
        text: #"""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "title": "unspool.image/1",
              "description": "An image and what is wrong with it. Texts are as the image has them, less their secrets.",
              "type": "object",
              "required": ["path", "bytes", "sha256", "verdict", "pixels", "parts", "defects"],
              "properties": {
                "path": {"type": "string"},
                "declared_type": {"type": "string", "description": "The media type that the file's name stands for."},
                "format": {"type": "string", "description": "By the bytes. Absent: none that is known."},
                "width": {"$ref": "#/$defs/count", "description": "As declared, which may be wrong."},
                "height": {"$ref": "#/$defs/count", "description": "As declared, which may be wrong."},
                "bit_depth": {"$ref": "#/$defs/count"},
                "color": {"enum": ["cmyk", "gray", "gray_alpha", "indexed", "rgb", "rgba"]},
                "frames": {"$ref": "#/$defs/count", "description": "Of an animation."},
                "bytes": {"$ref": "#/$defs/count"},
                "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
                "verdict": {"enum": ["valid", "valid_with_warnings", "invalid"]},
                "pixels": {
                  "description": "Whether every one can be recovered; unchecked: they were not read.",
                  "enum": ["ok", "damaged", "none", "unchecked"]
                },
                "rows": {
                  "description": "The rows that survive; those of an interlaced image are counted in each pass.",
                  "type": "object",
                  "required": ["whole", "expected"],
                  "properties": {"whole": {"$ref": "#/$defs/count"}, "expected": {"$ref": "#/$defs/count"}}
                },
                "parts": {
                  "description": "Chunks, segments or blocks in order; like ones in a row are one entry.",
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": ["name", "count"],
                    "properties": {"name": {"type": "string"}, "count": {"$ref": "#/$defs/count"}}
                  }
                },
                "defects": {"type": "array", "items": {"$ref": "#/$defs/image_defect"}},
                "metadata": {"$ref": "#/$defs/metadata"},
                "provenance": {"$ref": "#/$defs/provenance"}
              },
              "$defs": {
            \#(OutputSchema.imageDefinitions),
                "count": {"type": "integer", "minimum": 0}
              }
            }

            """#)
}
