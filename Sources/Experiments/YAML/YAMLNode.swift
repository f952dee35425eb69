/// What a YAML document says at one place: a word or number, a list, or a group of keys.
///
/// It knows where a file says so; what a program has put in has no position.
public struct YAMLNode: Hashable, Sendable {
  /// What it holds.
  public enum Content: Hashable, Sendable {
    /// A word, a number, nothing: as written. In quotes it is a text whatever it looks like.
    case scalar(String, isQuoted: Bool = false)
    /// Values in order.
    case list([YAMLNode])
    /// Keys and their values in order; no key twice.
    case group([Member])
  }

  /// A key of a group and its value.
  public struct Member: Hashable, Sendable {
    /// The key.
    public let key: String
    /// Where the key stands.
    public var position: SourcePosition?
    /// What it says.
    public var value: YAMLNode

    /// A key with its value.
    public init(_ key: String, _ value: YAMLNode, position: SourcePosition? = nil) {
      (self.key, self.value, self.position) = (key, value, position)
    }
  }

  /// What it holds.
  public var content: Content
  /// Where a file says so.
  public var position: SourcePosition?

  /// A node; one that no file says has no position.
  public init(_ content: Content, position: SourcePosition? = nil) {
    (self.content, self.position) = (content, position)
  }
}

// MARK: Made by a program

extension YAMLNode: ExpressibleByStringLiteral {
  /// A word.
  public init(stringLiteral text: String) { self.init(text) }

  /// A text; in quotes where it would read as something else without them.
  public init(_ text: String) { self.init(.scalar(text, isQuoted: !Self.isPlain(text))) }

  /// A number, as short as it can be and still read back exactly.
  public init(_ number: Double) {
    let text = "\(number)"
    self.init(.scalar(text.hasSuffix(".0") ? String(text.dropLast(2)) : text))
  }

  /// A whole number.
  public init(_ number: some BinaryInteger) { self.init(.scalar("\(number)")) }

  /// `true` or `false`.
  public init(_ flag: Bool) { self.init(.scalar(flag ? "true" : "false")) }

  /// A list.
  public init(_ items: [YAMLNode]) { self.init(.list(items)) }

  /// A list of numbers.
  public init(_ numbers: [Double]) { self.init(numbers.map { YAMLNode($0) }) }

  /// Rows of numbers.
  public init(_ rows: [[Double]]) { self.init(rows.map { YAMLNode($0) }) }

  /// A group of those keys that have a value.
  public static func group(_ members: [(String, YAMLNode?)]) -> YAMLNode {
    YAMLNode(.group(members.compactMap { key, value in value.map { Member(key, $0) } }))
  }

  /// `null`: the key is as good as left out.
  public static let null = YAMLNode(.scalar("null"))

  /// Letters, digits and what stands inside names, numbers and paths: what needs no quotes.
  private static func isPlain(_ text: String) -> Bool {
    let isWord = text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || "_-+./ ".unicodeScalars.contains($0)
    }
    guard isWord, let first = text.first, first.isLetter || first == "_" else { return false }
    return text.last != " " && !["null", "true", "false", "yes", "no"].contains(text.lowercased())
  }
}

// MARK: Looked into

extension YAMLNode {
  /// The members of a group; nil for others.
  public var members: [Member]? {
    if case .group(let members) = content { members } else { nil }
  }

  /// The items of a list; nil for others.
  public var items: [YAMLNode]? { if case .list(let items) = content { items } else { nil } }

  /// The text of a word or number; nil for others.
  public var text: String? { if case .scalar(let text, _) = content { text } else { nil } }

  /// Whether it says `null`, in so many letters.
  public var isNull: Bool {
    if case .scalar(let text, isQuoted: false) = content {
      text == "null" || text == "~"
    } else {
      false
    }
  }

  /// The value of a key; setting nil takes the key away, a new one is put last.
  ///
  /// Setting a key of what is no group makes a group of it.
  public subscript(key: String) -> YAMLNode? {
    get { members?.first { $0.key == key }?.value }
    set {
      var members = members ?? []
      let place = members.firstIndex { $0.key == key }
      switch (place, newValue) {
      case (let place?, let value?): members[place].value = value
      case (let place?, nil): members.remove(at: place)
      case (nil, let value?): members.append(Member(key, value))
      case (nil, nil): return
      }
      content = .group(members)
    }
  }
}

extension YAMLNode {
  /// How many words and numbers it holds, counted as far as it matters.
  package func wordCount(upTo most: Int = .max) -> Int {
    guard items != nil || members != nil else { return 1 }
    let parts = items ?? members?.map(\.value) ?? []
    return parts.prefix(most).reduce(members?.count ?? 0) {
      $0 < most ? $0 + $1.wordCount(upTo: most - $0) : $0
    }
  }
}
