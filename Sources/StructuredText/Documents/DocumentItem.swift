// One item of a document, ready for a decoder.

/// One item as JSON bytes with its place. The bytes share the reader's buffer: decode them in the callback;
/// keeping them is allowed and costs a copy of the buffer.
package struct DocumentItem: Sendable {
  package var json: ArraySlice<UInt8>
  package var place: ItemPlace
  /// The members of the enclosing list that stood before this item; empty without a list.
  package var header: ListHeader

  /// A reader at the start of the item.
  package var cursor: JSONCursor { JSONCursor(json) }

  package init(json: ArraySlice<UInt8>, place: ItemPlace, header: ListHeader = ListHeader()) {
    self.json = json
    self.place = place
    self.header = header
  }
}

/// A place in a text: lines and columns count from 1, columns count bytes, the offset counts from 0.
/// All count the text after decompression and conversion to UTF-8.
package struct TextPlace: Sendable, Hashable {
  package var line: Int
  package var column: Int
  package var byteOffset: Int

  package init(line: Int, column: Int, byteOffset: Int) {
    self.line = line
    self.column = column
    self.byteOffset = byteOffset
  }
}

/// Where an item starts in its file.
package struct ItemPlace: Sendable, Hashable {
  /// Which document of the file, from 0.
  package var document: Int
  /// Which element of its list, from 0; nil when the document is the item.
  package var index: Int?
  /// The members that lead to the list: `["items"]`; empty for an array at the top and for a single document.
  package var listPath: [String]
  package var start: TextPlace

  package init(document: Int, index: Int?, listPath: [String], start: TextPlace) {
    self.document = document
    self.index = index
    self.listPath = listPath
    self.start = start
  }
}
