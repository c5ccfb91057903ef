// Credential spec contents from text: canonical JSON for comparing, the names that matter, and never a PluginInput.

import DashboardModel
import StructuredText

/// Reads the contents of credential specs. Source of the fields: domain.md 1.1.
enum ContentsReader {
  /// A text above this is named by its size and hash and not kept. The largest delivery is a Swarm config of less than
  /// 1,024,000 bytes. Source: domain.md 1.4.
  static let maximumBytes = 1_024_000
  /// Of a text that is no JSON this much is kept.
  private static let maximumForeignBytes = 4096
  /// `PluginInput`, as every spelling of it folds.
  private static let secretName = "plugininput"
  private static let maskPrefix = "(masked "

  /// The contents of a text that was decoded, with remarks on how it was written.
  static func contents(of text: DecodedText, use: ContentsUse = .file) -> CredentialSpecContents {
    var contents = contents(of: text.bytes, use: use)
    contents.remarks = noted(ContentsLinter.encodingRemarks(text), in: text.bytes) + contents.remarks
    return contents
  }

  /// The contents of a text.
  static func contents(of text: String, use: ContentsUse = .file) -> CredentialSpecContents {
    contents(of: Array(text.utf8), use: use)
  }

  /// The contents of a text in UTF-8, with the linter's remarks.
  static func contents(of bytes: [UInt8], use: ContentsUse = .file) -> CredentialSpecContents {
    var contents = unlinted(bytes)
    if bytes.count <= maximumBytes {
      contents.remarks = noted(ContentsLinter.remarks(onText: bytes, use: use), in: bytes)
    } else {
      contents.remarks = noted(ContentsLinter.sizeRemarks(bytes.count, use, range: 0..<0), in: [])
    }
    return contents
  }

  /// Contents that are too large to be read at all.
  static func contents(ofSize count: Int) -> CredentialSpecContents {
    let remarks = ContentsLinter.sizeRemarks(count, .file, range: 0..<0)
    return CredentialSpecContents(
      canonical: "(\(count) bytes)", isJSON: false, remarks: noted(remarks, in: []))
  }

  /// The contents that stand as a JSON value in an object: its places are not those of a text that anybody wrote.
  static func contents(ofValue json: [UInt8]) -> CredentialSpecContents {
    var contents = unlinted(json)
    guard let node = try? PlacedNode.json(json[...]) else { return contents }
    let remarks =
      ContentsLinter.sizeRemarks(node.json.count, .kubernetes, range: 0..<0)
      + ContentsLinter.remarks(on: node, use: .kubernetes)
    contents.remarks = remarks.map { ContentsRemark($0, at: nil) }
    return contents
  }

  private static func noted(_ remarks: [PlacedRemark], in bytes: [UInt8]) -> [ContentsRemark] {
    if remarks.isEmpty { return [] }
    let text = PlacedText(bytes)
    return remarks.map { ContentsRemark($0, at: text.place(of: $0.range.lowerBound)) }
  }

  private static func unlinted(_ bytes: [UInt8]) -> CredentialSpecContents {
    guard bytes.count <= maximumBytes else { return unread(bytes) }
    let withoutMark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    do throws(JSONFault) {
      var contents = CredentialSpecContents(canonical: try canonical(withoutMark))
      var cursor = JSONCursor(withoutMark)
      guard try cursor.kind == .object else { return contents }
      try readDomain(&cursor, into: &contents)
      return contents
    } catch {
      return foreign(bytes)
    }
  }

  private static func canonical(_ json: ArraySlice<UInt8>) throws(JSONFault) -> String {
    let mask = JSONMask(
      hidesMember: { $0.lowercased() == secretName },
      // JSON within a text, and every other wrapping that still names what it wraps.
      hidesText: { $0.lowercased().contains(secretName) || $0.lowercased().contains("\\u00") },
      replacement: { replacement(for: $0) })
    return String(decoding: try CanonicalJSON.bytes(of: json, mask: mask), as: UTF8.self)
  }

