// Sends requests to one Kubernetes API with the login as it is now.

package import DashboardModel
package import Transport

/// Requests of one login over one transport.
package struct KubernetesSession: Sendable {
  package let login: KubernetesLogin
  package let transport: any HTTPTransport
  private let now: @Sendable () -> Timestamp

  package init(
    login: KubernetesLogin, transport: any HTTPTransport, now: @escaping @Sendable () -> Timestamp
  ) {
    self.login = login
    self.transport = transport
    self.now = now
  }

  /// An answer, and the access that it was given to.
  package struct Answer: Sendable {
    package let response: HTTPResponse
    package let access: KubernetesAccess
  }

  /// Sends a request. Where the server does not know the login, the login is asked anew, and a new one is tried once.
  package func answer(_ request: HTTPRequest) async throws(KubernetesFault) -> Answer {
    let first = try await send(request)
    guard first.response.status == 401 else { return first }
    await login.rejected(first.access)
    // Asked for here, so that a plugin is not run twice where its first credential was already new.
    let renewed = try await access()
    if renewed == first.access { return first }
    return try await send(request, with: renewed)
  }

  /// Sends a request for a small answer, and reads it; anything but 200 and 201 is thrown.
  package func json(_ request: HTTPRequest, upTo limit: Int = 1 << 20) async throws(KubernetesFault)
    -> [UInt8]
  {
    let answer = try await answer(request)
    let body = try await body(of: answer, upTo: limit)
    guard [200, 201].contains(answer.response.status), body.first(where: { $0 > 0x20 }) == UInt8(ascii: "{")
    else { throw .refusal(refusal(answer, body, request.path)) }
    return body
  }

  /// What an answer says that is not what was asked for.
  package func refusal(_ answer: Answer, _ body: [UInt8], _ path: String) -> KubernetesRefusal {
    KubernetesRefusal(answer.response, body: body, path: path, access: answer.access, now: now())
  }

  // MARK: Steps

  private func access() async throws(KubernetesFault) -> KubernetesAccess {
    do throws(LoginFault) {
      return try await login.access()
    } catch {
      throw .login(error)
    }
  }

  private func send(
    _ request: HTTPRequest, with given: KubernetesAccess? = nil
  ) async throws(KubernetesFault) -> Answer {
    let access: KubernetesAccess
    if let given { access = given } else { access = try await self.access() }
    do throws(TransportFault) {
      return Answer(
        response: try await transport.open(access.signed(request), at: access.endpoint), access: access)
    } catch {
      throw .transport(error, access.endpoint)
    }
  }

  private func body(of answer: Answer, upTo limit: Int) async throws(KubernetesFault) -> [UInt8] {
    do throws(TransportFault) {
      return try await answer.response.body.collected(upTo: limit)
    } catch {
      throw .transport(error, answer.access.endpoint)
    }
  }
}
