// The network by libcurl: one thread for all transfers of a transport.

internal import CCurl

/// Sends requests by libcurl. Connections are kept and used again; they end with the transport.
package final class CurlTransport: HTTPTransport {
  private let network: CurlNetwork

  package init() { network = CurlNetwork() }

  deinit { network.stop() }

  package func open(
    _ request: HTTPRequest, at endpoint: HTTPEndpoint
  ) async throws(TransportFault) -> HTTPResponse {
    let transfer = CurlTransfer(plan: try CurlPlan(request, endpoint), network: network)
    let network = network
    let head = await withTaskCancellationHandler {
      network.give(.start(transfer))
      return await transfer.head()
    } onCancel: {
      network.give(.cancel(transfer))
    }
    switch head {
    case .failure(let fault): throw fault
    case .success(let head):
      let body = HTTPBody(
        pull: {
          await withTaskCancellationHandler {
            await transfer.pull()
          } onCancel: {
            network.give(.cancel(transfer))
          }
        }, end: { network.give(.cancel(transfer)) })
      return HTTPResponse(status: head.status, headers: head.headers, body: body)
    }
  }
}

extension CurlTransport {
  /// The library's version and what it was built with, for `--version` and bug reports.
  package static var version: String { String(cString: curl_version()) }
}
