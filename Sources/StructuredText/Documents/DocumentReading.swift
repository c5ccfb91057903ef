// One run of a DocumentReader: the state between two chunks.

/// The pipeline of one file: text source, then the splitter that fits its kind.
struct DocumentReading<Source: ByteSource> {
  private let settings: DocumentReader
  private var source: TextSource<Source>
  private var text: [UInt8] = []
  private var hasMore = true
  /// The source failed or reading was stopped: what is open now is not the file's fault.
  private var isStopped = false
  private var failure: DocumentFault.Reason?
  private var items = 0
  private var faults = 0

  init(_ settings: DocumentReader, _ source: TextSource<Source>) {
    self.settings = settings
    self.source = source
  }

  mutating func run(_ isCancelled: () -> Bool, _ handle: (DocumentEvent) -> Void) {
    let kind = sniff(isCancelled, handle)
    handle(.began(kind))
    let start = TextPlace(line: 1, column: 1, byteOffset: 0)
    switch kind {
    case .empty:
      if let failure { report(failure, at: start, handle) }
    case .notText(let offset):
      let lead = text.prefix(offset)
      var lines = LineCounter()
      report(.notText, at: lines.place(of: lead.count, in: text, base: 0), handle)
    case .table: report(.tableOutput, at: start, handle)
    case .json:
      var splitter = ItemSplitter(
        itemPaths: settings.itemPaths, maximumItemBytes: settings.maximumItemBytes)
      drive(&splitter, isCancelled, handle)
    case .yaml:
      var splitter = YAMLSplitter(
        itemPaths: settings.itemPaths, maximumBytes: settings.maximumYAMLBytes)
      drive(&splitter, isCancelled, handle)
    }
    handle(.finished(isComplete: !isStopped))
  }

  /// Reads until the kind can be told.
  private mutating func sniff(
    _ isCancelled: () -> Bool, _ handle: (DocumentEvent) -> Void
  ) -> ContentKind {
    while hasMore, text.count < ContentKind.sampleBytes { readText(isCancelled, handle) }
    var kind = ContentKind(sniffing: text.prefix(ContentKind.sampleBytes))
    while kind == .empty, hasMore {
      // Nothing but white space so far; one byte of it keeps the count of lines honest enough.
      readText(isCancelled, handle)
      kind = ContentKind(sniffing: text[...])
    }
    return kind
  }

  private mutating func drive(
    _ splitter: inout some DocumentSplitter, _ isCancelled: () -> Bool, _ handle: (DocumentEvent) -> Void
  ) {
    while true {
      let binary = ByteScan.zero(text)
      splitter.append(text.prefix(binary ?? text.count))
      drain(&splitter, handle)
      if isStopped { return }
      if binary != nil { failure = .notText }
      if let failure {
        report(failure, at: splitter.end, handle)
        return
      }
      text.removeAll(keepingCapacity: true)
      guard hasMore else { break }
      readText(isCancelled, handle)
      // What was read before a failure is still handed on.
      if isStopped, failure == nil { return }
    }
    splitter.finish()
    drain(&splitter, handle)
  }

  private mutating func drain(_ splitter: inout some DocumentSplitter, _ handle: (DocumentEvent) -> Void) {
    while let event = splitter.next() {
      switch event {
      case .item(let item):
        items += 1
        handle(.item(item))
      case .documentEnded(let summary): handle(.documentEnded(summary))
      case .fault(let fault):
        faults += 1
        guard faults <= settings.maximumFaults else {
          report(.tooManyFaults(limit: settings.maximumFaults), at: fault.place, handle)
          return
        }
        handle(.fault(fault))
      }
    }
  }

  /// Appends the next piece to `text`. A failure of the source is kept for when its last bytes are used.
  private mutating func readText(_ isCancelled: () -> Bool, _ handle: (DocumentEvent) -> Void) {
    if isCancelled() {
      isStopped = true
      hasMore = false
      return
    }
    do throws(TextSourceFault) {
      hasMore = try source.read(into: &text)
    } catch {
      hasMore = false
      failure =
        switch error {
        case .system(let fault): .system(code: fault.code)
        case .damagedCompression: .damagedCompression
        case .truncatedCompression: .truncatedCompression
        }
    }
    handle(
      .progress(
        ReadingProgress(bytesRead: source.bytesRead, bytesExpected: source.bytesExpected, items: items)))
  }

  private mutating func report(
    _ reason: DocumentFault.Reason, at place: TextPlace, _ handle: (DocumentEvent) -> Void
  ) {
    isStopped = true
    handle(.fault(DocumentFault(reason: reason, place: place)))
  }
}
