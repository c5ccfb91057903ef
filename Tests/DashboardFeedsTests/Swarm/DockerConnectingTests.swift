// How an engine is found: the rules of the docker command on real files.

import DashboardModel
import Foundation
import Testing
import Transport

@testable import DashboardFeeds

@Suite("Finding a docker engine")
struct DockerConnectingTests {
  private let home: TemporaryFolder

  init() throws { home = try TemporaryFolder() }

  private func connection(
    _ argument: String? = nil, _ variables: [String: String] = [:]
  ) throws -> DockerConnection {
    let environment = Environment(["HOME": home.path].merging(variables) { $1 })
    return try DockerConnecting(DockerConnecting.place(of: argument), environment).connection()
  }

  private func write(_ path: String, _ text: String) throws {
    try home.write(text, to: path)
  }

  private func context(_ name: String, _ host: String, folder: String, skip: Bool = false) throws {
    try write(
      ".docker/contexts/meta/\(folder)/meta.json",
      #"{"Name":"\#(name)","Metadata":{},"Endpoints":{"docker":{"Host":"\#(host)","SkipTLSVerify":\#(skip)}}}"#
    )
  }

  @Test("nothing said is the usual socket")
  func usual() throws {
    let connection = try connection()
    #expect(connection.endpoint.words == "unix:///var/run/docker.sock")
    #expect(connection.clusterName == "swarm")
  }

  @Test("an argument beats DOCKER_HOST, that beats DOCKER_CONTEXT, and that the current context")
  func order() throws {
    try context("one", "tcp://one:1", folder: "aa")
    try context("two", "tcp://two:2", folder: "bb")
    try write(".docker/config.json", #"{"currentContext":"one"}"#)
    #expect(try connection().endpoint.words == "http://one:1")
    #expect(try connection(nil, ["DOCKER_CONTEXT": "two"]).endpoint.words == "http://two:2")
    let both = ["DOCKER_CONTEXT": "two", "DOCKER_HOST": "tcp://three:3"]
    #expect(try connection(nil, both).endpoint.words == "http://three:3")
    #expect(try connection("one", both).endpoint.words == "http://one:1")
    #expect(try connection("unix:///a.sock", both).endpoint.words == "unix:///a.sock")
    #expect(try connection("default", both).endpoint.words == "http://three:3")
  }

  @Test("a context names its cluster, and a host does")
  func clusters() throws {
    try context("prod", "ssh://me@bastion", folder: "aa")
    #expect(try connection("prod").clusterName == "prod")
    #expect(try connection("tcp://manager:2375").clusterName == "manager")
  }

  @Test("a context brings its TLS material from beside it")
  func contextTLS() throws {
    try context("prod", "tcp://manager", folder: "aa")
    try write(".docker/contexts/tls/aa/docker/ca.pem", "CA")
    try write(".docker/contexts/tls/aa/docker/cert.pem", "CERT")
    try write(".docker/contexts/tls/aa/docker/key.pem", "KEY")
    let connection = try connection("prod")
    #expect(connection.endpoint.words == "https://manager:2376")
    #expect(connection.endpoint.tls?.authorities == .given(Array("CA".utf8)))
    #expect(connection.endpoint.tls?.client?.certificate == Array("CERT".utf8))
    #expect(connection.endpoint.tls?.client?.key.revealed == Array("KEY".utf8))
    #expect(connection.security == .verified)
    try context("lax", "tcp://manager", folder: "bb", skip: true)
    #expect(try self.connection("lax").security == .unverified)
  }

  @Test("DOCKER_TLS_VERIFY takes the certificates of DOCKER_CERT_PATH, as a client bundle of UCP does")
  func bundle() throws {
    for name in ["ca", "cert", "key"] { try write("bundle/\(name).pem", name) }
    let variables = [
      "DOCKER_TLS_VERIFY": "1", "DOCKER_CERT_PATH": "\(home.path)/bundle", "DOCKER_HOST": "tcp://ucp:443",
    ]
    let connection = try connection(nil, variables)
    #expect(connection.endpoint.words == "https://ucp:443" && connection.security == .verified)
    #expect(connection.endpoint.tls?.client?.certificate == Array("cert".utf8))
    #expect(throws: DockerFault.self) { try self.connection("tcp://ucp:443", ["DOCKER_TLS_VERIFY": "1"]) }
    #expect(try self.connection("tcp://ucp:443", ["DOCKER_TLS": "1"]).security == .unverified)
    #expect(try self.connection("unix:///a.sock", variables).security == .plain)
  }

  @Test("config.json's headers go along and are shown nowhere; its version is honoured")
  func headers() throws {
    try write(".docker/config.json", #"{"HttpHeaders":{"X-Token":"geheim"}}"#)
    let connection = try connection(nil, ["DOCKER_API_VERSION": "v1.40"])
    #expect(connection.headers == [SecretHeader("X-Token", SecretText("geheim"))])
    #expect(connection.apiVersion == "1.40")
    #expect(!"\(connection)".contains("geheim"))
  }

  @Test("ssh runs what the docker command runs, and asks nobody")
  func ssh() throws {
    let plain = try connection("ssh://me@host:2222")
    #expect(
      plain.endpoint.words
        == "ssh -o ConnectTimeout=30 -o BatchMode=yes -T -l me -p 2222 -- host docker system dial-stdio")
    let path = try connection("ssh://host/run/docker.sock")
    #expect(path.endpoint.words.hasSuffix("-- host docker --host=unix:///run/docker.sock system dial-stdio"))
  }

  @Test(
    "what is no address is said to be none, with what to write",
    arguments: [
      "tcp://", "unix://", "npipe:////./pipe/docker_engine", "ftp://a", "ssh://-oProxyCommand=x",
      "tcp://a:99999",
      "ssh://me:geheim@host", "tcp://[::1", "fd://",
    ])
  func noAddress(text: String) {
    #expect(throws: DockerFault.self) { try connection(text) }
  }

  @Test("an IPv6 address keeps its brackets in the address alone")
  func version6() throws {
    #expect(try connection("tcp://[fd00::1]:2375").endpoint.address == .host("fd00::1", port: 2375))
  }

  @Test("a context that is not there names those that are, and a damaged file names itself")
  func contexts() throws {
    try context("prod", "tcp://a:1", folder: "aa")
    #expect(throws: DockerFault.unknownContext(name: "prd", known: ["prod"])) { try connection("prd") }
    try write(".docker/config.json", #"{"currentContext": ["#)
    do {
      _ = try connection()
      Issue.record("a damaged config.json was read")
    } catch let fault as DockerFault {
      #expect(fault.text.contains("config.json"))
    }
  }
}
