// A list as JSON, taken apart while it arrives: one object stands in memory at a time.

import DashboardModel
import StructuredText

/// The body of a list in JSON.
struct JSONListBody: BodySplitter {
  private let decoder: any KubernetesDecoder.Type
  private let source: String
  private var splitter = ItemSplitter()

  init(_ decoder: any KubernetesDecoder.Type, source: String) {
    self.decoder = decoder
    self.source = source
  }

  mutating func read(
    _ chunk: [UInt8], _ context: inout ReadingContext, _ each: (BodyPiece) -> Void
  ) throws(BodyFault) {
    splitter.append(chunk[...])
    while let event = splitter.next() {
      switch event {
      case .item(let item): each(piece(of: item, &context))
      case .documentEnded(let summary): try end(summary, each)
      case .fault(let fault):
        guard fault.index != nil else { throw BodyFault(words: "it is no list: \(fault.reason.text)") }
        each(.unreadable(unreadable(fault.index, "", fault.reason.text), version: nil))
      }
    }
  }

  private func piece(of item: DocumentItem, _ context: inout ReadingContext) -> BodyPiece {
    do throws(JSONFault) {
      var cursor = item.cursor
      return .object(try decoder.object(&cursor, &context))
    } catch {
      return .unreadable(unreadable(item.place.index, error.path, error.reason.text), version: nil)
    }
  }

  private func unreadable(_ index: Int?, _ path: String, _ reason: String) -> UnreadableItem {
    UnreadableItem(source: source, index: index, path: path, reason: reason)
  }

  private mutating func end(_ summary: DocumentSummary, _ each: (BodyPiece) -> Void) throws(BodyFault) {
    guard summary.isList, let metadata = summary.header.json("metadata") else {
      let kind = summary.header.string("kind").map { "a \($0)" } ?? "another document"
      throw BodyFault(words: "it is no list but \(kind)")
    }
    var cursor = JSONCursor(metadata)
    var (version, next) = ("", String?.none)
    do throws(JSONFault) {
      try cursor.members { (key, value) throws(JSONFault) in
        switch key {
        case "resourceVersion": version = try value.optionalString() ?? ""
        case "continue": next = try value.optionalString()
        default: break
        }
      }
    } catch {
      throw BodyFault(words: "its metadata cannot be read: \(error.reason.text)")
    }
    each(.ended(version: version, next: next))
  }
}
