// The end of a bundle of certificates, and what is no certificate.

@testable import DashboardFeeds
import DashboardModel
import DashboardTesting
import Testing

@Suite("The end of a caBundle")
struct CertificateExpiryTests {
  /// Made with openssl for this test: ended 2020-01-01, and ends 2036-01-01.
  private static let ended = """
    -----BEGIN CERTIFICATE-----
    MIIBGzCBwgIBATAKBggqhkjOPQQDAjAaMRgwFgYDVQQDDA9nbXNhLXdlYmhvb2st
    Y2EwHhcNMTkwMTAxMDAwMDAwWhcNMjAwMTAxMDAwMDAwWjAaMRgwFgYDVQQDDA9n
    bXNhLXdlYmhvb2stY2EwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAATekqx8/mKt
    JAQg52sanzn3Qu8H2/FmQ7zCRIGp09oTruQb98raUzqhctpzRfuHLLuglMuM2ztT
    OAsOT1PbzWi5MAoGCCqGSM49BAMCA0gAMEUCICqEMIbUCtYDZP9IqX5wipmVdJoc
    1omc2ZlEVKsL8/9dAiEA6URcO9/VUXhy4KNUNXVyiQJNL69W9krs8RxS1HBUVIE=
    -----END CERTIFICATE-----
    """
  private static let valid = """
    -----BEGIN CERTIFICATE-----
    MIIBGzCBwgIBATAKBggqhkjOPQQDAjAaMRgwFgYDVQQDDA9nbXNhLXdlYmhvb2st
    Y2EwHhcNMjYwMTAxMDAwMDAwWhcNMzYwMTAxMDAwMDAwWjAaMRgwFgYDVQQDDA9n
    bXNhLXdlYmhvb2stY2EwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAQxrXGCiYKA
    oMU26L9Uwsz8CcHGe3VSybjjBANB9o7M+BlP78MN9mnMc1MTAT6tm9sosz6Ubzox
    0T2Uug3K9oytMAoGCCqGSM49BAMCA0gAMEUCIQDMcyTyKULbEuAIUVLzM4VQEmbH
    bHDPVRjB7/L2HYaxyAIgOIEsFY7pUPMUh9TqYHGby8qz43OvBsM4wpeKpfvxiH8=
    -----END CERTIFICATE-----
    """

  @Test("a bundle ends with its last certificate")
  func lastCertificate() {
    #expect(end(Self.ended)?.text == "2020-01-01T00:00:00Z")
    #expect(end(Self.ended + "\n" + Self.valid)?.text == "2036-01-01T00:00:00Z")
    #expect(end("comment\r\n" + Self.valid.replacing("\n", with: "\r\n"))?.text == "2036-01-01T00:00:00Z")
  }

  @Test("what is no certificate has no end, and nothing traps", arguments: 0..<200)
  func damaged(seed: Int) {
    var random = SeededRandom(seed: seed)
    var bytes = Array(Self.ended.utf8)
    for _ in 0..<3 {
      bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 32...126, using: &random)
    }
    let cut = Int.random(in: 0...bytes.count, using: &random)
    _ = end(String(decoding: bytes.prefix(cut), as: UTF8.self))
    #expect(CertificateExpiry.last(inBundle: "not base64 at all!") == nil)
    #expect(end("-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----") == nil)
  }

  private func end(_ pem: String) -> Timestamp? {
    CertificateExpiry.last(inBundle: Data64.encoded(Array(pem.utf8)))
  }

  @Test("of a client's certificate the first in its file counts, before those of its authorities")
  func client() {
    let chain = Array((Self.ended + "\n" + Self.valid).utf8)
    #expect(CertificateExpiry.first(inPEM: chain)?.text == "2020-01-01T00:00:00Z")
    #expect(CertificateExpiry.first(inPEM: Array("no certificate".utf8)) == nil)
  }
}

/// Base64, to make what the reader reads.
private enum Data64 {
  static func encoded(_ bytes: [UInt8]) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits: UInt32 = 0
      for byte in group { bits = bits << 8 | UInt32(byte) }
      bits <<= UInt32(8 * (3 - group.count))
      for place in 0..<(group.count + 1) { text.append(digits[Int(bits >> UInt32(18 - 6 * place) & 63)]) }
    }
    return text
  }
}
