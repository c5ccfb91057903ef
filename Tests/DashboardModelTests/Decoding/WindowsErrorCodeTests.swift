// Numbers as logs print them: what they carry, what is known of them, and what is no number.

import DashboardModel
import Testing

@Suite("Error numbers of Windows")
struct WindowsErrorCodeTests {
  @Test(
    "every way to write a number is the same number",
    arguments: [
      "3489660941", "#3489660941", "0xD000000D", "0Xd000000d", "D000000D", "d000000dh", "-805306355",
      "0xFFFFFFFFD000000D", "(0xd000000d)", "3489660941:",
    ])
  func spellings(word: String) { #expect(WindowsErrorCode(word) == WindowsErrorCode(0xD000_000D)) }

  @Test("the NT bit taken away leaves the NTSTATUS")
  func carriesNTStatus() {
    let code = WindowsErrorCode(3_489_660_941)
    #expect(code.form == .carriedNTStatus)
    #expect(code.ntStatus == 0xC000_000D)
    #expect(code.name == "0xC000000D")
    #expect(code.meaning?.names.first == "STATUS_INVALID_PARAMETER")
    #expect(WindowsErrorCode(3_489_792_023).name == "0xC0020017")
    #expect(WindowsErrorCode("-1073741715")?.meaning?.names.first == "STATUS_LOGON_FAILURE")
  }

  @Test("an HRESULT of facility 7 is its Win32 error")
  func carriesWin32() {
    #expect(WindowsErrorCode(0x8007_0005).win32 == 5)
    #expect(WindowsErrorCode(0x8007_0005).meaning == WindowsErrorCode(5).meaning)
    #expect(WindowsErrorCode("1311")?.meaning?.names.contains("ERROR_NO_LOGON_SERVERS") == true)
  }

  @Test("the Host Compute Service's codes are known in both of their forms")
  func hostComputeService() {
    #expect(WindowsErrorCode(0x8037_010D).meaning?.names == ["HCS_E_INVALID_JSON"])
    #expect(WindowsErrorCode(0xC037_010D).meaning?.names == ["HCS_E_INVALID_JSON"])
  }

  @Test("eight digits are decimal unless only their hexadecimal reading is known")
  func eightDigits() {
    #expect(WindowsErrorCode("80070005") == WindowsErrorCode(0x8007_0005))
    #expect(WindowsErrorCode("12345678") == WindowsErrorCode(12_345_678))
  }

  @Test("an unknown number is said to be unknown, with its bits")
  func unknownNumber() {
    let code = WindowsErrorCode(0xF123_4567)
    #expect(code.meaning == nil)
    #expect(code.bits.joined().contains("NT bit"))
    #expect(code.bits.joined().contains("vendor"))
    #expect(code.bits.joined().contains("facility 291"))
  }

  @Test(
    "what is no number is none",
    arguments: [
      "", "0x", "-", "#", "0xG", "4294967296", "-2147483649", "12a", "GMSA101", "ffff", "--5", "-+5",
    ])
  func noNumber(word: String) { #expect(WindowsErrorCode(word) == nil) }

  @Test("numbers are found in a line; ids, names, addresses and times are not")
  func foundInText() {
    func found(_ text: String) -> [UInt32] { ErrorNumbers.found(in: text).map(\.value) }
    #expect(found("winapi error #3489792023: unknown") == [3_489_792_023])
    #expect(found("exit code -1073741515, again -1073741515") == [0xC000_0135])
    #expect(found("(0xc0000022) and 3221225581") == [0xC000_0022, 0xC000_006D])
    #expect(found("HRESULT: 0x80070005.") == [0x8007_0005])
    #expect(found("pod web-3489792023 of 5f1c0de5a1b2c3d4e5f60718293a4b5c at 10.0.0.1:443").isEmpty)
    #expect(found("at 1764057600123 from 0x7ff6a1b2c3d4, code 5").isEmpty)
  }

  @Test("no two meanings share a number or a symbol")
  func unambiguous() {
    let codes = WindowsErrorMeaning.all.flatMap(\.codes)
    let names = WindowsErrorMeaning.all.flatMap(\.names)
    #expect(Set(codes).count == codes.count)
    #expect(Set(names).count == names.count)
    #expect(WindowsErrorMeaning.all.allSatisfy { ($0.cause == nil) == ($0.check == nil) })
  }

  @Test("any bytes are read without a trap", arguments: 0..<200)
  func hostile(seed: Int) {
    var text = ""
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    for _ in 0..<200 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      text.append("0123456789abcdefxX#-+.: \u{301}é\u{0}("[Int(state >> 33) % 30])
    }
    for word in text.split(separator: " ") { _ = WindowsErrorCode(String(word))?.bits }
    #expect(ErrorNumbers.found(in: text).count <= 200)
    _ = KnownErrorTexts.first(in: text)
  }
}

extension String {
  fileprivate subscript(place: Int) -> Character { self[index(startIndex, offsetBy: place % count)] }
}
