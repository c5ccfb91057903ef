// The checks that need no host: the service names the credential spec, it exists, it may be used.

extension CheckChain {
  var named: CheckStep {
    guard let entry else { return CheckStep(.named, .notNeeded, "the service asks for no credspec") }
    guard let service else {
      return CheckStep(.named, .notNeeded, "no service that may run here names \(entry.id.name)")
    }
    let references = service.template.references.filter {
      picture.snapshot.structure.index(of: $0.credentialSpec) == subject.credentialSpec
    }
    guard let first = references.first else {
      return judged(.named, .notNeeded, "\(service.id.name) does not name \(entry.id.name) now")
    }
    let slots = references.map(\.slot.words).joined(separator: ", ")
    let evidence = Evidence(
      object: service.id.spokenName, field: "credspec of \(first.slot.words)", value: entry.id.name,
      at: service.updatedAt)
    return judged(
      .named, .passed, "\(service.id.name) names \(entry.id.name) for \(slots)", evidence: [evidence])
  }

  /// Whether the service names the credential spec now.
  var isNamed: Bool {
    guard let row = subject.service, let place = subject.credentialSpec else { return false }
    return picture.credentialSpecs(ofService: row).contains(place)
  }

  var exists: CheckStep {
    guard let entry else { return CheckStep(.exists, .notNeeded, "nothing is asked for") }
    switch entry.existence {
    case .exists:
      let changed = entry.object?.updatedAt ?? entry.object?.createdAt
      let evidence = Evidence(
        object: "credspec \(entry.id.name)", field: "delivery", value: entry.id.delivery.word, at: changed)
      return judged(.exists, .passed, "\(entry.id.name) exists", evidence: [evidence])
    case .absent where !isNamed:
      return judged(.exists, .notNeeded, "\(entry.id.name) is gone, and nobody names it any more")
    case .absent where !isDangling:
      return judged(
        .exists, .passed,
        "no list has \(entry.id.name), and a replica runs that could not have started without it")
    case .absent:
      return judged(.exists, .failed, "\(entry.id.name) does not exist: the whole list of its kind lacks it")
    case .unknown where isDangling:
      return judged(.exists, .failed, "\(entry.id.name) does not exist: the webhook looked for it in vain")
    case .unknown(let reason):
      return CheckStep(.exists, .unknown, "whether \(entry.id.name) exists is not known: \(reason)")
    }
  }

  /// As the third face has it: a running replica proves more than a list that lacks the name.
  private var isDangling: Bool {
    guard let row = subject.service, let place = subject.credentialSpec else {
      return entry?.existence == .absent
    }
    return picture.serviceByCredentialSpec[row, place].state == .dangling
  }

  var allowed: CheckStep {
    guard let entry, let service, let row = subject.service else {
      return CheckStep(.allowed, .notNeeded, "nobody asks for it here")
    }
    guard entry.id.delivery == .customResource else {
      let kind = entry.id.delivery == .hostRegistry ? "registry value" : entry.id.delivery.word
      return CheckStep(.allowed, .notNeeded, "no permission is asked for a credspec that is a \(kind)")
    }
    let account = service.template.serviceAccount ?? "default"
    switch picture.snapshot.permission(ofService: picture.index.services[row], toUse: entry.id) {
    case .allowed(let grants):
      let by = grants.first.map { " by \($0.words)" } ?? ""
      return judged(
        .allowed, .passed, "service account \(account) may use it\(by)", evidence: grants.map(\.evidence))
    case .notAllowed where !isNamed:
      return judged(
        .allowed, .notNeeded, "service account \(account) may not use it, and asks for nothing of the kind")
    case .notAllowed:
      return judged(
        .allowed, .failed, "service account \(account) may not use \(entry.id.name): no binding allows it")
    case .unknown(let reason):
      return CheckStep(
        .allowed, .unknown, "whether service account \(account) may use it is not known: \(reason)")
    }
  }
}

extension CredentialSpecReference.Slot {
  /// Which part of the replica it is for.
  var words: String {
    switch part {
    case .whole: "the whole replica"
    case .container: "container \(name)"
    case .initContainer: "init container \(name)"
    }
  }
}

extension Grant {
  fileprivate var evidence: Evidence {
    Evidence(
      object: binding, field: role,
      value: names.map { $0.sorted().prefix(3).joined(separator: ", ") } ?? "every credspec")
  }
}
