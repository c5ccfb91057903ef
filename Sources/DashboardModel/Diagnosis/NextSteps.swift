// What to run next: what the rules say of the root cause, then what looks beyond the orchestrator's sight.

/// Commands to copy, each once.
struct NextSteps {
  let chain: CheckChain

  /// At most some eight commands, the most telling first.
  var commands: [CopyableCommand] {
    var commands: [CopyableCommand] = []
    let findings = chain.causes.map(\.lead) + chain.steps.flatMap(\.findings)
    for command in findings.map(\.nextStep) + look + signOn where !commands.contains(command) {
      commands.append(command)
    }
    return Array(commands.prefix(8))
  }

  /// Shows the objects themselves.
  private var look: [CopyableCommand] {
    var commands: [CopyableCommand] = []
    if let entry = chain.entry {
      switch entry.id.delivery {
      case .customResource:
        commands.append(.kubectl("get gmsacredentialspec \(QuotedWord.posix(entry.id.name)) -o yaml"))
      case .swarmConfig:
        commands.append(.onManager("docker config inspect --pretty \(QuotedWord.posix(entry.id.name))"))
      case .hostFile, .hostRegistry: commands.append(.showCopy(of: entry.id, on: chain.host?.id))
      case .image, .inline: break
      }
    }
    if let service = chain.service {
      commands.append(
        service.id.namespace.isEmpty
          ? .onManager("docker service ps --no-trunc \(QuotedWord.posix(service.id.name))")
          : .kubectl("describe \(service.id.kubectlWords)"))
    }
    return commands
  }

  /// The only way to know whether the sign-on works is to ask the host and the container.
  /// Source: MicrosoftDocs/Virtualization-Documentation gmsa-troubleshooting.md (domain.md).
  private var signOn: [CopyableCommand] {
    guard let account = chain.entry?.account else { return [] }
    let name = QuotedWord.powerShell(account.account)
    var commands: [CopyableCommand] = [.onHost(chain.host?.id, "Test-ADServiceAccount \(name)")]
    if !account.domain.isEmpty {
      commands.append(
        CopyableCommand(
          place: "inside the container", text: "nltest /sc_verify:\(QuotedWord.powerShell(account.domain))"))
    }
    return commands
  }
}
