// Work by hand that somebody has promised to do later.

/// Something that an operator does at a later step.
struct Errand: Sendable {
  /// What is to be done.
  enum Work: Sendable {
    /// Copy a credential spec, as it is then, to hosts: those that lack it and those that hold older contents.
    case copy(spec: Int, hosts: [Int])
    /// Remove copies that nobody needs from hosts.
    case remove(spec: Int, hosts: [Int])
    /// Restart a service, so that its replicas are handed what the credential spec holds now.
    case restart(service: Int)
  }

  /// The step at which it is done.
  let due: Int
  let work: Work
}
