// What a list says about itself beside its items: kind, apiVersion, metadata.

/// The small members of a list, as raw JSON. A member above `maximumMemberBytes` is left out.
package struct ListHeader: Sendable {
  package static let maximumMemberBytes = 16 << 10
  package static let maximumMembers = 64

  private var members: [(path: [String], json: [UInt8])] = []

  package init() {}

  package var isEmpty: Bool { members.isEmpty }

  /// The raw value of a member; nested ones by several names, as `json("facts", "version")`.
  package func json(_ path: String...) -> [UInt8]? {
    members.last { $0.path == path }?.json
  }

  /// The text of a member that is a string; nil when it is absent or something else.
  package func string(_ path: String...) -> String? {
    guard let json = members.last(where: { $0.path == path })?.json else { return nil }
    var cursor = JSONCursor(json)
    return try? cursor.optionalString()
  }

  /// All members in the order of the file.
  package var all: [(path: [String], json: [UInt8])] { members }

  mutating func append(path: [String], json: some Sequence<UInt8>) {
    guard members.count < Self.maximumMembers else { return }
    members.append((path, Array(json)))
  }
}
