// Turns the terms of a filter into sets of rows, columns and cell kinds of one face.

/// Makes the plan of a filter. Cost: for each term on names the names of an axis, 5,000 at most.
struct FilterPlanner {
  let picture: Picture
  let face: Face
  private(set) var sets = FilterSets()
  /// Terms that nothing on this face answers to, though they were asked for and not excluded.
  private(set) var unmatched: [FilterTerm] = []
  private var names: [Axis: [FoldedName]] = [:]
  private let feeds: [FeedReport]
  private let now: Timestamp

  init(picture: Picture, face: Face, feeds: [FeedReport], now: Timestamp) {
    self.picture = picture
    self.face = face
    self.feeds = feeds
    self.now = now
  }

  mutating func plan(_ expression: FilterExpression, isWanted: Bool = true) -> FilterPlan {
    switch expression {
    case .everything: return isWanted ? .everything : .nothing
    case .term(let term): return plan(term, isWanted)
    case .not(let inner): return plan(inner, isWanted: !isWanted)
    case .all(let parts):
      let plans = parts.map { plan($0, isWanted: isWanted) }
      return sets.join(plans, isAll: isWanted)
    case .any(let parts):
      let plans = parts.map { plan($0, isWanted: isWanted) }
      return sets.join(plans, isAll: !isWanted)
    }
  }

  private var ages: FactAges { FactAges(picture: picture, face: face, feeds: feeds, now: now) }

  private mutating func plan(_ term: FilterTerm, _ isWanted: Bool) -> FilterPlan {
    switch term {
    case .name(let pattern): return name(pattern, term, isWanted)
    case .namespace(let values):
      return subjects(.service, namespaces(values), term, isWanted)
    case .cluster(let values): return cluster(values, term, isWanted)
    case .subject(let axis, let values): return subjects(axis, wholeNames(axis, values), term, isWanted)
    case .label(let key, let values): return label(key, values, term, isWanted)
    case .delivery(let deliveries):
      let members = members(of: .credentialSpec) {
        deliveries.contains(picture.credentialSpec($0).id.delivery)
      }
      return subjects(.credentialSpec, members, term, isWanted)
    case .state(let states): return cells(CellKinds(of: states), isWanted)
    case .severity(let comparison, let severity):
      // Severities are ordered worst first, and "more" asks for worse.
      return cells(
        CellKinds { cell in cell.severity.map { comparison.holds(severity, $0) } == true }, isWanted)
    case .age(let comparison, let length):
      return ages.plan(isWanted, &sets) { comparison.holds($0, length) }
    case .ageUnknown: return ages.planUnknown(isWanted, &sets)
    }
  }

  /// A cell term speaks of cells that are concerned; a blank cell satisfies neither it nor its opposite, unless blank is
  /// what was named.
  private func cells(_ kinds: CellKinds, _ isWanted: Bool) -> FilterPlan {
    .cells(isWanted ? kinds : CellKinds(bits: CellKinds.concerned.bits & ~kinds.bits))
  }

  // MARK: names

  /// A word is asked of the face's rows where one of them has it, else of its columns; excluded from both.
  private mutating func name(_ pattern: NamePattern, _ term: FilterTerm, _ isWanted: Bool) -> FilterPlan {
    let matcher = NameMatcher(pattern)
    let rows = folded(face.rowAxis).map(matcher.matches)
    if isWanted, rows.contains(true) { return sets.rows(rows) }
    let columns = folded(face.columnAxis).map(matcher.matches)
    if isWanted {
      if columns.contains(true) { return sets.columns(columns) }
      unmatched.append(term)
      return .nothing
    }
    return sets.join([sets.rows(rows.map { !$0 }), sets.columns(columns.map { !$0 })], isAll: true)
  }

  /// What words are matched with: the name with its namespace, and a credential spec's account.
  private mutating func folded(_ axis: Axis) -> [FoldedName] {
    if let known = names[axis] { return known }
    let folded = (0..<picture.count(axis)).map { place -> FoldedName in
      switch axis {
      case .credentialSpec:
        let entry = picture.credentialSpec(place)
        return FoldedName("\(entry.id.name) \(entry.account?.text ?? "")")
      case .service: return FoldedName(picture.service(place).id.qualifiedName)
      case .host: return FoldedName(picture.host(place).id.name)
      }
    }
    names[axis] = folded
    return folded
  }

  private func members(of axis: Axis, where holds: (Int) -> Bool) -> [Bool] {
    (0..<picture.count(axis)).map(holds)
  }

  private func wholeNames(_ axis: Axis, _ values: [NamePattern]) -> [Bool] {
    let matchers = values.map(NameMatcher.init)
    return members(of: axis) { place in
      FilterSubjects.names(of: place, axis, picture).contains { name in
        let folded = FoldedName(name)
        return matchers.contains { $0.matches(folded) }
      }
    }
  }

