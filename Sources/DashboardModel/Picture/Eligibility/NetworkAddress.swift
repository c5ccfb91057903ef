// Network addresses and ranges of them, as the Swarm constraint node.ip compares them.

/// An IPv4 or IPv6 address. An IPv4 address written as IPv6 (`::ffff:10.0.0.1`) is the IPv4 address.
struct NetworkAddress: Hashable, Sendable {
  /// 4 or 16 bytes.
  let bytes: [UInt8]

  /// Reads the usual notations; nil for anything else, zones and leading zeros among them.
  init?(_ text: String) {
    guard let bytes = text.utf8.contains(UInt8(ascii: ":")) ? Self.longForm(text) : Self.dotted(text[...])
    else {
      return nil
    }
    let isShort = bytes.count == 16 && bytes[..<10].allSatisfy { $0 == 0 } && bytes[10...11] == [0xFF, 0xFF]
    self.bytes = isShort ? Array(bytes[12...]) : bytes
  }

  private static func dotted(_ text: Substring) -> [UInt8]? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    let numbers = parts.compactMap { part -> UInt8? in
      guard part.utf8.allSatisfy(\.isDigit), part.utf8.count == 1 || part.utf8.first != UInt8(ascii: "0")
      else {
        return nil
      }
      return UInt8(part)
    }
    return numbers.count == 4 ? numbers : nil
  }

  private static func longForm(_ text: String) -> [UInt8]? {
    guard let (head, tail) = text.split(atFirst: "::") else {
      return groups(text[...]).flatMap { $0.count == 16 ? $0 : nil }
    }
    guard let front = head.isEmpty ? [] : groups(head[...], mayEndDotted: false),
      let back = tail.isEmpty ? [] : groups(tail[...]), front.count + back.count < 15
    else { return nil }
    return front + Array(repeating: 0, count: 16 - front.count - back.count) + back
  }

  private static func groups(_ text: Substring, mayEndDotted: Bool = true) -> [UInt8]? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    var bytes: [UInt8] = []
    for (index, part) in parts.enumerated() {
      if mayEndDotted && index == parts.count - 1 && part.utf8.contains(UInt8(ascii: ".")) {
        guard let four = dotted(part) else { return nil }
        bytes += four
      } else {
        guard (1...4).contains(part.utf8.count), part.utf8.first != UInt8(ascii: "+"),
          let group = UInt16(part, radix: 16)
        else { return nil }
        bytes += [UInt8(group >> 8), UInt8(group & 0xFF)]
      }
    }
    return bytes.count <= 16 ? bytes : nil
  }
}

/// An address, or a network such as `210.8.4.0/24`.
struct NetworkRange: Hashable, Sendable {
  let base: NetworkAddress
  /// How many leading bits are compared.
  let bits: Int

  /// Reads an address or an address with a prefix length; nil for anything else.
  init?(_ text: String) {
    guard let slash = text.firstIndex(of: "/") else {
      guard let base = NetworkAddress(text) else { return nil }
      self.base = base
      bits = base.bytes.count * 8
      return
    }
    let length = text[text.index(after: slash)...]
    guard let base = NetworkAddress(String(text[..<slash])), !length.isEmpty,
      length.utf8.allSatisfy(\.isDigit),
      let bits = Int(length), bits <= base.bytes.count * 8
    else { return nil }
    self.base = base
    self.bits = bits
  }

  /// Whether the address lies within. An IPv4 address is in no IPv6 network.
  func contains(_ address: NetworkAddress) -> Bool {
    guard address.bytes.count == base.bytes.count else { return false }
    return (0..<bits).allSatisfy { bit in
      (address.bytes[bit / 8] ^ base.bytes[bit / 8]) & (0x80 >> UInt8(bit % 8)) == 0
    }
  }
}
