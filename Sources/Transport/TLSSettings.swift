// What a TLS connection trusts, whom it expects, and what it shows of itself.

/// How a connection is encrypted.
package struct TLSSettings: Hashable, Sendable {
  /// Whose signature counts.
  package enum Authorities: Hashable, Sendable {
    /// What the machine trusts.
    case system
    /// These certificates and no others, as PEM.
    case given([UInt8])
  }

  /// Whose signature counts.
  package var authorities: Authorities = .system
  /// What this side shows when the server asks.
  package var client: ClientCertificate?
  /// The name that the server's certificate must carry, and that is asked for (SNI); nil: the host of the address.
  package var serverName: String?
  /// Whether the server has to prove who it is. False trusts anybody; whoever sets it says so on the sources screen.
  package var verifiesServer = true

  package init(
    authorities: Authorities = .system, client: ClientCertificate? = nil, serverName: String? = nil,
    verifiesServer: Bool = true
  ) {
    self.authorities = authorities
    self.client = client
    self.serverName = serverName
    self.verifiesServer = verifiesServer
  }
}

/// A certificate with its key, both PEM.
package struct ClientCertificate: Hashable, Sendable {
  /// The certificate, and those between it and its authority.
  package var certificate: [UInt8]
  /// The private key, unencrypted: nobody is asked for a passphrase.
  package var key: SecretBytes

  package init(certificate: [UInt8], key: SecretBytes) {
    self.certificate = certificate
    self.key = key
  }
}
