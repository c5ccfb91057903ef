// What error codes of Windows mean, and what they mean for a gMSA: look-up by number and by name.

/// What a code means. One entry stands for all numbers of one meaning: the NTSTATUS, its Win32 error, its HRESULT.
public struct WindowsErrorMeaning: Hashable, Sendable {
  /// Its symbols, such as `STATUS_LOGON_FAILURE` and `ERROR_LOGON_FAILURE`; the first is the one to show.
  public let names: [String]
  /// Its numbers: NTSTATUS, Win32 error, HRESULT.
  public let codes: [UInt32]
  /// What Windows says by it, in one sentence.
  public let means: String
  /// The likely cause where a gMSA is concerned; nil: the code says nothing of credential specs.
  public let cause: String?
  /// What to look at next; nil where there is no cause.
  public let check: String?
  /// Where the fact is written.
  public let source: String

  /// Whether the code speaks of identities, so that a failing replica with a credential spec fails because of it.
  public var concernsIdentity: Bool { cause != nil }

  init(
    _ names: [String], _ codes: [UInt32], means: String, cause: String? = nil, check: String? = nil,
    source: String = "[MS-ERREF]"
  ) {
    self.names = names
    self.codes = codes
    self.means = means
    self.cause = cause
    self.check = check
    self.source = source
  }
}

extension WindowsErrorMeaning {
  /// Every meaning, by subject.
  public static let all: [WindowsErrorMeaning] = ofContainers + ofLogon + ofNetwork + ofSystem

  private static let byCode: [UInt32: WindowsErrorMeaning] = Dictionary(
    all.flatMap { meaning in meaning.codes.map { ($0, meaning) } }, uniquingKeysWith: { first, _ in first })

  private static let byName: [String: WindowsErrorMeaning] = Dictionary(
    all.flatMap { meaning in meaning.names.map { ($0, meaning) } }, uniquingKeysWith: { first, _ in first })

  /// The meaning of a number; nil where the table has none.
  public static func of(_ code: WindowsErrorCode) -> WindowsErrorMeaning? {
    if let meaning = byCode[code.carried] ?? byCode[code.value] { return meaning }
    // The Host Compute Service reports one code as 0x8037… and as 0xC037…. Source: hcsshim internal/hcs/errors.go.
    return code.carried >> 16 == 0x8037 ? byCode[code.carried | 0x4000_0000] : nil
  }

  /// The meaning of a symbol such as `ERROR_NO_LOGON_SERVERS`, in any case.
  public static func named(_ name: String) -> WindowsErrorMeaning? { byName[name.uppercased()] }
}
