// A key of the config as a row of the table: reading, showing, schema and documentation come from it.

import StructuredText

/// A key of the config.
struct ConfigRow: Sendable {
  /// Its name, as written in the file.
  let name: String
  /// What a value of it is.
  let words: String
  /// What it does.
  let sentence: String
  /// What says it on the command line, such as `--theme`; nil where only the file can.
  let flag: String?
  /// The variable of the environment that says it.
  let variable: ConfigVariable?
  /// Lines of YAML that show it in use.
  let example: [String]
  /// Takes a value of the file.
  let take: @Sendable (DocumentNode, inout Config, inout ConfigReading) -> Void
  /// The value that a config has.
  let text: @Sendable (Config) -> ConfigText
  /// The members of its schema.
  let schema: @Sendable (inout JSONWriter<String>) -> Void

  init<Value>(
    _ name: String, _ member: any WritableKeyPath<Config, Value> & Sendable, _ shape: ConfigShape<Value>,
    _ sentence: String, flag: String? = nil, variable: ConfigVariable? = nil, example: [String] = []
  ) {
    self.name = name
    words = shape.words
    self.sentence = sentence
    self.flag = flag
    self.variable = variable
    self.example = example
    schema = shape.schema
    take = { node, config, reading in
      if let value = shape.read(node, &reading) { config[keyPath: member] = value }
    }
    text = { config in shape.write(config[keyPath: member]) }
  }
}

/// A variable of the environment that sets a key. An empty variable counts as none.
struct ConfigVariable: Sendable {
  let name: String
  /// What it takes, in words.
  let words: String
  /// Takes its value; false where it is none.
  let take: @Sendable (String, inout Config) -> Bool
}
