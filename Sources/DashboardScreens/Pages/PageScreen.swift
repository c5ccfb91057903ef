// What a page is made from: a screen knows its subject, and writes its page from the state.

/// A screen whose page is written from the state: a file a screen, a case of `ScreenKind`, and a command that opens it.
package protocol PageScreen: Sendable {
  /// Which screen it is.
  static var kind: ScreenKind { get }
  /// Its page, written again when a picture, the time or the size changes. It says when its subject is gone.
  func page(_ state: AppState) -> Page
}
