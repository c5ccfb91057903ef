// What inventories of the sample's Swarm hosts list: copies that somebody made by hand and forgot to keep
// alike.

import DashboardModel

enum SampleInventories {
  static var facts: Facts {
    var facts = Facts()
    facts.listings = [
      listing("win-a-01", ["ledger.json": 1]),
      listing("win-a-02", [:]),
      listing("win-b-01", ["ledger.json": 1, "payroll.json": 1]),
      listing("win-b-02", [:]),
      listing("win-b-03", ["payroll.json": 2]),
    ]
    return facts
  }

  static let unreadable = [
    UnreadableItem(
      source: "inventories/win-a-03/ledger.json", line: 4, column: 17,
      reason: "expected a string, found the end of the file")
  ]

  private static func listing(_ host: String, _ editions: [String: Int]) -> HostListing {
    let copies = editions.sorted { $0.key < $1.key }.map { name, edition in
      HostCopy(
        name: name, contents: .sample("gmsa-\(name.prefix { $0 != "." })", edition: edition),
        // The newest of two that as many hosts hold is the reference: the older edition 2 is what somebody
        // forgot.
        modifiedAt: .sample(ago: edition * 40 * 86_400))
    }
    return HostListing(
      hostName: host, delivery: .hostFile, copies: copies, listedAt: .sample(ago: 3 * 3600))
  }
}
