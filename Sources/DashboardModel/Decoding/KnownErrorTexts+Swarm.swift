// What Swarm managers and the docker command say when a service with a credential spec is made, changed or placed.

extension KnownErrorTexts {
  private static let api = "moby/swarmkit manager/controlapi/{service,config}.go"
  private static let conversion = "moby/moby daemon/cluster/convert/container.go"
  private static let command = "docker/cli cli/command/service/opts.go, cli/compose"

  static let ofSwarm: [KnownErrorText] = [
    KnownErrorText(
      "credentialspec references config … isn't in config references", .swarm,
      means: "the service names a config as its credspec and does not refer to it as a runtime config",
      cause:
        "the Engine API needs both: Privileges.CredentialSpec.Config and an entry of Configs with Runtime",
      check: "docker service update --credential-spec config://NAME SERVICE does both", rule: nil, source: api
    ),
    KnownErrorText(
      "invalid credential spec|invalid credentialspec … cannot specify both", .swarm,
      means: "the service names its credspec in more than one way",
      cause: "only one of file, registry and config may be set",
      check: "docker service inspect SERVICE, Privileges.CredentialSpec", rule: "GMSA604", source: conversion),
    KnownErrorText(
      "cannot specify both … credential specs", .swarm,
      means: "the service names its credspec in more than one way",
      cause: "only one of file, registry and config may be set",
      check: "docker service inspect SERVICE, Privileges.CredentialSpec", rule: "GMSA604", source: conversion),
    KnownErrorText(
      "invalid credentialspec: must either provide", .swarm,
      means: "the service has a credspec setting that names nothing",
      cause: "one of file, registry and config must be set", check: "docker service inspect SERVICE",
      rule: "GMSA604",
      source: conversion),
    KnownErrorText(
      "invalid credential spec: spec specifies config … no such config", .swarm,
      means: "the stack file's service names a config that the stack does not declare under that name",
      cause:
        "the credspec is matched by the compose key, not by the config's own name: with another name: it fails",
      check: "give the config the same key and name in the stack file", rule: "GMSA201",
      source: "docker/cli cli/compose/convert/service.go, docker/cli#2109"),
    KnownErrorText(
      "invalid credential spec: value must be prefixed", .swarm,
      means: "--credential-spec has no config://, file:// or registry:// before its value",
      cause: "a typing error", check: "write the option as the message shows", rule: nil, source: command),
    KnownErrorText(
      "config not found:|undefined config", .swarm,
      means: "no config of that name exists", cause: "a typing error, or the config was removed or renamed",
      check: "docker config ls", rule: "GMSA201", source: command),
    KnownErrorText(
      "malformed config reference", .swarm,
      means: "the service refers to a config without a target",
      cause: "an entry of Configs has neither File nor Runtime",
      check: "docker service inspect SERVICE, Configs",
      rule: nil, source: api),
    KnownErrorText(
      "config … is in use by the following service", .swarm,
      means: "the config cannot be removed while a service refers to it",
      cause: "rotation: move every service to the new config first",
      check: "docker service update --credential-spec config://NEW SERVICE, then remove it", rule: "GMSA402",
      source: api),
    KnownErrorText(
      "only updates to labels are allowed", .swarm,
      means: "a config's contents cannot be changed",
      cause: "configs are immutable: a new version is a new config",
      check: "docker config create NAME-v2 FILE, then docker service update --credential-spec", rule: nil,
      source: api),
    KnownErrorText(
      "config data must be larger than 0 and less than", .swarm,
      means: "the config is empty or larger than 1000 KiB", cause: "an empty file was piped in",
      check: "the size of the file that was given", rule: nil, source: api),
    KnownErrorText(
      "no suitable node (", .swarm,
      means: "no host satisfies what the service asks for", cause: "the terms in brackets each exclude hosts",
      check: "docker service ps --no-trunc SERVICE, then labels and availability of the nodes",
      rule: "GMSA404",
      source: "moby/swarmkit manager/scheduler/filter.go"),
    KnownErrorText(
      "template parsing error … config.file.name", .swarm,
      means: "docker service inspect --pretty stumbles over every service with a config:// credspec",
      cause: "a defect of the docker command: such a config has no file", check: "leave --pretty out",
      rule: nil, source: "docker/cli PR 6912"),
    KnownErrorText(
      "this node is not a swarm manager", .swarm,
      means: "a worker, or an engine outside a Swarm, cannot tell of services, tasks and configs",
      cause: "the address is that of a worker", check: "ask a manager: docker info, Swarm: RemoteManagers",
      rule: "GMSA801", source: "moby/moby daemon/cluster/cluster.go"),
    KnownErrorText(
      "swarm is encrypted and needs to be unlocked", .swarm,
      means: "the manager was restarted and is locked", cause: "autolock is on",
      check: "docker swarm unlock on that manager", rule: "GMSA801",
      source: "moby/moby daemon/cluster/cluster.go"),
    KnownErrorText(
      "client version … is too new|is too old", .swarm,
      means: "the engine does not speak the API version that it was asked for",
      cause: "DOCKER_API_VERSION is set, or the two are of very different ages",
      check: "docker version; leave DOCKER_API_VERSION unset", rule: "GMSA801", source: "moby/moby api/server"
    ),
  ]
}
