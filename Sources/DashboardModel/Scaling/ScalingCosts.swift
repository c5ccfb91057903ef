// What one more host, service or credential spec costs under each way, and what a change of contents does.

extension Scaling {
  /// What a step costs under a way, in averages of this fleet; nothing where the fleet has nothing to average over.
  ///
  /// Source: MicrosoftDocs/Virtualization-Documentation gmsa-orchestrate-containers.md (a file on every host, `config://`,
  /// the custom resource with the RBAC verb `use`); kubernetes/enhancements keps/sig-windows/689-windows-gmsa (pods keep
  /// what they were handed); moby/moby api/types/swarm (a config's data cannot be changed).
  public func work(of step: GrowthStep, by way: DeliveryWay) -> Work {
    switch way {
    case .fileOnHosts: filesWork(step)
    case .image: imagesWork(step)
    case .swarmConfig: configsWork(step)
    case .customResource: resourcesWork(step)
    }
  }

  /// Copies that the average host must hold.
  public var copiesAHost: Double { average(total.byHand, hosts) }
  /// Hosts that the average service may run on.
  public var hostsAService: Double { average(total.pairs, total.references) }
  /// Hosts that the average credential spec may be needed on.
  public var hostsACredentialSpec: Double { average(total.byHand, credentialSpecsInUse) }
  /// Services that refer to the average credential spec.
  public var servicesACredentialSpec: Double { average(total.references, credentialSpecsInUse) }

  private func average(_ sum: Int, _ count: Int) -> Double { count == 0 ? 0 : Double(sum) / Double(count) }
  private var placesAService: Double { average(total.placedPairs, total.references) }
  private var placesACredentialSpec: Double { average(total.placedPairs, credentialSpecsInUse) }
  private var needsACredentialSpec: Double { average(total.handedOver, credentialSpecsInUse) }

  private func filesWork(_ step: GrowthStep) -> Work {
    switch step {
    case .host: Work(copies: copiesAHost)
    case .service: Work(copies: hostsAService)
    case .credentialSpec, .change: Work(copies: hostsACredentialSpec)
    }
  }

  /// A host pulls the images of its replicas under every way; only images that would else not be built count.
  private func imagesWork(_ step: GrowthStep) -> Work {
    switch step {
    case .host: Work()
    case .service: Work(builds: 1, pulls: placesAService)
    case .credentialSpec, .change: Work(builds: servicesACredentialSpec, pulls: placesACredentialSpec)
    }
  }

  /// A config cannot be changed: a new one is made, the services move to it, and the old one is removed.
  private func configsWork(_ step: GrowthStep) -> Work {
    switch step {
    case .host: Work()
    case .service: Work(objects: 1, deliveries: placesAService)
    case .credentialSpec: Work(objects: 1, deliveries: needsACredentialSpec)
    case .change: Work(objects: 2 + servicesACredentialSpec, deliveries: needsACredentialSpec)
    }
  }

  /// A resource, a role that may `use` it, and a binding for each service account; at a change, the resource and a restart
  /// of each service.
  private func resourcesWork(_ step: GrowthStep) -> Work {
    switch step {
    case .host: Work()
    case .service: Work(objects: 3, deliveries: placesAService)
    case .credentialSpec: Work(objects: 2 + servicesACredentialSpec, deliveries: needsACredentialSpec)
    case .change: Work(objects: 1 + servicesACredentialSpec, deliveries: needsACredentialSpec)
    }
  }
}
