// The same text in every encoding that operators' tools write, and what is no text at all.

internal import CZlib
import StructuredText
import Testing

private let sample = "{\"items\":[\r\n{\"name\":\"wéb 😀\"},\r\n{\"b\":[1,2]}\r\n],\"kind\":\"List\"}\r\n"

/// Packs bytes as one gzip member.
func gzip(_ bytes: [UInt8]) -> [UInt8] {
  var stream = z_stream()
  var input = bytes
  deflateInit2_(
    &stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
  defer { deflateEnd(&stream) }
  let room = Int(deflateBound(&stream, UInt(bytes.count)))
  return input.withUnsafeMutableBufferPointer { source in
    [UInt8](unsafeUninitializedCapacity: room) { output, count in
      stream.next_in = source.baseAddress
      stream.avail_in = UInt32(source.count)
      stream.next_out = output.baseAddress
      stream.avail_out = UInt32(room)
      deflate(&stream, Z_FINISH)
      count = room - Int(stream.avail_out)
    }
  }
}

private func utf16(_ text: String, littleEndian: Bool) -> [UInt8] {
  text.utf16.flatMap { unit in
    let low = UInt8(truncatingIfNeeded: unit)
    let high = UInt8(truncatingIfNeeded: unit >> 8)
    return littleEndian ? [low, high] : [high, low]
  }
}

@Suite("Text decoding")
struct TextDecodingTests {
  static let forms: [(String, [UInt8])] = [
    ("UTF-8 with a byte order mark", [0xEF, 0xBB, 0xBF] + Array(sample.utf8)),
    ("UTF-16 little endian with a mark", [0xFF, 0xFE] + utf16(sample, littleEndian: true)),
    ("UTF-16 big endian with a mark", [0xFE, 0xFF] + utf16(sample, littleEndian: false)),
    ("UTF-16 little endian without a mark", utf16(sample, littleEndian: true)),
    ("gzip", gzip(Array(sample.utf8))),
    ("gzip of UTF-16", gzip([0xFF, 0xFE] + utf16(sample, littleEndian: true))),
    ("gzip of two members", gzip(Array(sample.utf8.prefix(20))) + gzip(Array(sample.utf8.dropFirst(20)))),
    ("gzip padded with zeros", gzip(Array(sample.utf8)) + [0, 0, 0]),
  ]

  @Test("every encoding gives the items of plain UTF-8, in chunks of any size", arguments: forms)
  func readsEveryEncoding(name: String, bytes: [UInt8]) {
    let plain = Observed(sample)
    #expect(plain.items.count == 2)
    for chunkBytes in [1, 3, .max] {
      #expect(Observed(bytes, chunkBytes: chunkBytes) == plain, "\(name), chunks of \(chunkBytes)")
    }
  }

  @Test("gzip that ends in the middle keeps what could be read and says so")
  func keepsTruncatedGzip() {
    let text = "[" + (0..<5000).map { "{\"n\":\($0 &* 7919)}" }.joined(separator: ",\n") + "]"
    let packed = gzip(Array(text.utf8))
    let seen = Observed(Array(packed.prefix(packed.count / 2)))
    #expect(seen.items.count > 1000)
    #expect(seen.reasons == [.truncatedCompression])
    #expect(seen.isComplete == false)
  }

  @Test("damaged gzip is a fault")
  func noticesDamagedGzip() {
    var packed = gzip(Array(String(repeating: sample, count: 50).utf8))
    packed[packed.count / 2] ^= 0xFF
    packed[packed.count / 2 + 1] ^= 0xFF
    let seen = Observed(packed)
    #expect(seen.reasons.contains(.damagedCompression))
    #expect(seen.isComplete == false)
  }

  @Test("an empty file and one of white space are empty, without a fault", arguments: ["", "\n \r\n"])
  func readsEmpty(text: String) {
    let seen = Observed(text)
    #expect(seen.kind == .empty)
    #expect(seen.faults == [])
    #expect(seen.isComplete == true)
  }

  @Test("binary is refused with the offset of the first byte that is no text")
  func refusesBinary() {
    let protobuf = Observed([0x6B, 0x38, 0x73, 0x00, 0x0A, 0x0B, 0x0A, 0x02])
    #expect(protobuf.kind == .notText(offset: 3))
    #expect(protobuf.reasons == [.notText])
    #expect(protobuf.isComplete == false)
  }

  @Test("a zero byte far inside a text is refused there, after the items before it")
  func refusesLateZero() {
    let lead = String(repeating: "{\"a\":1}\n", count: 1000)
    let seen = Observed(Array(lead.utf8) + [0] + Array(lead.utf8))
    #expect(seen.items.count == 1000)
    #expect(seen.reasons == [.notText])
    #expect(seen.faults.first?.place.line == 1001)
  }

  @Test(
    "tables for people are told from data",
    arguments: [
      "NAME    READY   STATUS    RESTARTS   AGE\nweb-1   1/1     Running   0          5d\n",
      "NAMESPACE   NAME\nshop   web\n",
      "ID             NAME      MODE         REPLICAS   IMAGE     PORTS\n",
      "No resources found in default namespace.\n",
    ])
  func tellsTables(text: String) {
    let seen = Observed(text)
    if text.hasPrefix("No") {
      #expect(seen.kind == .yaml)
    } else {
      #expect(seen.reasons == [.tableOutput])
    }
  }

  @Test("a file that cannot be opened names the system's reason")
  func namesSystemError() {
    var reasons: [DocumentFault.Reason] = []
    DocumentReader().read(path: "/nonexistent/file") { event in
      if case .fault(let fault) = event { reasons.append(fault.reason) }
    }
    #expect(reasons == [.system(code: 2)])
    DocumentReader().read(path: "/") { event in
      if case .fault(let fault) = event { reasons.append(fault.reason) }
    }
    #expect(reasons == [.system(code: 2), .system(code: 21)])
  }
}
