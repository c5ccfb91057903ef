// Reads one HOST folder: the credential specs that lie on that host, as copied from it.

import DashboardModel
import StructuredText

/// What a HOST folder said.
struct HostFolderReading: Sendable {
  var listings: [HostListing] = []
  var unreadable: [UnreadableItem] = []
  var writtenAt: Timestamp?
}

/// Reads HOST folders.
enum HostFolderReader {
  /// Reads a folder; `memo` remembers contents, which lie on many hosts byte for byte. A file that can not be read is a copy with unknown contents: its name was seen.
  static func read(
    _ folder: FolderContents.HostFolder, cluster: ClusterName?, memo: inout RawMemo<CredentialSpecContents>
  ) -> HostFolderReading {
    var reading = HostFolderReading()
    var inventory = HostInventory()
    var isInventoryDamaged = false
    var copies: [HostCopy] = []
    var newest = (try? FileStamp(path: folder.path))?.modifiedAt
    if !folder.files.isEmpty { newest = nil }
    for name in folder.files {
      let path = "\(folder.path)/\(name)"
      let modifiedAt = (try? FileStamp(path: path))?.modifiedAt
      newest = [newest, modifiedAt].compactMap { $0 }.max()
      if name.lowercased() == HostInventory.fileName {
        isInventoryDamaged = !readInventory(path, into: &inventory, &reading)
        continue
      }
      let spelling = name.replacing("/", with: #"\"#)
      let contents = contents(path, &memo, &reading)
      copies.append(HostCopy(name: spelling, contents: contents, modifiedAt: modifiedAt))
    }
    reading.writtenAt = newest
    // An inventory that can not be read may have said that the folder is not complete.
    let isComplete = inventory.isFolderComplete && !isInventoryDamaged
    var listing = HostListing(
      hostName: inventory.host ?? folder.host, cluster: cluster ?? inventory.cluster.map { ClusterName($0) },
      delivery: .hostFile, copies: copies, isComplete: isComplete, listedAt: inventory.listedAt ?? newest
    )
    listing.windowsBuild = inventory.windowsBuild
    listing.joinedDomain = inventory.domain
    reading.listings.append(listing)
    guard let registry = inventory.registry else { return reading }
    listing.delivery = .hostRegistry
    listing.isComplete = true
    listing.copies = registry.sorted { $0.key < $1.key }.map { HostCopy(name: $0.key, contents: $0.value) }
    reading.listings.append(listing)
    return reading
  }

  /// Reads an inventory; false where it is damaged.
  private static func readInventory(
    _ path: String, into inventory: inout HostInventory, _ reading: inout HostFolderReading
  ) -> Bool {
    var isRead = false
    DocumentReader().read(path: path) { event in
      switch event {
      case .item(let item):
        do throws(JSONFault) {
          var cursor = item.cursor
          inventory = try HostInventory(&cursor)
          isRead = true
        } catch {
          reading.unreadable.append(
            UnreadableItem(
              source: path, line: item.place.start.line, path: error.path, reason: error.reason.text)
          )
        }
      case .fault(let fault): reading.unreadable.append(fault.item(source: path))
      case .began, .documentEnded, .progress, .finished: break
      }
    }
    return isRead
  }

  /// A file's contents, whatever its encoding; nil where it could not be opened.
  private static func contents(
    _ path: String, _ memo: inout RawMemo<CredentialSpecContents>, _ reading: inout HostFolderReading
  ) -> CredentialSpecContents? {
    do throws(SystemFault) {
      let source = try FileByteSource(path: path)
      guard let bytes = try DecodedText.bytes(of: source, limit: maximumFileBytes) else {
        return ContentsReader.contents(ofSize: source.bytesExpected ?? maximumFileBytes)
      }
      return memo.value(of: bytes[...]) { raw in
        guard let text = DecodedText(unpacking: Array(raw), limit: maximumFileBytes) else {
          return ContentsReader.contents(ofSize: maximumFileBytes)
        }
        return ContentsReader.contents(of: text)
      }
    } catch {
      let start = TextPlace(line: 1, column: 1, byteOffset: 0)
      let fault = DocumentFault(reason: .system(code: error.code), place: start)
      reading.unreadable.append(fault.item(source: path))
      return nil
    }
  }
  /// UTF-16 takes two bytes a letter.
  private static let maximumFileBytes = 4 * ContentsReader.maximumBytes
}

extension DocumentFault {
  /// The fault as an item that could not be read.
  func item(source: String) -> UnreadableItem {
    UnreadableItem(
      source: source, index: index, line: place.line, column: place.column, reason: reason.text
    )
  }
}
