// Which hosts need a proxy, by Go's rules.

import Testing
import Transport

@Suite("Proxies")
struct ProxySettingsTests {
  @Test(
    "NO_PROXY keeps a host from the proxy as it does for kubectl and docker",
    arguments: [
      ("", "cluster.example", 6443, true), ("*", "cluster.example", 6443, false),
      ("example", "cluster.example", 6443, false), (".example", "cluster.example", 6443, false),
      (".cluster.example", "cluster.example", 6443, true), ("*.example", "cluster.example", 443, false),
      ("cluster.example:6443", "cluster.example", 6443, false),
      ("cluster.example:1", "cluster.example", 6443, true),
      ("ample", "cluster.example", 6443, true), ("10.0.0.0/8", "10.1.2.3", 6443, false),
      ("10.0.0.0/8", "11.1.2.3", 6443, true), ("10.1.2.3", "10.1.2.3", 6443, false),
      ("fd00::/8", "fd12::1", 6443, false), ("other, cluster.example", "cluster.example", 6443, false),
      ("CLUSTER.example", "Cluster.Example", 6443, false), ("", "localhost", 6443, false),
      ("", "127.0.0.1", 6443, false), ("", "::1", 6443, false), ("10.0.0.0/99", "10.1.2.3", 1, true),
    ])
  func exceptions(list: String, host: String, port: Int, goesByProxy: Bool) {
    let settings = ProxySettings.environment(["HTTPS_PROXY": "http://proxy:3128", "NO_PROXY": list])
    #expect((settings.proxy(host: host, port: port, isSecure: true) != nil) == goesByProxy)
    #expect(settings.proxy(host: host, port: port, isSecure: false) == nil)
  }

  @Test("a proxy that is named for everything counts for this machine too")
  func always() {
    let settings = ProxySettings.always(SecretText("socks5://127.0.0.1:1080"))
    #expect(settings.proxy(host: "localhost", port: 1, isSecure: true) != nil)
  }

  @Test("small letters count where large ones are absent, and a proxy's password is printed nowhere")
  func environment() {
    let settings = ProxySettings.environment(["https_proxy": "http://u:geheim@proxy:3128"])
    #expect(settings.secure != nil)
    var dumped = ""
    dump(settings, to: &dumped)
    #expect(!dumped.contains("geheim") && !"\(settings)".contains("geheim"))
    #expect(!String(reflecting: settings).contains("geheim"))
  }
}
