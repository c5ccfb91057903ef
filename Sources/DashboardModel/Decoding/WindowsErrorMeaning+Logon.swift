// Codes of logons and accounts: what a container, CCG or nltest says when a domain does not let the gMSA in.

extension WindowsErrorMeaning {
  private static let allowed =
    "on the host: Test-ADServiceAccount NAME; the host (or the plug-in's user) must be among "
    + "PrincipalsAllowedToRetrieveManagedPassword"

  static let ofLogon: [WindowsErrorMeaning] = [
    WindowsErrorMeaning(
      ["STATUS_LOGON_FAILURE", "ERROR_LOGON_FAILURE"], [0xC000_006D, 1326],
      means: "the user name or the password is wrong",
      cause:
        "the plug-in's user has a wrong password in its secret store, or the gMSA's password was fetched for "
        + "another account than the credspec names",
      check: "CCG events 6 and 8 on the host; then the user and password in the plug-in's secret store"),
    WindowsErrorMeaning(
      ["STATUS_ACCESS_DENIED", "ERROR_ACCESS_DENIED"], [0xC000_0022, 5],
      means: "access is denied",
      cause:
        "the host may not read the gMSA's password, or the process asks as another user than Network Service or "
        + "Local System (klist then says 0xC0000022)",
      check: allowed + "; in the container: whoami", source: "[MS-ERREF]; microsoft/SDN#339"),
    WindowsErrorMeaning(
      ["SEC_E_LOGON_DENIED"], [0x8009_030C], means: "the logon attempt was denied",
      cause:
        "the domain refuses the account: wrong password of the plug-in's user, or an account that is disabled",
      check: "CCG event 8 on the host, and the account in Active Directory"),
    WindowsErrorMeaning(
      ["SEC_E_NO_CREDENTIALS"], [0x8009_030E], means: "no credentials are available to the process",
      cause:
        "the replica got no credspec, or its process runs as another user than Network Service or Local System",
      check: "in the container: nltest /parentdomain (1722: no credspec arrived), then whoami"),
    WindowsErrorMeaning(
      ["STATUS_NO_SUCH_LOGON_SESSION", "ERROR_NO_SUCH_LOGON_SESSION"], [0xC000_005F, 1312],
      means: "the logon session does not exist",
      cause:
        "the process has no domain identity: it runs as another user than Network Service or Local System, or no "
        + "credspec arrived", check: "in the container: whoami, then klist get krbtgt"),
    WindowsErrorMeaning(
      ["STATUS_NO_SUCH_USER", "ERROR_NO_SUCH_USER"], [0xC000_0064, 1317],
      means: "the account does not exist",
      cause: "the credspec names an account that its domain does not have (name, or domain, is wrong)",
      check: "Get-ADServiceAccount -Filter \"Name -eq 'NAME'\" in the domain that the credspec names"),
    WindowsErrorMeaning(
      ["STATUS_WRONG_PASSWORD", "ERROR_INVALID_PASSWORD"], [0xC000_006A, 86],
      means: "the password is wrong",
      cause: "the plug-in's secret store holds an old password; or the gMSA's password changed a moment ago",
      check: "CCG events 6, 7 and 8 on the host"),
    WindowsErrorMeaning(
      ["STATUS_ACCOUNT_RESTRICTION", "ERROR_ACCOUNT_RESTRICTION"], [0xC000_006E, 1327],
      means: "a restriction on the account forbids this logon",
      cause: "authentication policies or Protected Users restrict the gMSA or the plug-in's user",
      check: "the account's policies in Active Directory"),
    WindowsErrorMeaning(
      ["STATUS_ACCOUNT_DISABLED", "ERROR_ACCOUNT_DISABLED"], [0xC000_0072, 1331],
      means: "the account is disabled",
      cause: "the gMSA, the host's computer account or the plug-in's user is disabled",
      check: "Get-ADServiceAccount NAME -Properties Enabled"),
    WindowsErrorMeaning(
      ["STATUS_ACCOUNT_EXPIRED", "ERROR_ACCOUNT_EXPIRED"], [0xC000_0193, 1793],
      means: "the account has expired",
      cause: "the plug-in's user or the gMSA has an expiry date that has passed",
      check: "AccountExpirationDate of the account in Active Directory"),
    WindowsErrorMeaning(
      ["STATUS_PASSWORD_EXPIRED", "ERROR_PASSWORD_EXPIRED"], [0xC000_0071, 1330],
      means: "the password has expired", cause: "the plug-in's user has a password that expires",
      check: "renew it and put it into the plug-in's secret store"),
    WindowsErrorMeaning(
      ["STATUS_ACCOUNT_LOCKED_OUT", "ERROR_ACCOUNT_LOCKED_OUT"], [0xC000_0234, 1909],
      means: "the account is locked out",
      cause: "the plug-in's user was locked after too many wrong passwords",
      check: "Get-ADUser USER -Properties LockedOut"),
    WindowsErrorMeaning(
      ["STATUS_INVALID_SID", "ERROR_INVALID_SID"], [0xC000_0078, 1337],
      means: "the SID is malformed",
      cause: "DomainJoinConfig.Sid of the credspec is no SID; it must be the domain's (S-1-5-21-a-b-c)",
      check: "lint the contents (gmsa-tui lint FILE)"),
    WindowsErrorMeaning(
      ["STATUS_NONE_MAPPED", "ERROR_NONE_MAPPED"], [0xC000_0073, 1332],
      means: "names and SIDs could not be mapped to each other",
      cause:
        "the credspec's SID is another domain's, or on Windows before Server 2019 the container's hostname is not "
        + "the gMSA's name", check: "compare DomainJoinConfig.Sid with (Get-ADDomain).DomainSID"),
    WindowsErrorMeaning(
      ["STATUS_NO_TRUST_LSA_SECRET", "ERROR_NO_TRUST_LSA_SECRET"], [0xC000_018A, 1786],
      means: "this machine has no trust secret: no secure channel to the domain",
      cause: "the container has no gMSA password: the host is not joined, or may not retrieve it",
      check: allowed,
      source: "kubernetes/enhancements KEP 689"),
    WindowsErrorMeaning(
      ["STATUS_NO_TRUST_SAM_ACCOUNT", "ERROR_NO_TRUST_SAM_ACCOUNT"], [0xC000_018B, 1787],
      means: "the domain has no account for this machine",
      cause:
        "the gMSA does not exist in the domain that the credspec names, or another container with the same "
        + "hostname took over the secure channel (GMSA601)",
      check: "Get-ADServiceAccount NAME; then hostnames of the replicas of this gMSA"),
    WindowsErrorMeaning(
      ["STATUS_TRUSTED_DOMAIN_FAILURE", "ERROR_TRUSTED_DOMAIN_FAILURE"], [0xC000_018C, 1788],
      means: "the trust with another domain failed",
      cause: "the host and the gMSA are in different domains; a joined host needs the gMSA of its own domain",
      check: "compare the credspec's DnsName with the host's domain"),
    WindowsErrorMeaning(
      ["STATUS_TRUSTED_RELATIONSHIP_FAILURE", "ERROR_TRUSTED_RELATIONSHIP_FAILURE"], [0xC000_018D, 1789],
      means: "the trust between this machine and the domain failed",
      cause: "the host's own secure channel is broken, or containers with one hostname cancel each other's",
      check: "on the host: Test-ComputerSecureChannel; in the container: nltest /sc_verify:DOMAIN"),
    WindowsErrorMeaning(
      ["STATUS_NOLOGON_WORKSTATION_TRUST_ACCOUNT", "ERROR_NOLOGON_WORKSTATION_TRUST_ACCOUNT"],
      [0xC000_0199, 1808], means: "a computer account was used where a user account was expected",
      cause: "a service logs on with the gMSA as if it were a user", check: "how the process logs on"),
    WindowsErrorMeaning(
      ["STATUS_NTLM_BLOCKED"], [0xC000_0418], means: "NTLM is blocked by policy",
      cause: "Kerberos failed and Windows fell back to NTLM: an SPN is missing or doubled, or only one scope "
        + "(DNS or NetBIOS) stands in the credspec", check: "klist get SPN in the container; setspn -Q SPN"),
    WindowsErrorMeaning(
      ["STATUS_AUTHENTICATION_FIREWALL_FAILED"], [0xC000_0413],
      means: "selective authentication of a trust refuses the account",
      cause: "the gMSA's domain is trusted with selective authentication and lacks the right on the target",
      check: "\"Allowed to authenticate\" on the target computer"),
    WindowsErrorMeaning(
      ["SEC_E_WRONG_PRINCIPAL", "ERROR_WRONG_TARGET_NAME"], [0x8009_0322, 1396],
      means: "the target's account is not the one that its name (SPN) stands for",
      cause: "the SPN stands on another account than the gMSA", check: "setspn -Q SPN; setspn -S SPN NAME$"),
    WindowsErrorMeaning(
      ["SEC_E_TARGET_UNKNOWN"], [0x8009_0303], means: "the target's name (SPN) is unknown",
      cause: "the SPN is not registered on the gMSA", check: "setspn -Q SPN; setspn -S SPN NAME$"),
    WindowsErrorMeaning(
      ["SEC_E_KDC_UNKNOWN_ETYPE"], [0x8009_0342],
      means: "the domain controller knows no common encryption type",
      cause: "the gMSA allows RC4 alone, which domain controllers refuse since the hardening of 2026",
      check: "Get-ADServiceAccount NAME -Properties msDS-SupportedEncryptionTypes",
      source: "[MS-ERREF]; support.microsoft.com KB5073381"),
  ]
}
