// Texts as servers print them, each with the rule that it belongs to.

import DashboardModel
import DashboardTesting
import Testing

@Suite("Known error texts")
struct KnownErrorTextTests {
  private static let webhook =
    #"admission webhook "admission-webhook.windows-gmsa.sigs.k8s.io" denied the request: "#
  private static let call =
    #"Internal error occurred: failed calling webhook "admission-webhook.windows-gmsa.sigs.k8s.io": "#
    + "failed to call webhook: Post \"https://gmsa-webhook.gmsa-system.svc:443/mutate?timeout=10s\": "

  @Test(
    "a text belongs to the rule of its cause",
    arguments: [
      (
        "failed to load credential spec for container 5f: open C:\\web.json: The system cannot find the file specified.",
        "GMSA101"
      ),
      ("failed to load credential spec for container 5f: open C:\\web.json: Access is denied.", "GMSA604"),
      ("credential spec 'web' for container 5f as the file could not be read", "GMSA101"),
      (
        "credential spec for container 5f could not be read from file \"C:\\web.json\": open C:\\web.json: The system "
          + "cannot find the file specified.",
        "GMSA101"
      ),
      (
        "credential spec for container 5f could not be read from file \"C:\\web.json\": open C:\\web.json: Access is "
          + "denied.",
        "GMSA604"
      ),
      ("failed handling spec \"web\" for container 5f - registry key X could not be opened", "GMSA101"),
      ("registry credential spec \"web\" for container 5f was not found", "GMSA101"),
      ("starting container failed: unable to get config from config store: config wgnx not found", "GMSA201"),
      ("error getting value from config store: task not authorized to access config wgnx", "GMSA604"),
      ("invalid credential spec: cannot specify both (scripted)", "GMSA604"),
      ("no suitable node (insufficient resources on 7 nodes)", "GMSA404"),
      (webhook + "service account \"web\" is not authorized to `use` GMSA cred spec \"webapp01\"", "GMSA202"),
      (webhook + "cred spec webapp09 does not exist", "GMSA201"),
      (webhook + "cred spec webapp01 does not have a credspec key", "GMSA604"),
      (
        webhook
          + "the GMSA cred spec contents for pod \"web\" does not match the contents of GMSA resource \"a\"",
        "GMSA604"
      ),
      (
        webhook
          + "pod \"web\" has a GMSA cred spec set, but does not define the name of the corresponding resource",
        "GMSA210"
      ),
      (call + "no endpoints available for service \"gmsa-webhook\"", "GMSA206"),
      (call + "x509: certificate has expired or is not yet valid", "GMSA206"),
      ("failed to generate container credential guard instance: no", "GMSA604"),
      ("hcs::CreateComputeSystem 5f1c: winapi error #3489792023: unknown", "GMSA604"),
    ])
  func belongs(text: String, rule: String) { #expect(KnownErrorTexts.first(in: text)?.rule == rule) }

  @Test(
    "another program's text is not ours",
    arguments: [
      "", "task: non-zero exit (1)", "Back-off pulling image", "the file does not exist",
      #"failed calling webhook "policy.example.com": context deadline exceeded"#,
      "failed to mount config: permission denied",
    ])
  func unknown(text: String) { #expect(KnownErrorTexts.first(in: text) == nil) }

  @Test("a special text stands before the general one that would hide it")
  func order() {
    let first = KnownErrorTexts.all.map(\.pattern)
    #expect(Set(first).count == first.count)
    for known in KnownErrorTexts.all {
      // The pattern itself, its first alternatives in a row, is a text that it matches: nothing earlier may take it.
      let text = known.pattern.split(separator: "…").map { $0.split(separator: "|")[0] }.joined(
        separator: " x ")
      #expect(KnownErrorTexts.first(in: text)?.pattern == known.pattern, "\(known.pattern)")
    }
  }

  @Test("an entry says all that it has to, in half a sentence that another may end")
  func whole() {
    for known in KnownErrorTexts.all {
      for words in [known.means, known.cause, known.check, known.source] {
        #expect(words.count >= 5 && !words.hasSuffix(".") && !words.contains("\n"))
      }
      #expect(!known.source.contains("domain.md"))
    }
  }

  @Test("the recorded faults of the 6xx family are found, and no other of that family")
  func recorded() {
    let expected = [
      "hostname-collision": ["GMSA601 service shop/Deployment/twins"],
      "run-as-user": ["GMSA602 service shop/Deployment/classic"],
      "old-build": ["GMSA603 host win-b2"],
      "runtime-error": ["GMSA604 service shop/Deployment/etl", "GMSA604 service shop/Deployment/sandbox"],
    ]
    for scenario in Recorded.scenarios {
      let picture = Picture(of: Snapshot(merging: [Recorded.slice(scenario: scenario)]))
      let found = picture.findings.filter { $0.card.id.hasPrefix("GMSA6") }
        .map { "\($0.card.id) \($0.subject.text)" }
      #expect(found == expected[scenario] ?? [], "\(scenario)")
    }
  }

  @Test("the message of a runtime error carries the NTSTATUS, the finding's host is told")
  func decodes() {
    let picture = Picture(of: Snapshot(merging: [Recorded.slice(scenario: "runtime-error")]))
    let messages = picture.findings.filter { $0.card.id == "GMSA604" }.map(\.message)
    #expect(messages.count == 2)
    #expect(messages.first?.contains("0xC0020017, the RPC server is unavailable") == true)
    #expect(messages.last?.contains("0xC000000D, a parameter is invalid") == true)
    #expect(picture.causes.count == 2)
  }
}
