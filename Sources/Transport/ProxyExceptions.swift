// NO_PROXY as Go reads it.

internal import Glibc

/// Hosts that are reached without a proxy. Source: golang.org/x/net/http/httpproxy, whose rules kubectl and docker have.
struct ProxyExceptions {
  private let entries: [Substring]

  init(_ text: String) {
    entries = text.split { $0 == "," || $0 == " " }
  }

  /// Whether the host needs no proxy: by the list, or because it is this machine.
  func contains(host: String, port: Int) -> Bool {
    let host = host.lowercased()
    let address = NumericAddress(host)
    if host == "localhost" || address?.isLoopback == true { return true }
    return entries.contains { matches(String($0).lowercased(), host, port, address) }
  }

  private func matches(_ entry: String, _ host: String, _ port: Int, _ address: NumericAddress?) -> Bool {
    if entry == "*" { return true }
    if let slash = entry.firstIndex(of: "/") {
      guard let network = NumericAddress(String(entry[..<slash])),
        let bits = Int(entry[entry.index(after: slash)...])
      else { return false }
      return address?.isIn(network, bits: bits) ?? false
    }
    var name = Substring(entry)
    if NumericAddress(entry) == nil, let colon = entry.lastIndex(of: ":") {
      guard Int(entry[entry.index(after: colon)...]) == port else { return false }
      name = entry[..<colon]
    }
    if name.hasPrefix("["), name.hasSuffix("]") { name = name.dropFirst().dropLast() }
    if let own = NumericAddress(String(name)) { return own == address }
    if name.hasPrefix("*.") { name = name.dropFirst() }
    if name.hasPrefix(".") { return host.hasSuffix(name) }
    return host == name || host.hasSuffix(".\(name)")
  }
}

/// A numeric IPv4 or IPv6 address.
struct NumericAddress: Equatable {
  private let bytes: [UInt8]

  /// Nil for a name.
  init?(_ text: String) {
    var four = in_addr()
    var six = in6_addr()
    if inet_pton(AF_INET, text, &four) == 1 {
      bytes = withUnsafeBytes(of: &four) { Array($0) }
    } else if inet_pton(AF_INET6, text, &six) == 1 {
      bytes = withUnsafeBytes(of: &six) { Array($0) }
    } else {
      return nil
    }
  }

  var isLoopback: Bool { bytes.count == 4 ? bytes[0] == 127 : bytes == Array(repeating: 0, count: 15) + [1] }

  /// Whether the first `bits` bits are those of `network`.
  func isIn(_ network: NumericAddress, bits: Int) -> Bool {
    guard bytes.count == network.bytes.count, (0...bytes.count * 8).contains(bits) else { return false }
    return bytes.indices.allSatisfy { index in
      let rest = min(max(bits - index * 8, 0), 8)
      let mask = rest == 0 ? 0 : UInt8(truncatingIfNeeded: 0xFF << (8 - rest))
      return bytes[index] & mask == network.bytes[index] & mask
    }
  }
}
