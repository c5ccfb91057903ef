// The folder on a Windows host that Docker reads credential specs from.

/// Docker's folder of credential specs. Source: domain.md 1.4 (`<docker root>\CredentialSpecs`).
enum CredentialSpecFolder {
  /// Whether a host path is that folder or lies in it; case and the direction of slashes do not count.
  static func contains(_ path: String) -> Bool {
    let parts = path.lowercased().split(whereSeparator: { $0 == "\\" || $0 == "/" })
    for index in parts.indices.dropFirst() where parts[index] == "credentialspecs" {
      if parts[index - 1] == "docker" { return true }
    }
    return false
  }
}
