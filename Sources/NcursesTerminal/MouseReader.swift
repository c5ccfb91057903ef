// Turns ncurses' mouse reports into clicks and turns of the wheel.

import CNcurses
import TerminalCanvas

/// Reads mouse reports.
struct MouseReader {
  private static let doubleClickTime = Duration.milliseconds(400)

  private var lastClick: (event: MouseEvent, at: ContinuousClock.Instant)?
  private var isRightDown = false

  /// The buttons to ask ncurses for.
  static var buttons: mmask_t {
    cn_mouse_button1_pressed() | cn_mouse_button3_pressed() | cn_mouse_button3_released()
      | cn_mouse_wheel_up() | cn_mouse_wheel_down()
  }

  /// What ncurses announced. Reports that came in one piece are announced once, and handed out the last one first.
  mutating func drain() -> [MouseEvent] {
    var reports: [MEVENT] = []
    var report = MEVENT()
    while getmouse(&report) == OK { reports.append(report) }
    return reports.reversed().compactMap { event(for: $0) }
  }

  /// `nil` when a report is no event for us.
  private mutating func event(for report: MEVENT) -> MouseEvent? {
    let (column, row) = (Int(report.x), Int(report.y))
    func event(_ kind: MouseEvent.Kind) -> MouseEvent { MouseEvent(kind: kind, column: column, row: row) }
    if report.bstate & cn_mouse_wheel_up() != 0 { return event(.wheelUp) }
    if report.bstate & cn_mouse_wheel_down() != 0 { return event(.wheelDown) }
    if report.bstate & cn_mouse_button1_pressed() != 0 { return click(event(.click)) }
    // ncurses reports a horizontal wheel as a right button that is pressed but never released.
    if report.bstate & cn_mouse_button3_pressed() != 0 { isRightDown = true }
    if report.bstate & cn_mouse_button3_released() != 0, isRightDown {
      isRightDown = false
      return event(.rightClick)
    }
    return nil
  }

  private mutating func click(_ event: MouseEvent) -> MouseEvent {
    let now = ContinuousClock.now
    guard let last = lastClick, last.event == event, now - last.at < Self.doubleClickTime else {
      lastClick = (event, now)
      return event
    }
    // A third click is a first one again: it must not open what the second one has brought to its place.
    lastClick = nil
    var double = event
    double.kind = .doubleClick
    return double
  }
}
