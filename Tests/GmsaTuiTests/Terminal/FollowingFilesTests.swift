// Files that change under the dashboard: replaced, half written, gone and back.

import DashboardTesting
import Foundation
import Glibc
import Testing

@Suite("Following files")
struct FollowingFilesTests {
  @Test("a file that is replaced by rename is taken up")
  func followsARename() throws {
    let folder = try ScratchFolder()
    try folder.write(Manifests.deployment(named: "web", credentialSpec: "webapp01"), to: "web.json")
    let run = try ProgramRun.start(["\(folder.path)/web.json"])
    #expect(run.wait(for: "webapp01"))
    try folder.write(Manifests.deployment(named: "web", credentialSpec: "orders"), to: "next.json")
    #expect(rename("\(folder.path)/next.json", "\(folder.path)/web.json") == 0)
    #expect(run.wait { $0.text.contains("orders") && !$0.text.contains("webapp01") })
    run.type("q")
    #expect(run.waitForExit() == 0)
  }

  @Test("a half written file leaves the last good picture and says why")
  func keepsTheLastGoodPicture() throws {
    let folder = try ScratchFolder()
    let whole = Manifests.deployment(named: "web", credentialSpec: "webapp01")
    try folder.write(whole, to: "web.json")
    let run = try ProgramRun.start(["\(folder.path)/web.json"], columns: 120)
    #expect(run.wait(for: "webapp01"))
    try folder.write(String(whole.prefix(whole.count / 2)), to: "web.json")
    #expect(run.wait(for: "BROKEN"))
    #expect(run.screen.text.contains("webapp01"))
    try folder.write(Manifests.deployment(named: "web", credentialSpec: "orders"), to: "web.json")
    #expect(run.wait { $0.text.contains("orders") && !$0.text.contains("BROKEN") })
  }

  @Test("a file that vanishes and comes back is taken up again")
  func followsVanishing() throws {
    let folder = try ScratchFolder()
    try folder.write(Manifests.deployment(named: "web", credentialSpec: "webapp01"), to: "web.json")
    let run = try ProgramRun.start(["\(folder.path)/web.json"], columns: 120)
    #expect(run.wait(for: "webapp01"))
    unlink("\(folder.path)/web.json")
    #expect(run.wait(for: "BROKEN"))
    #expect(run.screen.text.contains("webapp01"))
    try folder.write(Manifests.deployment(named: "web", credentialSpec: "orders"), to: "web.json")
    #expect(run.wait { $0.text.contains("orders") && !$0.text.contains("BROKEN") })
  }
}

/// Manifests as kubectl prints them.
enum Manifests {
  /// A Deployment that asks for a credential spec.
  static func deployment(named name: String, credentialSpec: String) -> String {
    """
    {"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"\(name)","namespace":"shop"},
     "spec":{"replicas":1,"selector":{"matchLabels":{"app":"\(name)"}},"template":{"metadata":{},"spec":{
      "containers":[{"name":"main","image":"example/\(name):1"}],
      "securityContext":{"windowsOptions":{"gmsaCredentialSpecName":"\(credentialSpec)"}}}}}}
    """
  }
}