  /// Equal for equal inputs within one run; the salt of `Hasher` differs in every process, so that a guess can not be
  /// tried against a saved snapshot.
  private static func replacement(for secret: [UInt8]) -> String {
    var hasher = Hasher()
    hasher.combine(secret)
    return "\(maskPrefix)\(StableHash.eightDigits(UInt64(bitPattern: Int64(hasher.finalize())))))"
  }

  private static func readDomain(
    _ cursor: inout JSONCursor, into contents: inout CredentialSpecContents
  ) throws(JSONFault) {
    try cursor.members { (key, value) throws(JSONFault) in
      guard key == "DomainJoinConfig", try value.kind == .object else { return }
      try value.members { (key, value) throws(JSONFault) in
        guard try value.kind == .string else { return }
        switch key {
        case "MachineAccountName": contents.account = try value.string()
        case "DnsName": contents.domain = try value.string()
        case "Sid": contents.domainSID = try value.string()
        case "Guid": contents.domainGUID = try value.string()
        default: break
        }
      }
    }
  }

  /// A text that is no JSON; what follows a PluginInput in it may be one and is left out.
  private static func foreign(_ bytes: [UInt8]) -> CredentialSpecContents {
    var text = String(decoding: bytes.prefix(maximumForeignBytes), as: UTF8.self)
    if bytes.count > maximumForeignBytes {
      text += "… (\(bytes.count) bytes) \(replacement(for: bytes))"
    }
    if let end = endOfPlainText(text) { text = "\(text[..<end])(text \(replacement(for: bytes)))" }
    return CredentialSpecContents(canonical: text, isJSON: false)
  }

  /// Where a text stops being one whose secrets can be seen: at a PluginInput, at an escape that may spell one, or at a
  /// NUL, as UTF-16 has them between letters. Nil where all of it is plain.
  private static func endOfPlainText(_ text: String) -> String.Index? {
    let scalars = text.unicodeScalars
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let scalar = scalars[index]
      let rest = scalars[index...]
      if scalar.value == 0 || (scalar == "\\" && mayEscapeLetter(rest.dropFirst().first)) { return index }
      let name = rest.prefix(secretName.utf8.count)
      if scalar == "p" || scalar == "P", String(name).lowercased() == secretName { return index }
      index = scalars.index(after: index)
    }
    return nil
  }

  /// Whether a backslash before this may stand for a letter: `\u0049` of JSON, `\x49` of YAML, a joined line.
  private static func mayEscapeLetter(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar else { return true }
    return !"\"\\/bfnrt".unicodeScalars.contains(scalar)
  }

  private static func unread(_ bytes: [UInt8]) -> CredentialSpecContents {
    CredentialSpecContents(canonical: "(\(bytes.count) bytes) \(replacement(for: bytes))", isJSON: false)
  }

  /// The name of an inline credential spec: a hash that is the same in every run, so the mask is taken constant.
  static func inlineName(of contents: CredentialSpecContents) -> String {
    var text = ""
    var rest = contents.canonical[...]
    while let mask = rest.firstRange(of: maskPrefix), let end = rest[mask.upperBound...].firstIndex(of: ")") {
      text += rest[..<mask.upperBound]
      rest = rest[end...]
    }
    text += rest
    return "inline-" + StableHash.eightDigits(StableHash.fnv1a(text))
  }

  /// Whether a text looks like a credential spec, whoever refers to it.
  static func looksLikeCredentialSpec(_ bytes: [UInt8]) -> Bool {
    var cursor = JSONCursor(bytes)
    var isSpec = false
    do throws(JSONFault) {
      guard try cursor.kind == .object else { return false }
      try cursor.members { (key, _) throws(JSONFault) in
        isSpec = isSpec || key == "CmsPlugins" || key == "DomainJoinConfig"
      }
    } catch {
      return isSpec
    }
    return isSpec
  }
}

extension ContentsRemark {
  /// A remark without its bytes.
  init(_ remark: PlacedRemark, at place: EditorPlace?) {
    self.init(
      problem: remark.problem, path: remark.path, found: remark.found, suggestion: remark.suggestion,
      line: place?.line, column: place?.column)
  }
}
