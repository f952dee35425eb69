/// Reads YAML as a tree of nodes that know their places in the file.
///
/// What may not stand there is complained about at the source, all of it in one pass; not where the rest cannot be read, as
/// a bracket that is missing makes nonsense of what follows.
struct YAMLReader {
  private let events: YAMLEvents
  private let source: YAMLSource
  private var problems: [(sentence: String, position: SourcePosition)] = []

  /// Lists and groups inside each other.
  static let mostLevels = 100

  /// A reader of YAML that stands in a source.
  init(_ yaml: String, in source: YAMLSource) {
    (events, self.source) = (YAMLEvents(of: yaml), source)
  }

  /// The one document; nil, after all problems, when something in it may not stand there.
  /// - Throws: what keeps the rest from being read.
  mutating func root() throws(YAMLProblem) -> YAMLNode? {
    _ = try events.next()  // The text begins,
    guard case .boundary = try events.next().content else {  // and the document.
      throw .refused("This is empty: write 'key: value' lines.", at: .start)
    }
    let root = try node(events.next(), level: 0)
    _ = try events.next()  // The document ends,
    let rest = try events.next()  // and the text.
    guard case .endOfText = rest.content else {
      throw .refused("One document only: leave out what follows.", at: rest.position)
    }
    problems.forEach { source.diagnose($0.sentence, at: $0.position) }
    return problems.isEmpty ? root : nil
  }

  private mutating func diagnose(_ sentence: String, about event: YAMLEvent) {
    problems.append((sentence, source.position(of: event.position)))
  }

  private mutating func node(_ event: YAMLEvent, level: Int) throws(YAMLProblem) -> YAMLNode {
    guard level <= Self.mostLevels else {
      throw .refused("This is nested too deeply.", at: event.position)
    }
    if event.hasTag { diagnose("Tags ('!') are not allowed: leave it out.", about: event) }
    return YAMLNode(
      try content(of: event, level: level), position: source.position(of: event.position))
  }

  private mutating func content(of event: YAMLEvent, level: Int) throws(YAMLProblem)
    -> YAMLNode.Content
  {
    switch event.content {
    case .scalar(let text, let isQuoted): return .scalar(text, isQuoted: isQuoted)
    case .list: return .list(try items(level: level + 1))
    case .group: return .group(try members(level: level + 1))
    case .alias, .end, .boundary, .endOfText:
      diagnose("Aliases ('*') are not allowed: write the value out, or quote it.", about: event)
      return YAMLNode.null.content
    }
  }

  private mutating func items(level: Int) throws(YAMLProblem) -> [YAMLNode] {
    var items: [YAMLNode] = []
    while let event = try nextInside() { items.append(try node(event, level: level)) }
    return items
  }

  private mutating func members(level: Int) throws(YAMLProblem) -> [YAMLNode.Member] {
    var members: [YAMLNode.Member] = []
    while let event = try nextInside() {
      let key = try node(event, level: level)
      let value = try node(events.next(), level: level)
      guard let name = key.text else {
        diagnose("A key must be a name.", about: event)
        continue
      }
      members.append(YAMLNode.Member(name, value, position: key.position))
    }
    refuseTwins(members)
    return members
  }

  /// The next event inside a list or a group; nil at its end.
  private func nextInside() throws(YAMLProblem) -> YAMLEvent? {
    let event = try events.next()
    if case .end = event.content { return nil }
    return event
  }

  /// Complains about each key that is given more than once, where it is given first.
  private mutating func refuseTwins(_ members: [YAMLNode.Member]) {
    let twins = Dictionary(grouping: members, by: \.key).values.filter { $0.count > 1 }
    problems += twins.map { twins in
      ("'\(twins[0].key)' is given twice: keep one.", twins[0].position ?? .start)
    }.sorted { $0.1 < $1.1 }
  }
}
