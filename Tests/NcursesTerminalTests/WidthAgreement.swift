// We and ncurses must believe the same widths, or columns shift.

import CNcurses
import DashboardTesting
import Testing
import TextWidth

@Suite struct WidthAgreement {
  @Test("every scalar we draw is as wide for the C library, where that knows it")
  func agreement() {
    // Ahom's medial RA became a combining mark after glibc 2.36's Unicode; `FrameWriter` leaves such marks out.
    let changedSince: Set<UInt32> = [0x1171E]
    setlocale(LC_CTYPE, "C.UTF-8")
    var disagreements: [String] = []
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), !changedSince.contains(value) else { continue }
      let theirs = Int(cn_width(wchar_t(bitPattern: value)))
      let isAgreed =
        switch ScalarWidth(scalar) {
        case .unsafe: true
        case .mark: theirs <= 0
        case .one: theirs == 1 || theirs < 0
        case .two: theirs == 2 || theirs < 0
        }
      if !isAgreed { disagreements.append(String(value, radix: 16)) }
    }
    #expect(disagreements.isEmpty)
  }
}
