// What dockerd says on a worker when it starts a container with a credential spec.

extension KnownErrorTexts {
  private static let engineSource = "moby/moby daemon/oci_windows.go"

  static let ofEngine: [KnownErrorText] = [
    KnownErrorText(
      "failed to load credential spec … cannot find the file|cannot find the path|no such file", .engine,
      means: "the host has no credspec file of that name",
      cause:
        "a file:// credspec must lie on every host where a replica may start, and it was not copied to this one",
      check: "list the folder on that host: Get-CredentialSpec", rule: "GMSA101", source: engineSource),
    KnownErrorText(
      "failed to load credential spec", .engine,
      means: "the host has the credspec file, and the engine could not read it",
      cause: "rights on the file or folder, or a folder in the file's place",
      check: "read the file on that host as the engine's user", rule: "GMSA604", source: engineSource),
    KnownErrorText(
      "credential spec … could not be read from file … cannot find the file|cannot find the path|no such file",
      .engine,
      means: "the host has no credspec file of that name",
      cause:
        "the words of Docker Engine 20.10 to 28: the file was not copied to this host, where it must lie before a "
        + "replica starts",
      check: "list the folder on that host: Get-CredentialSpec", rule: "GMSA101", source: engineSource),
    KnownErrorText(
      "credential spec … could not be read from file", .engine,
      means: "the host has the credspec file, and the engine could not read it",
      cause: "rights on the file or folder, or a folder in the file's place",
      check: "read the file on that host as the engine's user", rule: "GMSA604", source: engineSource),
    KnownErrorText(
      "credential spec … file could not be read", .engine,
      means: "the host has no readable credspec file of that name",
      cause: "the words of engines before 2019: the file was not copied to this host",
      check: "list the folder on that host: Get-CredentialSpec", rule: "GMSA101",
      source: "microsoft/nav-docker#103"),
    KnownErrorText(
      "failed handling spec … could not be opened", .engine,
      means: "the host's registry has no key for credspecs",
      cause: "a registry:// credspec needs its value on every host, and this host has none at all",
      check: "Get-Item of the CredentialSpecs registry key on that host", rule: "GMSA101",
      source: engineSource),
    KnownErrorText(
      "registry credential spec … was not found", .engine,
      means: "the host's registry has no credspec of that name",
      cause: "a registry:// credspec needs its value on every host, and it was not written on this one",
      check: "Get-Item of the CredentialSpecs registry key on that host", rule: "GMSA101",
      source: engineSource),
    KnownErrorText(
      "error reading credential spec … from registry", .engine,
      means: "the registry value of the credspec could not be read",
      cause: "the value is of another type than REG_SZ, or the engine may not read it",
      check: "Get-ItemProperty of the value on that host", rule: "GMSA604", source: engineSource),
    KnownErrorText(
      "file:// path cannot be absolute", .engine,
      means: "the service names its credspec file by an absolute path",
      cause: "file:// takes a name relative to the engine's CredentialSpecs folder",
      check: "name the file alone: --credential-spec file://NAME.json", rule: "GMSA604", source: engineSource),
    KnownErrorText(
      "file:// path must be under", .engine,
      means: "the service names a credspec file outside the engine's CredentialSpecs folder",
      cause: "file:// takes a name relative to that folder, which may not lead out of it",
      check: "name the file alone: --credential-spec file://NAME.json", rule: "GMSA604", source: engineSource),
    KnownErrorText(
      "invalid credential spec security option", .engine,
      means: "the credspec option has no file://, registry:// or raw:// before its value",
      cause: "a typing error; or config:// was given to docker run, which has no configs",
      check: "write the option as the message shows", rule: "GMSA604", source: engineSource),
    KnownErrorText(
      "config store: config … not found", .engine,
      means: "the node was not given the config that the service names as its credspec",
      cause: "the config was removed, or the service names another config than it refers to",
      check: "docker config ls, and docker service inspect SERVICE", rule: "GMSA201",
      source: "moby/swarmkit agent/configs/configs.go; recorded from Docker 27"),
    KnownErrorText(
      "not authorized to access config", .engine,
      means: "the task may not read the config that its credspec names",
      cause: "CredentialSpec.Config is not among the service's Configs with a Runtime target",
      check: "set it again: docker service update --credential-spec config://NAME SERVICE", rule: "GMSA604",
      source: "moby/swarmkit agent/configs/configs.go"),
    KnownErrorText(
      "security option not supported: credentialspec", .engine,
      means: "this engine knows no credspecs",
      cause: "the replica landed on a Linux host",
      check: "the service's placement: node.platform.os==windows",
      rule: "GMSA405", source: engineSource),
    KnownErrorText(
      "invalid --security-opt … credentialspec=", .engine,
      means: "a Linux engine was given a task with a credspec, which Windows alone knows",
      cause: "nothing in the service keeps it on Windows: no constraint, and no platform of its image",
      check: "docker service update --constraint-add node.platform.os==windows SERVICE", rule: "GMSA405",
      source: "recorded from Docker 20.10"),
    KnownErrorText(
      "invalid security option: no equals sign", .engine,
      means: "the option is not of the form NAME=VALUE", cause: "credentialspec needs = before its value",
      check: "--security-opt credentialspec=file://NAME.json", rule: "GMSA604", source: engineSource),
    KnownErrorText(
      "no match for platform in manifest", .engine,
      means: "the image has no variant for the host's operating system or Windows build",
      cause: "a Windows image on a Linux node, or one of another Windows build",
      check: "what keeps the service on Windows, and the platforms of the image", rule: "GMSA405",
      source: "containerd images"),
  ]
}
