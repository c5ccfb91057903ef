// What a plugin or server says is shown; what looks like a secret in it is not.

import DashboardModel
import Testing
import Transport

@testable import DashboardFeeds

@Suite("Words of others")
struct SecretMaskTests {
  @Test("known secrets and what has the shape of a token are masked; names, paths and hosts stay")
  func masks() {
    let token = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJwbGFudGVkIn0.c2lnbmF0dXJl"
    let long = "AbCdEf0123456789AbCdEf0123456789AbCdEf0123456789"
    let text =
      "login of anna failed: secret hunter22, token \(token), key=\(long) at "
      + "/home/anna/.kube/Config0123456789/cache/token"
    let masked = SecretMask.masked(text, hiding: [SecretText("hunter22"), SecretText("a")])
    #expect(
      masked
        == "login of anna failed: secret ***, token ***, *** at /home/anna/.kube/Config0123456789/cache/token"
    )
  }

  @Test("colours and line breaks of a terminal become one line")
  func flattens() {
    #expect(
      PluginWords.text("\u{1B}[31mError\u{1B}[0m: expired\r\n\n   run:\tlogin\n")
        == "Error: expired; run: login")
    #expect(PluginWords.text(String(repeating: "x", count: 5000)).count < 700)
  }

  @Test("a secret is printed by no description, dump or interpolation")
  func descriptions() {
    let secret = SecretText("planted-token")
    var dumped = ""
    dump([secret], to: &dumped)
    let shown = ["\(secret)", String(reflecting: secret), "\([secret])", dumped]
    for text in shown { #expect(!text.contains("planted")) }
  }

  @Test("a server's clock is told apart from this machine's when they differ by more than a minute")
  func clocks() {
    let now = HTTPDate.timestamp("Sun, 29 Nov 2026 13:00:00 GMT")
    #expect(now?.text == "2026-11-29T13:00:00Z")
    guard let now else { return }
    #expect(HTTPDate.lead(of: now, over: "Sun, 29 Nov 2026 12:59:30 GMT") == nil)
    #expect(HTTPDate.lead(of: now, over: "Sun, 29 Nov 2026 12:50:00 GMT") == .seconds(600))
    #expect(HTTPDate.lead(of: now, over: "Sun, 29 Nov 2026 13:10:00 GMT") == .seconds(-600))
    #expect(HTTPDate.lead(of: now, over: "yesterday") == nil)
  }
}
