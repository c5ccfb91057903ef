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
  private static let plainMask = "\"PluginInput\":\"***\""

  /// The contents of a text.
  static func contents(of text: String) -> CredentialSpecContents { contents(of: Array(text.utf8)) }

  /// The contents of a text in UTF-8.
  static func contents(of bytes: [UInt8]) -> CredentialSpecContents {
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
    let masked = try CanonicalJSON.bytes(of: json, masking: "PluginInput")
    let text = String(decoding: masked, as: UTF8.self)
    guard let spot = text.firstRange(of: plainMask) else { return text }
    var secrets: [UInt8] = []
    var cursor = JSONCursor(json)
    try collectSecrets(&cursor, into: &secrets)
    return text[..<spot.lowerBound] + "\"PluginInput\":\"\(mask(of: secrets))\"" + text[spot.upperBound...]
  }

  private static func collectSecrets(
    _ cursor: inout JSONCursor, into secrets: inout [UInt8]
  ) throws(JSONFault) {
    switch try cursor.kind {
    case .object:
      try cursor.members { (key, value) throws(JSONFault) in
        if key == "PluginInput" {
          secrets += try CanonicalJSON.bytes(of: &value)
        } else {
          try collectSecrets(&value, into: &secrets)
        }
      }
    case .array:
      try cursor.elements { (_, element) throws(JSONFault) in
        try collectSecrets(&element, into: &secrets)
      }
    default: try cursor.skip()
    }
  }

  /// Equal for equal inputs within one run; the salt of `Hasher` differs in every process, so that a guess can not be
  /// tried against a saved snapshot.
  private static func mask(of secret: [UInt8]) -> String {
    var hasher = Hasher()
    hasher.combine(secret)
    return "(masked \(StableHash.eightDigits(UInt64(bitPattern: Int64(hasher.finalize())))))"
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
      text += "… (\(bytes.count) bytes, \(StableHash.eightDigits(StableHash.fnv1a(bytes))))"
    }
    if let spot = text.lowercased().firstRange(of: "plugininput") {
      let kept = text.lowercased()[..<spot.lowerBound]
      text = "\(kept)PluginInput \(mask(of: bytes))"
    }
    return CredentialSpecContents(canonical: text, isJSON: false)
  }

  private static func unread(_ bytes: [UInt8]) -> CredentialSpecContents {
    let digits = StableHash.eightDigits(StableHash.fnv1a(bytes))
    return CredentialSpecContents(canonical: "(\(bytes.count) bytes, \(digits))", isJSON: false)
  }

  /// The name of an inline credential spec: a hash that is the same in every run, so the mask is taken constant.
  static func inlineName(of contents: CredentialSpecContents) -> String {
    var text = contents.canonical
    if let start = text.firstRange(of: "\"PluginInput\":\"(masked "),
      let end = text[start.upperBound...].firstIndex(of: "\"")
    {
      text.replaceSubrange(start.lowerBound...end, with: plainMask)
    }
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
