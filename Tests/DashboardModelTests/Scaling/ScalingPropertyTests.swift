// What holds for the scaling figures of any fleet.

import DashboardFeeds
import DashboardModel
import DashboardTesting
import Testing

@Suite("Properties of scaling")
struct ScalingPropertyTests {
  private static func picture(_ seed: Int, hosts: Int = 40) -> Picture {
    let cluster = SimulatedCluster(
      options: DemoOptions(seed: UInt64(seed), hosts: hosts), start: Fleet.noon)
    let slice = FeedSlice(feed: "demo", status: .settled, observedAt: cluster.now, facts: cluster.facts)
    return Picture(of: Snapshot(merging: [slice]))
  }

  @Test(
    "no figure is negative, sums are the sums of their parts, and need is never above what may be needed",
    arguments: 0..<40)
  func sums(seed: Int) {
    let scaling = Scaling(of: Self.picture(seed, hosts: 20 + seed * 3))
    for counts in scaling.rows.map(\.counts) + [scaling.total] {
      let all = [
        counts.references, counts.pairs, counts.placedPairs, counts.byHand, counts.untoldHosts,
        counts.replicas,
        counts.handedOver, counts.figures.present, counts.figures.surplus,
      ]
      #expect(all.allSatisfy { $0 >= 0 })
      #expect(counts.handedOver <= counts.byHand)
      #expect(counts.byHand <= counts.pairs)
      #expect(counts.figures.surplus <= counts.figures.present)
    }
    for member in [
      \ScalingCounts.pairs, \.byHand, \.handedOver, \.replicas, \.untoldHosts, \.references, \.placedPairs,
    ] as [KeyPath<ScalingCounts, Int>] {
      #expect(scaling.rows.map { $0.counts[keyPath: member] }.reduce(0, +) == scaling.total[keyPath: member])
    }
  }

  @Test("copies by hand of host deliveries are the per-host copies of the header", arguments: 0..<20)
  func sameAsHeader(seed: Int) {
    let picture = Self.picture(seed)
    let scaling = Scaling(of: picture)
    let onHosts = scaling.rows.filter(\.id.delivery.isOnHosts).map(\.counts.byHand).reduce(0, +)
    #expect(onHosts == picture.figures.perHost)
    #expect(scaling.total.handedOver == picture.figures.needed)
  }

  @Test("another open host never needs fewer copies by hand", arguments: 0..<40)
  func moreHosts(seed: Int) {
    var random = SeededRandom(seed: seed)
    var cluster = SimulatedCluster(options: DemoOptions(seed: UInt64(seed)), start: Fleet.noon).facts
    var before = 0
    for turn in 0..<6 {
      let slice = FeedSlice(feed: "demo", status: .settled, observedAt: Fleet.noon, facts: cluster)
      let now = Scaling(of: Picture(of: Snapshot(merging: [slice]))).total.byHand
      #expect(now >= before)
      before = now
      guard let model = cluster.hosts.filter({ $0.operatingSystem == .windows }).randomElement(using: &random)
      else { return }
      var host = Host(
        id: HostID(cluster: model.id.cluster, name: "new-\(turn)"), operatingSystem: .windows)
      (host.labels, host.taints, host.architecture) = (model.labels, model.taints, model.architecture)
      (host.isReady, host.role) = (true, model.role)
      cluster.hosts.append(host)
    }
  }

  @Test(
    "both curves rise with the hosts, and what is handed over is never above what is put by hand",
    arguments: 0..<20)
  func curves(seed: Int) {
    let scaling = Scaling(of: Self.picture(seed))
    for growth in ScalingGrowth.allCases {
      var last = (byHand: 0.0, handedOver: 0.0)
      for hosts in stride(from: 0.0, through: Double(scaling.chartHosts), by: 2) {
        let now = (
          byHand: scaling.byHand(hosts: hosts, as: growth),
          handedOver: scaling.handedOver(hosts: hosts, as: growth)
        )
        #expect(now.byHand >= last.byHand && now.handedOver >= last.handedOver)
        if growth == .hostsAlone { #expect(now.handedOver <= now.byHand + 1e-9) }
        last = now
      }
    }
  }

  @Test(
    "a chart has the rows and columns that were asked for, and marks today on both curves", arguments: 0..<40)
  func charts(seed: Int) {
    var random = SeededRandom(seed: seed)
    let (columns, rows) = (Int.random(in: 1...120, using: &random), Int.random(in: 1...40, using: &random))
    for isASCII in [false, true] {
      let chart = CharacterChart(
        columns: columns, rows: rows, isASCII: isASCII, today: 0.4, byHand: { $0 * $0 * 1.3 },
        handedOver: { $0 * 0.2 })
      #expect(chart.rows.count == rows)
      #expect(chart.rows.allSatisfy { $0.count == columns })
      let marks = chart.rows.joined().filter { $0.character == (isASCII ? "@" : "▪") }
      #expect((1...2).contains(marks.count))
      #expect(!isASCII || chart.rows.joined().allSatisfy { $0.character.isASCII })
    }
  }
}
