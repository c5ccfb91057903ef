// The JSON Schema of the config, for editors that complete and check YAML.

import StructuredText

/// Writes docs/formats/config.schema.json.
enum ConfigSchema {
  static func text() -> String {
    var json = JSONWriter("")
    json.object { json in
      json.member("$schema", "https://json-schema.org/draft/2020-12/schema")
      json.member("title", "gmsa-tui config")
      json.member(
        "description", "What config.yaml may say. Written by the tests from the table that reads it.")
      json.member("type", "object")
      json.member("additionalProperties", false)
      json.key("properties")
      json.object { json in
        for row in ConfigTable.all {
          json.key(row.name)
          json.object { json in
            json.member("description", row.sentence)
            row.schema(&json)
          }
        }
      }
    }
    return json.target + "\n"
  }
}
