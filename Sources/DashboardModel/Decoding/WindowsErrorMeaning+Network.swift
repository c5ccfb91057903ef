// Codes of the way to a domain controller: names, routes, ports, clocks.

extension WindowsErrorMeaning {
  private static let wayToController =
    "on the host and in the container: nltest /dsgetdc:DOMAIN, then nslookup -type=srv _ldap._tcp.dc._msdcs.DOMAIN; "
    + "ports 53, 88, 389 (TCP and UDP), 139, 636"

  static let ofNetwork: [WindowsErrorMeaning] = [
    WindowsErrorMeaning(
      ["STATUS_NO_LOGON_SERVERS", "ERROR_NO_LOGON_SERVERS"], [0xC000_005E, 1311],
      means: "no domain controller is available to log on",
      cause:
        "DNS or a firewall hides the domain controllers, or the host may not use the gMSA (the container starts "
        + "all the same)",
      check: wayToController, source: "kubernetes/enhancements KEP 689"),
    WindowsErrorMeaning(
      ["STATUS_NO_SUCH_DOMAIN", "ERROR_NO_SUCH_DOMAIN"], [0xC000_00DF, 1355],
      means: "the domain does not exist or could not be reached",
      cause: "DnsName or NetBiosName of the credspec is wrong, or DNS of the host does not know the domain",
      check: wayToController),
    WindowsErrorMeaning(
      ["STATUS_DOMAIN_CONTROLLER_NOT_FOUND"], [0xC000_0233], means: "no domain controller was found",
      cause: "DNS of the host does not know the domain", check: wayToController),
    WindowsErrorMeaning(
      ["SEC_E_NO_AUTHENTICATING_AUTHORITY"], [0x8009_0311],
      means: "no authority could be reached for authentication",
      cause: "no domain controller answers Kerberos (port 88)", check: wayToController),
    WindowsErrorMeaning(
      ["ERROR_DS_UNAVAILABLE"], [8206], means: "the directory service is not available",
      cause: "CCG says so where DNS over TCP port 53 is blocked", check: wayToController,
      source: "MicrosoftDocs/azure-aks-docs#245"),
    WindowsErrorMeaning(
      ["ERROR_DS_DNS_LOOKUP_FAILURE"], [8524], means: "a DNS look-up of the directory failed",
      cause: "DNS of the host does not know the domain", check: wayToController),
    WindowsErrorMeaning(
      ["STATUS_TIME_DIFFERENCE_AT_DC", "ERROR_TIME_SKEW", "SEC_E_TIME_SKEW"],
      [0xC000_0133, 1398, 0x8009_0324],
      means: "the clocks of this machine and the domain controller differ too much",
      cause: "Kerberos allows five minutes", check: "w32tm /query /status on the host"),
    WindowsErrorMeaning(
      ["STATUS_NETLOGON_NOT_STARTED", "ERROR_NETLOGON_NOT_STARTED"], [0xC000_0192, 1792],
      means: "the Netlogon service does not run",
      cause: "the host is not joined to a domain, or the service was stopped", check: "Get-Service Netlogon"),
    WindowsErrorMeaning(
      ["RPC_NT_SERVER_TOO_BUSY", "RPC_S_SERVER_TOO_BUSY"], [0xC002_0018, 1723],
      means: "the RPC server is too busy", cause: "the domain controller or the plug-in is overloaded",
      check: "CCG events on the host"),
    WindowsErrorMeaning(
      ["RPC_NT_CALL_FAILED", "RPC_S_CALL_FAILED"], [0xC002_001B, 1726],
      means: "the remote procedure call failed",
      cause: "the connection to the domain controller or to CCG broke", check: "CCG events on the host"),
    WindowsErrorMeaning(
      ["EPT_S_NOT_REGISTERED"], [1753], means: "no more endpoints are available from the endpoint mapper",
      cause: "a firewall blocks port 135 or the dynamic RPC ports 49152 to 65535 to the domain controller",
      check: "Test-NetConnection DC -Port 135"),
    WindowsErrorMeaning(
      ["STATUS_IO_TIMEOUT"], [0xC000_00B5], means: "the operation timed out",
      cause: "a domain controller or the plug-in's secret store does not answer", check: wayToController),
    WindowsErrorMeaning(
      ["STATUS_BAD_NETWORK_PATH", "ERROR_BAD_NETPATH"], [0xC000_00BE, 53],
      means: "the network path was not found",
      cause: "a share's or domain controller's name does not resolve from there", check: wayToController),
  ]
}
