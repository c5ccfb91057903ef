// `inventory.json` in a HOST folder: what a copy of the folder alone does not tell. Described by
// docs/formats/host-inventory.md and its schema.

import DashboardModel
import StructuredText

/// The optional `HOST/inventory.json`.
struct HostInventory: Equatable, Sendable {
  /// The value of `format`.
  static let format = "gmsa-tui-host-inventory"
  /// The greatest `version` that is read.
  static let version = 1
  /// The file's name.
  static let fileName = "inventory.json"

  var host: String?
  var cluster: String?
  var listedAt: Timestamp?
  var windowsBuild: String?
  var domain: String?
  /// `credentialSpecFolder.complete`; a folder is complete unless the inventory says otherwise.
  var isFolderComplete = true
  /// Registry values by name, nil contents where only the name was listed; nil where the registry was not listed.
  var registry: [String: CredentialSpecContents?]?
  /// The version that it says.
  private(set) var foundVersion = 0
  private(set) var foundFormat: String?

  init() {}

  /// Reads an inventory; unknown members are left for later versions of the same format.
  init(_ cursor: inout JSONCursor) throws(JSONFault) {
    try cursor.members { (key, value) throws(JSONFault) in
      switch key {
      case "format": foundFormat = try value.string()
      case "version": foundVersion = try value.int()
      case "host": host = try value.optionalString()
      case "cluster": cluster = try value.optionalString()
      case "listedAt": listedAt = try Self.time(&value)
      case "windowsBuild": windowsBuild = try value.optionalString()
      case "domain": domain = try value.optionalString()
      case "credentialSpecFolder":
        try value.members { (key, value) throws(JSONFault) in
          if key == "complete" { isFolderComplete = try value.bool() }
        }
      case "registry": registry = try Self.registry(&value)
      default: break
      }
    }
    guard foundFormat == Self.format else {
      throw cursor.fault(.unacceptable(found: foundFormat ?? "no format", expected: "format \(Self.format)"))
    }
    guard (1...Self.version).contains(foundVersion) else {
      throw cursor.fault(
        .unacceptable(
          found: "version \(foundVersion)",
          expected: "version 1 to \(Self.version); a later one needs a newer gmsa-tui"
        )
      )
    }
  }

  private static func time(_ cursor: inout JSONCursor) throws(JSONFault) -> Timestamp? {
    guard let text = try cursor.optionalString() else { return nil }
    guard let time = Timestamp(text) else {
      throw cursor.fault(.unacceptable(found: text, expected: "a time as 2026-11-24T09:41:07Z"))
    }
    return time
  }

  private static func registry(
    _ cursor: inout JSONCursor
  ) throws(JSONFault) -> [String: CredentialSpecContents?]? {
    if try cursor.null() { return nil }
    var values: [String: CredentialSpecContents?] = [:]
    try cursor.members { (key, value) throws(JSONFault) in
      let text = try value.optionalString()
      values.updateValue(text.map { ContentsReader.contents(of: $0) }, forKey: key.string)
    }
    return values
  }
}
