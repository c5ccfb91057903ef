// Credential spec contents: compared as JSON, without secrets.

import DashboardModel
import Testing

@testable import DashboardFeeds

@Suite("contents of credential specs")
struct ContentsReaderTests {
  private let spec =
    #"{"CmsPlugins":["ActiveDirectory"],"DomainJoinConfig":{"Sid":"S-1-5-21-1-2-3","#
    + #""MachineAccountName":"WebApp","Guid":"G","DnsName":"Corp.Example"}}"#

  @Test("key order, white space and escapes do not count")
  func comparedAsJSON() {
    let other =
      "{ \"DomainJoinConfig\" : {\"Guid\":\"\\u0047\", \"DnsName\":\"Corp.Example\",\n"
      + "\"MachineAccountName\":\"WebApp\",\"Sid\":\"S-1-5-21-1-2-3\"},\"CmsPlugins\":[\"ActiveDirectory\"]}"
    let contents = ContentsReader.contents(of: spec)
    #expect(contents == ContentsReader.contents(of: other))
    #expect(contents.groupManagedServiceAccount == AccountName(domain: "corp.example", account: "webapp"))
    #expect(contents.domainSID == "S-1-5-21-1-2-3")
    #expect(contents.domainGUID == "G")
  }

  @Test("a PluginInput is never kept, equal ones stay equal and others differ")
  func masksPluginInput() {
    func contents(_ input: String) -> CredentialSpecContents {
      ContentsReader.contents(
        of: #"{"ActiveDirectoryConfig":{"HostAccountConfig":{"PluginInput":\#(input)}}}"#)
    }
    let secret = contents(#""s3cret""#)
    #expect(!secret.canonical.contains("s3cret"))
    #expect(secret.canonical.contains("(masked "))
    #expect(secret == contents(#""s3cret""#))
    #expect(secret != contents(#""other""#))
    #expect(!contents(#"{"CredentialArn":"arn:aws:x"}"#).canonical.contains("arn"))
    #expect(ContentsReader.inlineName(of: secret) == ContentsReader.inlineName(of: contents(#""other""#)))
  }

  @Test(
    "a PluginInput is never kept, however it is spelt or wrapped",
    arguments: [
      #"{"a":{"pluginInput":"s3cret"}}"#, #"{"PLUGININPUT":{"deep":["s3cret"]}}"#,
      #"{"Plugin\u0049nput":"s3cret"}"#, #"[{"PluginInput":"s3cret"}]"#,
      #""{\"PluginInput\":\"s3cret\"}""#, #"{"data":"{\"PluginInput\":\"s3cret\"}"}"#,
      #"{"data":"{\"Plugin\\u0049nput\":\"s3cret\"}"}"#, #"{"list":["PluginInput=s3cret"]}"#,
      #"{"PluginInput":"s3cret","pluginInput":"s3cret"}"#,
      #"{"PluginInput":"s3cret""#, "plugininput: s3cret", #"{"Plugin\u0049nput": "s3cret", oops"#,
      #"{"a": "{\"Plugin\\u0049nput\": \"s3cret\"}", oops"#, #""Plugin\x49nput": s3cret"#,
    ])
  func masksEverySpelling(text: String) {
    let contents = ContentsReader.contents(of: text)
    #expect(!contents.canonical.contains("s3cret"))
  }

  @Test("a damaged text in UTF-16 keeps no PluginInput between its zero bytes")
  func masksWideText() {
    let wide: [UInt8] = [0xFF, 0xFE] + #"{"CmsPlugins":[],"PluginInput":"s3cret"#.utf8.flatMap { [$0, 0] }
    let canonical = ContentsReader.contents(of: wide).canonical
    #expect(!canonical.filter { $0 != "\0" }.contains("s3cret"))
    #expect(canonical != ContentsReader.contents(of: wide + [0x41, 0]).canonical)
  }

  @Test("a text that is no JSON is kept without what follows a PluginInput")
  func masksForeignText() {
    let contents = ContentsReader.contents(of: #"{"CmsPlugins": [ oops, "pluginInput": "s3cret""#)
    #expect(!contents.isJSON)
    #expect(contents.canonical.contains("oops"))
    #expect(!contents.canonical.contains("s3cret"))
  }

  @Test("a text above every limit is named by its size")
  func tooLarge() {
    let contents = ContentsReader.contents(of: String(repeating: " ", count: 1_024_001))
    #expect(!contents.isJSON)
    #expect(contents.canonical.utf8.count < 60)
  }

  @Test("an inline body has the same name in every run")
  func stableName() {
    #expect(ContentsReader.inlineName(of: ContentsReader.contents(of: "{}")) == "inline-08f44b07")
  }

  @Test("base64 is read with and without padding, and refused where it is none")
  func base64() {
    #expect(Base64.decoded("aGVsbG8=") == Array("hello".utf8))
    #expect(Base64.decoded("aGVsbG8") == Array("hello".utf8))
    #expect(Base64.decoded("") == [])
    #expect(Base64.decoded("a*b") == nil)
  }

  @Test(
    "the folder of credential specs is known in any case and with either slash",
    arguments: [
      (#"C:\ProgramData\Docker\CredentialSpecs"#, true), ("c:/programdata/docker/credentialspecs/", true),
      (#"D:\docker\credentialspecs\web.json"#, true), (#"C:\ProgramData\Docker"#, false),
      (#"C:\CredentialSpecs"#, false), ("", false),
    ])
  func folder(path: String, isIt: Bool) {
    #expect(CredentialSpecFolder.contains(path) == isIt)
  }
}
