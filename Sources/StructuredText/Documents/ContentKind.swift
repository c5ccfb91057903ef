// What a file holds, told from its first bytes, never from its name.

/// The kind of a file's contents.
package enum ContentKind: Sendable, Hashable {
  /// JSON: one document, an array, or several documents in a row (NDJSON among them).
  case json
  case yaml
  /// The table that kubectl and docker print for people; `header` is its first line.
  case table(header: String)
  /// Bytes that are no text; the offset of the first that cannot be text.
  case notText(offset: Int)
  case empty

  /// How many bytes of decoded text are enough to tell.
  static let sampleBytes = 4096

  /// Tells the kind of decoded text from its first bytes; `isWhole` says that there is nothing more.
  package init(sniffing sample: ArraySlice<UInt8>) {
    if let offset = sample.firstIndex(where: Self.isNeverText) {
      self = .notText(offset: offset - sample.startIndex)
      return
    }
    guard let first = sample.first(where: { !Byte.isWhitespace($0) && $0 != Byte.recordSeparator }) else {
      self = .empty
      return
    }
    if first == Byte.openBrace || first == Byte.openBracket {
      self = .json
    } else if let header = Self.tableHeader(sample) {
      self = .table(header: header)
    } else {
      self = .yaml
    }
  }

  private static func isNeverText(_ byte: UInt8) -> Bool {
    byte < Byte.space && !Byte.isWhitespace(byte) && byte != Byte.recordSeparator && byte != 0x0C
      && byte != 0x1B
  }

  /// The first line when it is column titles: two or more words in capitals, columns two blanks apart.
  private static func tableHeader(_ sample: ArraySlice<UInt8>) -> String? {
    let lines = sample.split(separator: Byte.lineFeed, maxSplits: 1)
    guard let line = lines.first else { return nil }
    let title = String(decoding: line, as: UTF8.self)
    let words = title.split(whereSeparator: \.isWhitespace)
    let isTitle =
      words.count > 1
      && words.allSatisfy { word in
        word.utf8.allSatisfy { byte in
          (byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")) || byte == Byte.minus || byte == Byte.slash
            || byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "_")
            || byte == UInt8(ascii: "%")
        }
      }
    guard isTitle, title.contains("  ") || lines.count > 1 else { return nil }
    return String(title.prefix(200))
  }
}
