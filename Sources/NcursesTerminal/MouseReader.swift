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

  /// The report that ncurses announced; `nil` when it is no event for us.
  mutating func next() -> MouseEvent? {
    var report = MEVENT()
    guard getmouse(&report) == OK else { return nil }
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
    defer { lastClick = (event, now) }
    guard let last = lastClick, last.event == event, now - last.at < Self.doubleClickTime else {
      return event
    }
    var double = event
    double.kind = .doubleClick
    return double
  }
}
