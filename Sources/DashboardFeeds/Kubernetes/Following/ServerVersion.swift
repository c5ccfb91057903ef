// The version that a Kubernetes API server says it is of.

import StructuredText

/// The answer of `/version`. Source: kubernetes apimachinery pkg/version.
struct ServerVersion: Hashable, Sendable {
  /// `v1.32.4`; nil where the answer was something else.
  private(set) var text: String?
  private var minor = 0

  /// Reads the answer.
  init(_ body: [UInt8]) {
    var cursor = JSONCursor(body)
    try? cursor.members { (key, value) throws(JSONFault) in
      switch key {
      case "gitVersion": text = try value.optionalString()
      // Managed clusters write `32+`.
      case "minor": minor = Int((try value.optionalString() ?? "").prefix { $0.isNumber }) ?? 0
      default: break
      }
    }
  }

  /// Whether the server is new enough to send a list as changes by default. Source: kubernetes feature gate WatchList,
  /// on from 1.32, off again in 1.33, on from 1.34; a server where it is off refuses, and is then asked for a list.
  var sendsListsAsChanges: Bool { minor >= 32 }
}
