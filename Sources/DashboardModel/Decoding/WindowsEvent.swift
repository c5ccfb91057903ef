// Entries of the event logs that tell how a container's identity was set up, by their ids.

/// An event id of a log that matters to gMSAs.
public struct WindowsEvent: Hashable, Sendable {
  /// The log, as Get-WinEvent takes it.
  public let log: String
  /// A short word for the log: `CCG`.
  public let shortLog: String
  /// The event's id.
  public let id: Int
  /// What it says, in one sentence.
  public let means: String
  /// What to do next; nil where all is well.
  public let check: String?
  /// Where the fact is written.
  public let source: String

  /// Whether the event tells of a failure.
  public var isTrouble: Bool { check != nil }

  /// The events with an id, in whichever log.
  public static func all(withID id: Int) -> [WindowsEvent] { all.filter { $0.id == id } }

  private static func ccg(_ id: Int, _ means: String, _ check: String? = nil) -> WindowsEvent {
    WindowsEvent(
      log: "Microsoft-Windows-Containers-CCG/Admin", shortLog: "CCG", id: id, means: means, check: check,
      source: "MicrosoftDocs/Virtualization-Documentation gmsa-troubleshooting.md")
  }

  /// Every known event. CCG has no event 5.
  public static let all: [WindowsEvent] = [
    ccg(1, "CCG made an instance of the credspec's plug-in: this step went well"),
    ccg(2, "CCG fetched the gMSA's credentials: this step went well"),
    ccg(3, "CCG could not parse the credspec", "lint the contents: gmsa-tui lint FILE"),
    ccg(
      4, "CCG could not make an instance of the credspec's plug-in",
      "the plug-in is not installed, not registered under CCG\\COMClasses, or PluginGUID is wrong"),
    ccg(
      6, "the plug-in gave CCG no credentials",
      "the plug-in's secret store: does the secret exist, and may the host's identity read it?"),
    ccg(7, "CCG fetches the credentials again, since the password expired: normal"),
    ccg(
      8, "the domain refused the gMSA's credentials to the plug-in's user",
      "the user's password in the secret store, and whether it is among the gMSA's allowed principals"),
    WindowsEvent(
      log: "Microsoft-Windows-Hyper-V-Compute-Admin", shortLog: "Hyper-V-Compute", id: 11507,
      means: "Windows could not set up a container's credentials",
      check: "the number in the event's text: gmsa-tui explain NUMBER",
      source: "Microsoft-Windows-Hyper-V-Compute-Admin"),
    WindowsEvent(
      log: "System (source NETLOGON)", shortLog: "NETLOGON", id: 5720,
      means: "the domain controller lost the account of a secure channel",
      check: "containers of one gMSA that share a hostname: GMSA601",
      source: "microsoft/Windows-Containers#405"),
  ]
}
