// From a piece of YAML to items as JSON, with places that count in the file.

internal import Yams

struct YAMLPieceReader {
  let piece: YAMLPiece
  let itemPaths: [[String]]
  let maximumBytes: Int

  /// The members of a fragment of a list object.
  func headerMembers() throws(DocumentFault) -> [(name: String, json: [UInt8])] {
    guard let node = try node(), let mapping = node.mapping else { return [] }
    do throws(YAMLProblem) {
      var walk = walk()
      var result: [(name: String, json: [UInt8])] = []
      for member in try walk.members(mapping) {
        let json = try walk.json(member.value)
        guard json.count <= ListHeader.maximumMemberBytes else { continue }
        result.append((try walk.name(member.key), json))
      }
      return result
    } catch {
      throw fault(error)
    }
  }

  /// The piece as one element of a list.
  func item(index: Int, header: ListHeader) -> SplitEvent {
    do throws(DocumentFault) {
      var walk = walk()
      let node = try node()
      let json = try json(node, &walk, index: index)
      let place = ItemPlace(document: piece.document, index: index, listPath: ["items"], start: piece.place)
      return .item(DocumentItem(json: json[...], place: place, header: header))
    } catch {
      var fault = error
      fault.index = index
      return .fault(fault)
    }
  }

  /// The piece as a whole document: its items if it is a list, else itself. Empty when nothing is in it.
  func documentEvents() -> [SplitEvent] {
    do throws(DocumentFault) {
      guard let node = try node() else { return [] }
      if let scalar = node.scalar, YAMLNodeWalk.meaning(scalar) == .null { return [] }
      var walk = walk()
      if let sequence = node.sequence { return listEvents([([], sequence)], ListHeader(), &walk) }
      let (lists, header) = try findLists(node, [], &walk)
      if !lists.isEmpty { return listEvents(lists, header, &walk) }
      let json = try json(node, &walk, index: nil)
      let place = ItemPlace(document: piece.document, index: nil, listPath: [], start: place(of: node))
      return [
        .item(DocumentItem(json: json[...], place: place)),
        .documentEnded(DocumentSummary(document: piece.document, isList: false, items: 1, header: header)),
      ]
    } catch {
      return [.fault(error)]
    }
  }

  // MARK: Lists inside a node

  private typealias List = (path: [String], elements: Node.Sequence)

  private func findLists(
    _ node: Node, _ path: [String], _ walk: inout YAMLNodeWalk
  ) throws(DocumentFault) -> (lists: [List], header: ListHeader) {
    var lists: [List] = []
    var header = ListHeader()
    guard let mapping = node.mapping else { return ([], header) }
    do throws(YAMLProblem) {
      for member in try walk.members(mapping) {
        let next = path + CollectionOfOne(try walk.name(member.key))
        if itemPaths.contains(next), let sequence = member.value.sequence {
          lists.append((next, sequence))
        } else if itemPaths.contains(where: { $0.count > next.count && $0.starts(with: next) }) {
          let inner: (lists: [List], header: ListHeader)
          do throws(DocumentFault) { inner = try findLists(member.value, next, &walk) } catch { continue }
          lists += inner.lists
          for member in inner.header.all { header.append(path: member.path, json: member.json) }
        } else if let scalar = member.value.scalar, scalar.string.utf8.count < ListHeader.maximumMemberBytes {
          header.append(path: next, json: try walk.json(member.value))
        }
      }
    } catch {
      throw fault(error)
    }
    return (lists, header)
  }

  private func listEvents(
    _ lists: [List], _ header: ListHeader, _ walk: inout YAMLNodeWalk
  ) -> [SplitEvent] {
    var events: [SplitEvent] = []
    var items = 0
    for list in lists {
      for (index, element) in list.elements.enumerated() {
        items += 1
        do throws(DocumentFault) {
          let json = try json(element, &walk, index: index)
          let start = place(of: element)
          let place = ItemPlace(document: piece.document, index: index, listPath: list.path, start: start)
          events.append(.item(DocumentItem(json: json[...], place: place, header: header)))
        } catch {
          events.append(.fault(error))
          if case .yamlExpansion = error.reason { return events }
        }
      }
    }
    let summary = DocumentSummary(document: piece.document, isList: true, items: items, header: header)
    return events + [.documentEnded(summary)]
  }

  // MARK: Steps

  private func walk() -> YAMLNodeWalk { YAMLNodeWalk(limit: YAMLNodeWalk.limit(for: piece.text)) }

  private func node() throws(DocumentFault) -> Node? {
    guard !piece.isTooLarge else {
      throw DocumentFault(
        reason: .tooLarge(limit: maximumBytes), place: piece.place, document: piece.document)
    }
    do throws(YAMLProblem) { return try YAMLText.node(piece.text) } catch { throw fault(error) }
  }

  private func json(
    _ node: Node?, _ walk: inout YAMLNodeWalk, index: Int?
  ) throws(DocumentFault) -> [UInt8] {
    guard let node else { return Array("null".utf8) }
    do throws(YAMLProblem) {
      return try walk.json(node)
    } catch {
      var fault = fault(error)
      fault.index = index
      throw fault
    }
  }

  private func place(of node: Node) -> TextPlace {
    place(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
  }

  private func place(line: Int, column: Int) -> TextPlace {
    // The offset is that of the piece: lines are what people look for in YAML.
    TextPlace(line: piece.place.line + line - 1, column: column, byteOffset: piece.place.byteOffset)
  }

  private func fault(_ problem: YAMLProblem) -> DocumentFault {
    DocumentFault(
      reason: problem.reason, place: place(line: problem.line, column: problem.column),
      document: piece.document)
  }
}
