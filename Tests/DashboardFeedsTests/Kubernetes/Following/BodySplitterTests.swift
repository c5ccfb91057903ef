// Bodies of lists and watches as a real server sends them, cut anywhere, damaged anyhow.

import DashboardModel
import DashboardTesting
import Testing

@testable import DashboardFeeds

@Suite("Bodies of lists and watches")
struct BodySplitterTests {
  /// What a body comes to, a line a piece; a fault is the last line.
  private func lines(_ splitter: some BodySplitter, _ bytes: [UInt8], chunk: Int) -> [String] {
    var (splitter, context) = (splitter, ReadingContext(cluster: "c"))
    var lines: [String] = []
    do throws(BodyFault) {
      for start in stride(from: 0, to: bytes.count, by: chunk) {
        try splitter.read(Array(bytes[start..<min(start + chunk, bytes.count)]), &context) {
          lines.append(Self.line($0))
        }
      }
    } catch {
      lines.append("fault: \(error.words)")
    }
    return lines
  }

  private static func line(_ piece: BodyPiece) -> String {
    switch piece {
    case .object(let object): "object \(object.key.name)"
    case .change(let change, let object): "\(change.rawValue) \(object.key.name)"
    case .bookmark(_, let isInitialEnd): isInitialEnd ? "initial end" : "bookmark"
    case .refusal(let refusal): "refusal \(refusal.code) \(refusal.reason)"
    case .unreadable(let item, _): "unreadable \(item.words)"
    case .ended(let version, let next):
      "ended \(version.isEmpty ? "?" : "at a version")\(next == nil ? "" : ", more")"
    }
  }

  private func recorded(_ name: String) -> [UInt8] { Recorded.text("kubernetes-api/\(name).http").bytes }

  @Test("a recorded watch says the same however it is cut", arguments: [1, 7, 100, 4096, 1 << 20])
  func watch(chunk: Int) {
    let pods = lines(JSONWatchBody(PodFacts.self, source: "pods"), recorded("watch-pods"), chunk: chunk)
    #expect(pods.contains { $0.hasPrefix("ADDED ") })
    #expect(pods.contains { $0.hasPrefix("MODIFIED ") })
    #expect(pods.contains { $0.hasPrefix("DELETED ") })
    #expect(pods.contains("bookmark"))
    #expect(
      pods == lines(JSONWatchBody(PodFacts.self, source: "pods"), recorded("watch-pods"), chunk: .max / 2))
  }

  @Test("a version that is too old comes as an event", arguments: ["watch-410", "watch-410-etcd"])
  func tooOld(name: String) {
    let watch = JSONWatchBody(PodFacts.self, source: "pods")
    #expect(lines(watch, recorded(name), chunk: 64) == ["refusal 410 Expired"])
  }

  @Test("a watch that ends by its time-out says nothing")
  func timeout() {
    #expect(lines(JSONWatchBody(PodFacts.self, source: "pods"), recorded("watch-timeout"), chunk: 64).isEmpty)
  }

  @Test("pages lead to each other", arguments: [1, 512, 1 << 20])
  func pages(chunk: Int) {
    let first = lines(JSONListBody(PodFacts.self, source: "pods"), recorded("page1"), chunk: chunk)
    #expect(first.count == 3)
    #expect(first.last == "ended at a version, more")
  }

  @Test("a web page, another kind and half a list are no list")
  func noLists() {
    func words(_ text: String) -> String {
      lines(JSONListBody(PodFacts.self, source: "pods"), Array(text.utf8), chunk: 16).last ?? ""
    }
    #expect(words("<html><title>Login</title></html>").hasPrefix("fault: it is no list"))
    #expect(words(#"{"kind":"Status","code":200}"#).hasPrefix("fault: it is no list but"))
    #expect(!words(#"{"kind":"PodList","metadata":{"resourceVersion":"1"},"items":[{"#).contains("ended"))
  }

  @Test("a line of 10 MB is an event like any other, and an object of another schema costs itself alone")
  func oddLines() {
    let long = String(repeating: "x", count: 10_000_000)
    let watch = """
      {"type":"ADDED","object":{"metadata":{"name":"big","uid":"1","annotations":{"a":"\(long)"}},"spec":{},"status":{}}}
      {"type":"ADDED","object":{"metadata":{"name":"odd","uid":"2","resourceVersion":"7"},"spec":{"nodeName":[1]}}}
      {"type":"ADDED","object":{"metadata":{"name":"next","uid":"3"},"spec":{},"status":{}}}

      """
    let told = lines(JSONWatchBody(PodFacts.self, source: "pods"), Array(watch.utf8), chunk: 1 << 16)
    #expect(told.count == 3)
    #expect(told.first == "ADDED big")
    #expect(told.dropFirst().first?.hasPrefix("unreadable pods odd, spec.nodeName: expected") == true)
    #expect(told.last == "ADDED next")
  }

  @Test("a line that is no event ends the watch with its beginning")
  func garbage() {
    let told = lines(JSONWatchBody(PodFacts.self, source: "pods"), Array("<html>\n".utf8), chunk: 8)
    #expect(told.last?.hasPrefix("fault: it holds a line that is no event") == true)
    let unknown = lines(
      JSONWatchBody(PodFacts.self, source: "p"), Array("{\"type\":\"X\",\"object\":{}}\n".utf8), chunk: 8)
    #expect(unknown == ["fault: it holds an event of the unknown type X"])
  }

  @Test("refusals are read for what the machine decides by")
  func refusals() {
    func refusal(_ name: String, _ code: Int) -> APIRefusal { APIRefusal(code: code, body: recorded(name)) }
    #expect(refusal("page2-expired-410", 410).reason == "Expired")
    #expect(refusal("list-future-504", 504).reason == "Timeout")
    #expect(refusal("list-future-504", 504).retryAfter == 1)
    #expect(refusal("err-watch-403", 403).reason == "Forbidden")
    #expect(refusal("err-group-404", 404).reason == "")
  }
}
