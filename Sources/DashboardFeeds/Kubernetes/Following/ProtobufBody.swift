// Pods as protobuf, lists and watches, taken apart while they arrive.

import DashboardModel
import StructuredText

/// The body of a list of pods in protobuf.
struct ProtobufListBody: BodySplitter {
  private let source: String
  private var splitter = ProtobufListSplitter()
  private var index = 0

  init(source: String) { self.source = source }

  mutating func read(
    _ chunk: [UInt8], _ context: inout ReadingContext, _ each: (BodyPiece) -> Void
  ) throws(BodyFault) {
    splitter.append(chunk)
    do throws(ProtobufFault) {
      while let piece = try splitter.next() {
        switch piece {
        case .item(let bytes):
          each(PodPiece.piece(bytes, &context, "\(source)", index))
          index += 1
        case .ended(let version, let next): each(.ended(version: version, next: next))
        case .other(let kind): throw .unexpectedKind(field: kind.isEmpty ? 0 : 2)
        }
      }
    } catch {
      throw BodyFault(words: "it is no list of pods in protobuf: \(error)")
    }
  }
}

/// The body of a watch of pods in protobuf.
struct ProtobufWatchBody: BodySplitter {
  private let source: String
  private var splitter = ProtobufWatchSplitter()

  init(source: String) { self.source = source }

  mutating func read(
    _ chunk: [UInt8], _ context: inout ReadingContext, _ each: (BodyPiece) -> Void
  ) throws(BodyFault) {
    splitter.append(chunk)
    do throws(ProtobufFault) {
      while let event = try splitter.next() {
        switch event.type {
        case "BOOKMARK":
          let version = try PodFacts.resourceVersion(protobuf: event.object) ?? ""
          each(.bookmark(version: version, isInitialEnd: PodPiece.isInitialEnd(event.object)))
        case "ERROR":
          var refusal = APIRefusal(code: 500)
          refusal.read(protobuf: event.object)
          each(.refusal(refusal))
        default:
          guard let change = WatchedChange(rawValue: event.type) else { throw .malformed }
          each(PodPiece.change(change, event.object, &context, source))
        }
      }
    } catch {
      throw BodyFault(words: "it is no watch of pods in protobuf: \(error)")
    }
  }
}

/// One pod in protobuf as a piece of a body.
enum PodPiece {
  static func piece(
    _ bytes: ArraySlice<UInt8>, _ context: inout ReadingContext, _ source: String, _ index: Int
  ) -> BodyPiece {
    do throws(PodProtobufFault) {
      return .object(try PodFacts.object(protobuf: bytes, &context))
    } catch {
      return .unreadable(UnreadableItem(source: source, index: index, reason: words(error)), version: nil)
    }
  }

  static func change(
    _ change: WatchedChange, _ bytes: ArraySlice<UInt8>, _ context: inout ReadingContext, _ source: String
  ) -> BodyPiece {
    do throws(PodProtobufFault) {
      return .change(change, try PodFacts.object(protobuf: bytes, &context))
    } catch {
      let version = (try? PodFacts.resourceVersion(protobuf: bytes)) ?? nil
      return .unreadable(UnreadableItem(source: source, reason: words(error)), version: version)
    }
  }

  /// Whether a bookmark's annotations say that the list is complete. Rare, and looked for as text: nothing else has it.
  static func isInitialEnd(_ bytes: ArraySlice<UInt8>) -> Bool {
    String(decoding: bytes, as: UTF8.self).contains("k8s.io/initial-events-end")
  }

  private static func words(_ fault: PodProtobufFault) -> String {
    switch fault {
    case .protobuf(let fault): "no pod in protobuf: \(fault)"
    case .contents(let fault): "\(fault.path): \(fault.reason.text)"
    }
  }
}