  /// A namespace is asked once and not once a service.
  private func namespaces(_ values: [NamePattern]) -> [Bool] {
    let matchers = values.map(NameMatcher.init)
    var known: [String: Bool] = [:]
    return members(of: .service) { place in
      Self.matches(picture.service(place).id.namespace, matchers, &known)
    }
  }

  private mutating func cluster(
    _ values: [NamePattern], _ term: FilterTerm, _ isWanted: Bool
  ) -> FilterPlan {
    let matchers = values.map(NameMatcher.init)
    var known: [String: Bool] = [:]
    func members(_ axis: Axis) -> [Bool] {
      self.members(of: axis) { place in
        let cluster = picture.subject(place, on: axis)?.cluster.text ?? ""
        return Self.matches(cluster, matchers, &known) == isWanted
      }
    }
    let (rows, columns) = (members(face.rowAxis), members(face.columnAxis))
    if isWanted, !rows.contains(true), !columns.contains(true) { unmatched.append(term) }
    return sets.join([sets.rows(rows), sets.columns(columns)], isAll: true)
  }

  private static func matches(
    _ text: String, _ matchers: [NameMatcher], _ known: inout [String: Bool]
  ) -> Bool {
    if let answer = known[text] { return answer }
    let folded = FoldedName(text)
    let answer = matchers.contains { $0.matches(folded) }
    known[text] = answer
    return answer
  }

  /// Labels are asked of hosts where one has it, else of the credential specs' objects.
  private mutating func label(
    _ key: String, _ values: [NamePattern], _ term: FilterTerm, _ isWanted: Bool
  ) -> FilterPlan {
    let matchers = values.map(NameMatcher.init)
    var known: [String: Bool] = [:]
    func holds(_ labels: [String: String]) -> Bool {
      guard let value = labels[key] else { return false }
      return matchers.isEmpty || Self.matches(value, matchers, &known)
    }
    let hosts = members(of: .host) { holds(picture.host($0).labels) || holds(picture.host($0).engineLabels) }
    if hosts.contains(true) { return subjects(.host, hosts, term, isWanted) }
    let specs = members(of: .credentialSpec) {
      picture.credentialSpec($0).object.map { holds($0.labels) } == true
    }
    return subjects(.credentialSpec, specs, term, isWanted)
  }

  // MARK: axes

  /// Subjects of an axis as a set of this face; an axis that the face does not have is carried over by who refers to what
  /// and who runs where.
  private mutating func subjects(
    _ axis: Axis, _ members: [Bool], _ term: FilterTerm, _ isWanted: Bool
  ) -> FilterPlan {
    if isWanted, !members.contains(true) { unmatched.append(term) }
    if axis == face.columnAxis { return sets.columns(members.map { $0 == isWanted }) }
    let carried = axis == face.rowAxis ? members : FilterSubjects.carried(members, from: axis, face, picture)
    return sets.rows(carried.map { $0 == isWanted })
  }
}

/// What filters know of subjects: the names that mean them, and how the axis that a face lacks leads to its rows.
enum FilterSubjects {
  /// The whole names that mean a subject: a service with and without its namespace, a host with and without its domain,
  /// a file with and without its ending.
  static func names(of place: Int, _ axis: Axis, _ picture: Picture) -> [String] {
    switch axis {
    case .service:
      let id = picture.service(place).id
      return id.namespace.isEmpty ? [id.name] : [id.name, id.qualifiedName]
    case .host:
      let name = picture.host(place).id.name
      let short = name.prefix { $0 != "." }
      return short.count == name.count ? [name] : [name, String(short)]
    case .credentialSpec:
      let id = picture.credentialSpec(place).id
      let isFile = id.delivery == .hostFile && id.name.lowercased().hasSuffix(".json")
      return isFile ? [id.name, String(id.name.dropLast(5))] : [id.name]
    }
  }

  /// The rows of a face that subjects of its missing axis lead to.
  static func carried(_ members: [Bool], from axis: Axis, _ face: Face, _ picture: Picture) -> [Bool] {
    switch face {
    case .credentialSpecByHost:
      return (0..<picture.count(.credentialSpec)).map { place in
        picture.services(referringTo: place).contains { members[$0] }
      }
    case .serviceByHost:
      return (0..<picture.count(.service)).map { row in
        picture.credentialSpecs(ofService: row).contains { members[$0] }
      }
    case .serviceByCredentialSpec:
      return (0..<picture.count(.service)).map { row in
        let bucket = picture.snapshot.replicas[picture.index.services[row]]
        return bucket.placements.contains { placement in
          let column = Int(picture.index.columnOfHost[Int(placement.host)])
          return column >= 0 && members[column]
        }
      }
    }
  }
}
