// The words of a picture that a filter may name.

struct FilterVocabulary {
  let picture: Picture
  let face: Face
  let named: [String: String]

  func entries(for spot: FilterSpot) -> [FilterEntry] {
    switch spot.place {
    case .term:
      if spot.isBeforeComparison { return openings }
      // Nothing typed: the keys tell what there is; names would bury them.
      let hasLetters = !spot.typed.isEmpty
      return openings + namedFilters + (hasLetters ? names(face.rowAxis) + names(face.columnAxis) : [])
    case .name: return namedFilters
    case .value(.age, let isEquality): return isEquality ? [unknownAge] : lengths
    case .value(let key, _): return values(of: key)
    case .labelKey: return labelKeys
    case .labelValue(let key): return labelValues(of: key)
    }
  }

  private var openings: [FilterEntry] {
    FilterKey.allCases.map { FilterEntry(text: $0.opening, meaning: $0.meaning, isOpening: true) }
  }

  private var namedFilters: [FilterEntry] {
    named.keys.sorted(by: NaturalOrder.precedes).map { name in
      FilterEntry(text: "@\(name)", meaning: named[name] ?? "", isOpening: true)
    }
  }

  private func names(_ axis: Axis) -> [FilterEntry] {
    (0..<picture.count(axis)).map { place in
      FilterEntry(text: FilterSubjects.names(of: place, axis, picture).last ?? "", meaning: axis.word)
    }
  }

  private func values(of key: FilterKey) -> [FilterEntry] {
    switch key {
    case .namespace:
      return listed(
        Set((0..<picture.count(.service)).map { picture.service($0).id.namespace }), "namespace")
    case .cluster:
      return picture.snapshot.structure.clusters.map { FilterEntry(text: $0.text, meaning: "cluster") }
    case .host: return fullNames(.host)
    case .service: return fullNames(.service)
    case .credspec: return fullNames(.credentialSpec)
    case .state: return states
    case .severity: return FilterWords.severityWords.map { FilterEntry(text: $0, meaning: "severity") }
    case .delivery:
      return Delivery.allCases.map { FilterEntry(text: $0.rawValue, meaning: "delivery: \($0.word)") }
    case .age: return lengths
    case .label: return labelKeys
    }
  }

  private var unknownAge: FilterEntry {
    FilterEntry(text: FilterWords.unknownAge, meaning: "no time is told")
  }

  private var lengths: [FilterEntry] {
    ["5m", "1h", "1d"].map { FilterEntry(text: $0, meaning: "length of time") }
  }

  private func fullNames(_ axis: Axis) -> [FilterEntry] {
    (0..<picture.count(axis)).map { place in
      let name =
        axis == .service ? picture.service(place).id.qualifiedName : picture.subject(place, on: axis)?.name
      return FilterEntry(text: name ?? "", meaning: axis.word)
    }
  }

  /// The states of the face; others find nothing on it.
  private var states: [FilterEntry] {
    let onFace = face.states.map { FilterEntry(text: FilterWords.word($0), meaning: "state") }
    return onFace + [FilterEntry(text: "problem", meaning: "every state to act on")]
  }

  private func listed(_ texts: Set<String>, _ meaning: String) -> [FilterEntry] {
    texts.sorted(by: NaturalOrder.precedes).map { FilterEntry(text: $0, meaning: meaning) }
  }

  private var labels: [[String: String]] {
    let hosts = (0..<picture.count(.host)).map(picture.host)
    let objects = (0..<picture.count(.credentialSpec)).compactMap { picture.credentialSpec($0).object }
    return hosts.map(\.labels) + hosts.map(\.engineLabels) + objects.map(\.labels)
  }

  private var labelKeys: [FilterEntry] {
    var keys: Set<String> = []
    for list in labels { keys.formUnion(list.keys) }
    return listed(keys, "label")
  }

  private func labelValues(of key: String) -> [FilterEntry] {
    listed(Set(labels.compactMap { $0[key] }), "value of \(key)")
  }
}
