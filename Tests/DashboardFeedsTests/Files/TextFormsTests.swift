// The same list as PowerShell, gzip, Windows and kubectl's YAML write it.

import DashboardFeeds
import DashboardModel
import DashboardTesting
import Testing

@Suite("forms of text")
struct TextFormsTests {
  private let text = Recorded.text("kubernetes/base/gmsacredentialspecs.http")

  private func facts(_ bytes: [UInt8]) -> Facts {
    let (slice, faults) = FileFacts.slice(of: [FileFacts.Text(name: "specs", bytes: bytes)])
    #expect(faults.isEmpty)
    return slice.facts
  }

  private func utf16(_ bytes: [UInt8], bigEndian: Bool) -> [UInt8] {
    String(decoding: bytes, as: UTF8.self).utf16.flatMap { unit in
      let low = UInt8(truncatingIfNeeded: unit)
      let high = UInt8(unit >> 8)
      return bigEndian ? [high, low] : [low, high]
    }
  }

  @Test("byte order marks, UTF-16 and CRLF change nothing")
  func encodings() {
    let expected = facts(text.bytes)
    #expect(expected.credentialSpecs.count == 5)
    #expect(facts([0xEF, 0xBB, 0xBF] + text.bytes) == expected)
    #expect(facts([0xFF, 0xFE] + utf16(text.bytes, bigEndian: false)) == expected)
    #expect(facts([0xFE, 0xFF] + utf16(text.bytes, bigEndian: true)) == expected)
    let lines = String(decoding: text.bytes, as: UTF8.self).replacing(",\"kind\"", with: ",\r\n\"kind\"")
    #expect(facts(Array(lines.utf8)) == expected)
  }

  @Test("a stream of Lists is read as one")
  func stream() {
    let nodes = Recorded.text("kubernetes/base/nodes.http")
    let both = facts(text.bytes + Array("\n".utf8) + nodes.bytes)
    #expect(both.credentialSpecs.count == 5)
    #expect(both.hosts.count == 8)
  }

  @Test("a typed list whose kind stands behind its items is read all the same")
  func kindBehindItems() {
    let list =
      #"{"apiVersion":"v1","items":[{"metadata":{"name":"a"}},{"metadata":{"name":"b"}}],"kind":"NodeList"}"#
    let facts = facts(Array(list.utf8))
    #expect(facts.hosts.map(\.id.name) == ["a", "b"])
    #expect(facts.coverage.map(\.kind) == [.hosts])
  }
}
