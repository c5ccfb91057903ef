// What lies on the Swarm hosts, and the inventories that tell of it.

import DashboardModel

extension SimulatedCluster {
  /// The file that one host lacks while a task is there, and another while none is yet.
  var forgottenSpec: Int { spec(0, of: .swarm) }
  /// The registry value of which a surplus copy is never tidied up.
  var surplusSpec: Int { spec(1, of: .swarm) }
  /// The file of which one host holds older contents, and of which nobody knows about another.
  var outdatedSpec: Int { spec(2, of: .swarm) }

  mutating func foundInventories() {
    setStage()
    specs[outdatedSpec].rotate()
    var files = [[HostCopy]](repeating: [], count: hosts.count)
    var values = files
    for spec in specs.indices where specs[spec].id.delivery.isOnHosts {
      if specs[spec].id.delivery == .hostFile {
        spread(spec, over: &files)
      } else {
        spread(spec, over: &values)
      }
    }
    for host in hosts.indices where hosts[host].orchestrator == .swarm && hosts[host].pool != nil {
      let isForgotten = host != stage.surplus && !hosts[host].isStaged && random.oneIn(30)
      if host == stage.unlisted || isForgotten {
        hosts[host].isListedOften = false
        for spec in specs.indices { specs[spec].lacking.remove(host) }
      } else {
        list(host, files: files[host], values: values[host])
      }
    }
  }

  private mutating func setStage() {
    let inSwarm = hosts.indices.filter { hosts[$0].orchestrator == .swarm }
    let web = inSwarm.filter { hosts[$0].pool == .web }
    let others = inSwarm.filter { hosts[$0].pool == .batch }
    guard web.count >= 4, let surplus = others.first else { return }
    stage = DemoStage(
      forgotten: web[0], unready: web[1], outdated: web[2], unlisted: web[3], surplus: surplus)
    for host in stage.hosts { hosts[host].isStaged = true }
    for spec in [forgottenSpec, surplusSpec, outdatedSpec] { specs[spec].isStaged = true }
    specs[forgottenSpec].lacking = [stage.forgotten, stage.unready]
    specs[forgottenSpec].avoided = [stage.unready]
    specs[outdatedSpec].avoided = [stage.unlisted]
    // A copy that lies ready where nothing runs: standby.
    specs[surplusSpec].avoided = [stage.unready]
  }

  /// Lays copies of a credential spec on the hosts that need it, but for the few that were forgotten; and on a few more.
  private mutating func spread(_ spec: Int, over copies: inout [[HostCopy]]) {
    let it = specs[spec]
    var needed = [Bool](repeating: false, count: hosts.count)
    for service in it.services {
      for host in placements[services[service].placement].hosts { needed[host] = true }
    }
    let copied = now.advanced(by: .seconds(-86_400 * random.number(in: 3...90)))
    let former = CredentialSpecContents.demo(
      account: it.account, revision: it.revision == 0 ? 1 : it.revision - 1)
    for host in hosts.indices where hosts[host].orchestrator == .swarm && hosts[host].pool != nil {
      var contents = it.contents
      if host == stage.outdated && spec == outdatedSpec {
        contents = former
      } else if needed[host] {
        if it.lacking.contains(host) { continue }
        switch hosts[host].isStaged ? 99 : random.index(below: 100) {
        case 0...3:
          specs[spec].lacking.insert(host)
          continue
        case 4, 5: contents = former
        default: break
        }
      } else if !(host == stage.surplus && spec == surplusSpec) && !random.oneIn(25) {
        continue
      }
      copies[host].append(HostCopy(name: it.id.name, contents: contents, modifiedAt: copied))
    }
  }

  /// Records an inventory of a host: some collectors list names only, and some have not run for long.
  private mutating func list(_ host: Int, files: [HostCopy], values: [HostCopy]) {
    let namesOnly = !hosts[host].isStaged && random.oneIn(25)
    let isNeglected = !hosts[host].isStaged && random.oneIn(15)
    let age = isNeglected ? random.number(in: 30_000...200_000) : random.number(in: 5...280)
    hosts[host].isListedOften = !isNeglected
    for (delivery, copies) in [(Delivery.hostFile, files), (.hostRegistry, values)] {
      var listing = HostListing(
        hostName: facts.hosts[host].id.name, cluster: facts.hosts[host].id.cluster, delivery: delivery,
        copies: copies, listedAt: now.advanced(by: .seconds(-age)))
      if namesOnly { for index in listing.copies.indices { listing.copies[index].contents = nil } }
      if delivery == .hostFile {
        hosts[host].fileListing = facts.listings.count
      } else {
        hosts[host].registryListing = facts.listings.count
      }
      facts.listings.append(listing)
    }
  }

  /// The place of the inventory that would tell of a credential spec on a host.
  func listing(of spec: Int, on host: Int) -> Int? {
    specs[spec].id.delivery == .hostFile ? hosts[host].fileListing : hosts[host].registryListing
  }

  /// Takes a fifth of the inventories again, and the first one of hosts that joined.
  mutating func takeInventories() {
    journal.hasOtherChanges = true
    let share = step / 12 % 5
    for host in hosts.indices where hosts[host].isListedOften && hosts[host].orchestrator == .swarm {
      guard let files = hosts[host].fileListing, let values = hosts[host].registryListing else {
        if hosts[host].pool != nil { listForTheFirstTime(host) }
        continue
      }
      guard host % 5 == share, hosts[host].isOpen else { continue }
      facts.listings[files].listedAt = now
      facts.listings[values].listedAt = now
    }
  }

  private mutating func listForTheFirstTime(_ host: Int) {
    var files: [HostCopy] = []
    var values: [HostCopy] = []
    for spec in specs.indices where specs[spec].id.delivery.isOnHosts && needs(spec, at: host) {
      guard !specs[spec].lacking.contains(host) else { continue }
      let copy = HostCopy(name: specs[spec].id.name, contents: specs[spec].contents, modifiedAt: now)
      if specs[spec].id.delivery == .hostFile { files.append(copy) } else { values.append(copy) }
    }
    list(host, files: files, values: values)
  }
}
