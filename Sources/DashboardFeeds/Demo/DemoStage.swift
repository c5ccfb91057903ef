// The hosts on which a state is kept on stage, so that it can be met at any moment.

/// Hosts with a part in the story of a file or registry value; each is an index in `Facts.hosts`.
struct DemoStage: Sendable {
  /// A task runs here, and the file was never copied: missing.
  var forgotten = 0
  /// A task may come here, and the file was never copied: at risk. Another one lies ready: standby.
  var unready = 0
  /// Holds contents from before the last rotation: stale.
  var outdated = 0
  /// Nobody has taken an inventory of it: unverified.
  var unlisted = 0
  /// Holds a copy although no service that uses it may run here: over-distributed.
  var surplus = 0

  /// Every host with a part.
  var hosts: [Int] { [forgotten, unready, outdated, unlisted, surplus] }
}
