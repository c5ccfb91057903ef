// Whether what docker would talk to is a swarm's manager, for a call that names no source.

package import Transport

/// A look at an engine, without following it.
package enum SwarmLook {
  /// Why the engine is no manager that can be read, in words; nil where it is one.
  /// - Parameter limit: How long finding out may take at most.
  package static func fault(
    _ connecting: DockerConnecting, _ transport: any HTTPTransport = CurlTransport(),
    limit: Duration = .seconds(5),
    clock: FeedClock = .machine
  ) async -> String? {
    await withTaskGroup(of: String?.self) { group in
      group.addTask {
        do throws(DockerFault) {
          let connection = try connecting.connection()
          return await fault(connection, transport)
        } catch {
          return error.text
        }
      }
      group.addTask {
        do { try await clock.sleep(limit) } catch { return "" }
        return "the engine did not answer within \(limit.components.seconds) s"
      }
      let first = await group.next() ?? nil
      group.cancelAll()
      return first
    }
  }

  private static func fault(_ connection: DockerConnection, _ transport: any HTTPTransport) async -> String? {
    do throws(SwarmFault) {
      _ = try await EngineSession(connection, transport) {}
      return nil
    } catch {
      return error.text
    }
  }
}
