// When a bundle of certificates ends: the one field of a certificate that anybody here asks for.

import DashboardModel

/// Reads the end of validity out of PEM bundles. Source: RFC 7468 section 5 (PEM), RFC 5280 section 4.1 (certificate).
enum CertificateExpiry {
  /// When the last certificate of a `caBundle` (base64 of PEM) ends, so that nothing it signed is trusted any more. Nil
  /// where no certificate in it could be read.
  static func last(inBundle base64: String) -> Timestamp? {
    guard let pem = Base64.decoded(base64) else { return nil }
    let text = String(decoding: pem, as: UTF8.self)
    return certificates(in: text).compactMap(end).max()
  }

  /// When the first certificate of a PEM file ends: the one that is shown, before those of its authorities.
  static func first(inPEM bytes: [UInt8]) -> Timestamp? {
    certificates(in: String(decoding: bytes, as: UTF8.self)).first.flatMap(end)
  }

  private static func certificates(in pem: String) -> [[UInt8]] {
    var found: [[UInt8]] = []
    var body: String?
    for line in pem.split(whereSeparator: \.isNewline) {
      if line.hasPrefix("-----BEGIN CERTIFICATE-----") {
        body = ""
      } else if line.hasPrefix("-----END CERTIFICATE-----") {
        if let bytes = body.flatMap(Base64.decoded) { found.append(bytes) }
        body = nil
      } else {
        body?.append(contentsOf: line)
      }
    }
    return found
  }

  /// Certificate, TBSCertificate, then version (optional), serial number, signature, issuer, validity.
  private static func end(ofCertificate der: [UInt8]) -> Timestamp? {
    var outer = DERElements(der[...])
    guard let certificate = outer.next(), certificate.tag == DERElements.sequence else { return nil }
    var parts = DERElements(certificate.contents)
    guard let signed = parts.next(), signed.tag == DERElements.sequence else { return nil }
    var fields = DERElements(signed.contents)
    var field = fields.next()
    if field?.tag == DERElements.explicitVersion { field = fields.next() }
    guard field?.tag == DERElements.integer, fields.next() != nil, fields.next() != nil,
      let validity = fields.next(), validity.tag == DERElements.sequence
    else { return nil }
    var times = DERElements(validity.contents)
    guard times.next() != nil, let end = times.next() else { return nil }
    return time(end)
  }

  /// UTCTime has two digits of the year, from 1950 to 2049; GeneralizedTime has four. Source: RFC 5280 section 4.1.2.5.
  private static func time(_ element: DERElements.Element) -> Timestamp? {
    var digits = String(decoding: element.contents, as: UTF8.self)
    if element.tag == DERElements.utcTime { digits = (digits < "5" ? "20" : "19") + digits }
    guard element.tag == DERElements.utcTime || element.tag == DERElements.generalizedTime,
      digits.utf8.count == 15, digits.hasSuffix("Z")
    else { return nil }
    let parts = Array(digits.utf8)
    func part(_ range: Range<Int>) -> String { String(decoding: parts[range], as: UTF8.self) }
    return Timestamp(
      "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))T\(part(8..<10)):\(part(10..<12)):\(part(12..<14))Z")
  }
}

/// The elements of a DER encoding, one after the other; ends at whatever is no element. Source: ITU-T X.690.
struct DERElements {
  /// A tag and what it holds.
  struct Element {
    let tag: UInt8
    let contents: ArraySlice<UInt8>
  }

  static let integer: UInt8 = 0x02
  static let utcTime: UInt8 = 0x17
  static let generalizedTime: UInt8 = 0x18
  static let sequence: UInt8 = 0x30
  static let explicitVersion: UInt8 = 0xA0

  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  mutating func next() -> Element? {
    guard let tag = rest.popFirst(), let count = length(), count <= rest.count else { return nil }
    let contents = rest.prefix(count)
    rest = rest.dropFirst(count)
    return Element(tag: tag, contents: contents)
  }

  /// Up to three bytes: no certificate has 16 MB.
  private mutating func length() -> Int? {
    guard let first = rest.popFirst() else { return nil }
    if first < 0x80 { return Int(first) }
    guard (1...3).contains(first & 0x7F) else { return nil }
    var length = 0
    for _ in 0..<(first & 0x7F) {
      guard let byte = rest.popFirst() else { return nil }
      length = length << 8 | Int(byte)
    }
    return length
  }
}
