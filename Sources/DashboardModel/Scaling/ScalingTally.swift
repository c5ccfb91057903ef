// Counts the copies of one credential spec in a picture: the hosts where it may be needed and those where it is.

/// Counts copies. Cost: the classes of hosts a service that refers to the credential spec, and its replicas.
struct ScalingTally {
  private let picture: Picture
  /// How many shown hosts each class has.
  private let hostsOfClass: [Int]

  init(_ picture: Picture) {
    self.picture = picture
    var counts = [Int](repeating: 0, count: picture.index.eligibility.classCount)
    for number in picture.index.eligibility.classOfHost { counts[Int(number)] += 1 }
    hostsOfClass = counts
  }

  func counts(ofCredentialSpec place: Int) -> ScalingCounts {
    var counts = ScalingCounts()
    counts.figures = picture.figuresOfCredentialSpec[place]
    let services = picture.index.referrers[place]
    counts.references = services.count
    var joined = [UInt8](repeating: EligibilityTable.Verdict.refused, count: hostsOfClass.count)
    var occupied: Set<Int> = []
    for service in services {
      let verdicts = picture.index.eligibility.verdicts(service: service)
      let columns = occupiedColumns(ofService: service, &counts.replicas)
      counts.pairs += hosts(with: verdicts, and: columns)
      counts.placedPairs += columns.count
      occupied.formUnion(columns)
      for number in verdicts.indices where joined[number] != EligibilityTable.Verdict.eligible {
        if verdicts[number] != EligibilityTable.Verdict.refused { joined[number] = verdicts[number] }
      }
    }
    counts.byHand = hosts(with: joined, and: occupied)
    counts.untoldHosts = untoldHosts(joined, occupied)
    return counts
  }

  /// Hosts that are eligible, and those that are not and have a replica all the same: drained ones, mostly.
  private func hosts(with verdicts: [UInt8], and occupied: Set<Int>) -> Int {
    var count = 0
    for (number, verdict) in verdicts.enumerated() where verdict == EligibilityTable.Verdict.eligible {
      count += hostsOfClass[number]
    }
    return count
      + occupied.count { verdict(verdicts, column: $0) != EligibilityTable.Verdict.eligible }
  }

  private func untoldHosts(_ verdicts: [UInt8], _ occupied: Set<Int>) -> Int {
    var count = 0
    for (number, verdict) in verdicts.enumerated() where verdict == EligibilityTable.Verdict.unknown {
      count += hostsOfClass[number]
    }
    return count
      - occupied.count { verdict(verdicts, column: $0) == EligibilityTable.Verdict.unknown }
  }

  private func verdict(_ verdicts: [UInt8], column: Int) -> UInt8 {
    verdicts[Int(picture.index.eligibility.classOfHost[column])]
  }

  private func occupiedColumns(ofService row: Int, _ replicas: inout Int) -> Set<Int> {
    var columns: Set<Int> = []
    for placement in picture.snapshot.replicas[picture.index.services[row]].placements {
      let column = Int(picture.index.columnOfHost[Int(placement.host)])
      if column < 0 { continue }
      replicas += 1
      columns.insert(column)
    }
    return columns
  }
}
