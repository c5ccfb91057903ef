// A number that Windows reports, taken apart by its bits: which kind of code it is and which code it carries.

/// A 32-bit error number of Windows: an NTSTATUS, an NTSTATUS carried in an HRESULT, an HRESULT or a Win32 error.
/// Source: [MS-ERREF] 2.1 (HRESULT), 2.2 (Win32), 2.3 (NTSTATUS); domain.md 0, fact 10.
public struct WindowsErrorCode: Hashable, Sendable {
  /// The number as it was given.
  public let value: UInt32

  /// A number.
  public init(_ value: UInt32) { self.value = value }

  /// What the bits make of the number.
  public enum Form: Hashable, Sendable {
    /// A Win32 error: below 65,536.
    case win32
    /// An NTSTATUS in an HRESULT: the N bit (0x10000000) is set; without it the NTSTATUS is left.
    case carriedNTStatus
    /// An NTSTATUS: severity bits `11` (error) or `01` (information).
    case ntStatus
    /// An HRESULT: the failure bit alone, or no failure at all.
    case hresult
  }

  /// What the bits make of the number. `0x8…` may be an NTSTATUS warning too; among reported failures it is an HRESULT.
  public var form: Form {
    if value <= 0xFFFF { return .win32 }
    if value & Self.ntBit != 0 { return .carriedNTStatus }
    switch value >> 30 {
    case 3, 1: return .ntStatus
    default: return .hresult
    }
  }

  /// The NTSTATUS that it is or carries; nil for the other forms.
  public var ntStatus: UInt32? {
    switch form {
    case .carriedNTStatus: value & ~Self.ntBit
    case .ntStatus: value
    default: nil
    }
  }

  /// The Win32 error that it is or carries (HRESULT facility 7); nil for the other forms.
  public var win32: UInt32? {
    switch form {
    case .win32: value
    case .hresult where value >> 16 == 0x8007: value & 0xFFFF
    default: nil
    }
  }

  /// The code by which it is known: the NTSTATUS or the Win32 error that it carries, else the number itself.
  public var carried: UInt32 { ntStatus ?? win32 ?? value }

  /// `0xC0020017`: the code as people search for it, an NTSTATUS without the NT bit. Win32 errors are in decimal.
  public var name: String { form == .win32 ? "\(value)" : Self.hexadecimal(ntStatus ?? value) }

  /// What is known of it; nil: not in the table, and `bits` is all that can be said.
  public var meaning: WindowsErrorMeaning? { WindowsErrorMeaning.of(self) }

  /// The symbol of the code in its own form: `ERROR_LOGON_FAILURE` of 1326, `STATUS_LOGON_FAILURE` of 0xC000006D.
  public var symbol: String? {
    guard let names = meaning?.names else { return nil }
    let ofWin32 = names.first { !$0.hasPrefix("STATUS_") && !$0.hasPrefix("RPC_NT_") }
    return (win32 == nil ? nil : ofWin32) ?? names.first
  }

  private static let ntBit: UInt32 = 0x1000_0000

  /// `0xC000000D`, eight digits.
  public static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return "0x" + String(repeating: "0", count: 8 - digits.count) + digits
  }
}

extension WindowsErrorCode {
  /// What the bits tell, a sentence each: the kind, and severity, owner, facility and code.
  public var bits: [String] {
    switch form {
    case .win32: return ["a Win32 error code (below 65,536)"]
    case .carriedNTStatus:
      return [
        "an HRESULT with the NT bit 0x10000000: without it, the NTSTATUS \(name) is left", fieldsOfNTStatus,
      ]
    case .ntStatus: return ["an NTSTATUS", fieldsOfNTStatus]
    case .hresult:
      if let win32 { return ["an HRESULT of facility 7: it carries the Win32 error \(win32)"] }
      let kind = value >> 31 == 1 ? "a failure" : "no failure by its severity bit"
      return ["an HRESULT, \(kind): \(owner), facility \(facility(in: 0x7FF)), code \(value & 0xFFFF)"]
    }
  }

  private var fieldsOfNTStatus: String {
    let severities = ["success", "information", "warning", "error"]
    let severity = severities[Int(value >> 30)]
    return "severity \(severity), \(owner), facility \(facility(in: 0xFFF)), code \(value & 0xFFFF)"
  }

  /// The customer bit. Source: [MS-ERREF] 2.1 and 2.3.
  private var owner: String {
    value & 0x2000_0000 == 0 ? "defined by Microsoft" : "defined by a vendor (customer bit)"
  }

  /// Source: [MS-ERREF] 2.1.2 and 2.3, winerror.h. Facilities that neither form shares are left as numbers.
  private func facility(in mask: UInt32) -> String {
    // The N bit stands in the NTSTATUS facility's place.
    let number = ((value & ~Self.ntBit) >> 16) & mask
    let isNTStatus = ntStatus != nil
    switch number {
    case 0: return "0 (general)"
    case 0x37: return "55 (virtualization, the Host Compute Service)"
    case 2 where isNTStatus: return "2 (RPC runtime)"
    case 3 where isNTStatus: return "3 (RPC stubs)"
    case 1 where !isNTStatus: return "1 (RPC)"
    case 4 where !isNTStatus: return "4 (interface-specific, COM)"
    case 8 where !isNTStatus: return "8 (Windows)"
    case 9 where !isNTStatus: return "9 (security, SSPI)"
    default: return "\(number)"
    }
  }
}

extension WindowsErrorCode {
  /// Reads a number as logs and people write it: `3489660941`, `#3489660941`, `-1073741715`, `0xc000006D`,
  /// `0xFFFFFFFFC000006D`, `C000006D`, `D000000Dh`. Nil where the word is no such number. Eight digits without a letter
  /// are decimal, unless only the hexadecimal reading is a known code (`80070005`).
  public init?(_ word: String) {
    guard word.utf8.count <= 24 else { return nil }
    var text = word.lowercased()[...]
    while let first = text.first, "#(\"'[".contains(first) { text.removeFirst() }
    while let last = text.last, ")\"',.;:]".contains(last) { text.removeLast() }
    if text.hasPrefix("0x") {
      self.init(hexadecimal: text.dropFirst(2))
    } else if text.hasSuffix("h") {
      self.init(hexadecimal: text.dropLast())
    } else if text.hasPrefix("-") {
      guard Self.isDecimal(text.dropFirst()), let number = Int32(text) else { return nil }
      self.init(UInt32(bitPattern: number))
    } else if Self.isDecimal(text) {
      self.init(decimal: text)
    } else if text.utf8.count == 8 {
      self.init(hexadecimal: text)
    } else {
      return nil
    }
  }

  private init?(decimal text: Substring) {
    guard let number = UInt64(text), let value = Self.narrowed(number) else { return nil }
    let decimal = WindowsErrorCode(value)
    if text.utf8.count == 8, decimal.meaning == nil, let other = WindowsErrorCode(hexadecimal: text),
      other.meaning != nil
    {
      self = other
    } else {
      self = decimal
    }
  }

  private init?(hexadecimal digits: Substring) {
    let isHexadecimal = digits.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
    }
    guard !digits.isEmpty, isHexadecimal, let number = UInt64(digits, radix: 16),
      let value = Self.narrowed(number)
    else { return nil }
    self.init(value)
  }

  /// 32 bits, or 64 bits that repeat the sign, as some logs print a negative number.
  private static func narrowed(_ number: UInt64) -> UInt32? {
    if number >> 32 == 0xFFFF_FFFF { return UInt32(truncatingIfNeeded: number) }
    return UInt32(exactly: number)
  }

  private static func isDecimal(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
