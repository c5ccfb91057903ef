// Contents that were found in a text, and the text around them.

import DashboardModel
import StructuredText

/// Contents somewhere in a file.
struct FoundContents: Sendable {
  enum Body: Sendable {
    /// A text of its own.
    case text(EmbeddedText)
    /// Members of the file's own objects, as in a custom resource.
    case node(PlacedNode)
  }

  var body: Body
  var use: ContentsUse
  /// `ConfigMap specs, data.web.json`; empty where the file is the contents.
  var object = ""
  /// How the file is encoded, where the file is the contents.
  var encodingRemarks: [PlacedRemark] = []

  /// Equal for contents that need no second look.
  var bytes: [UInt8] {
    switch body {
    case .text(let text): text.bytes
    case .node(let node): node.json
    }
  }
}

/// A name in a file that Kubernetes would refuse, or would not.
struct FoundName: Sendable {
  var name: String
  var path: String
  var range: Range<Int>
  var object: String
}
