// Credential specs given as `--security-opt` strings, where a service carries them so.

import DashboardModel
import Testing

@testable import DashboardFeeds

@Suite("Security options of a service")
struct SecurityOptionTests {
  private func reference(_ options: String) throws -> CredentialSpecID? {
    let json = """
      [{"ID":"a","Version":{"Index":1},"Spec":{"Name":"web","TaskTemplate":{"ContainerSpec":{
        "Image":"i","SecurityOpt":\(options)}}}}]
      """
    let slice = FileFacts.slice(
      of: [FileFacts.Text(name: "services", bytes: Array(json.utf8))], cluster: "c"
    ).slice
    return slice.facts.services.first?.template.references.first?.credentialSpec
  }

  @Test(
    "a credential spec in them counts, the last one of several, whatever the scheme's case",
    arguments: [
      (#"["credentialspec=file://a.json"]"#, Delivery.hostFile, "a.json"),
      (#"["no-new-privileges","credentialspec=REGISTRY://webapp"]"#, .hostRegistry, "webapp"),
      (#"["credentialspec=file://a.json","credentialspec=file://b.json"]"#, .hostFile, "b.json"),
      (#"["credentialspec=config://cfg1"]"#, .swarmConfig, "cfg1"),
    ])
  func counts(options: String, delivery: Delivery, name: String) throws {
    let id = try reference(options)
    #expect(id?.delivery == delivery && id?.name == name)
  }

  @Test(
    "what is none names none",
    arguments: ["null", "[]", #"["credentialspec=file://"]"#, #"["seccomp=x://y"]"#])
  func none(options: String) throws { #expect(try reference(options) == nil) }
}
