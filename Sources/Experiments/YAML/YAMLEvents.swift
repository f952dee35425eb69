import CYAML

/// What libyaml finds in a text, one event after another.
final class YAMLEvents {
  // libyaml keeps the addresses of both.
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let bytes: UnsafeMutableBufferPointer<UInt8>

  /// The events of a text.
  init(of yaml: String) {
    bytes = .allocate(capacity: yaml.utf8.count)
    _ = bytes.initialize(from: yaml.utf8)
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    yaml_parser_initialize(parser)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
    bytes.deallocate()
  }

  /// The next event; after the end of the text, or a problem, there is none.
  /// - Throws: what stands in the way.
  func next() throws(YAMLProblem) -> YAMLEvent {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw problem }
    defer { yaml_event_delete(&event) }
    return YAMLEvent(event)
  }

  /// What libyaml says that is wrong.
  private var problem: YAMLProblem {
    let state = parser.pointee
    let what = state.problem.map { String(cString: $0) } ?? "there is no memory left for it"
    switch state.error {
    case YAML_SCANNER_ERROR, YAML_PARSER_ERROR:
      let context = state.context.map { " (\(String(cString: $0)))" } ?? ""
      return .syntax(what + context, at: SourcePosition(state.problem_mark))
    default: return .character(what, at: position(ofByte: state.problem_offset))
    }
  }

  private func position(ofByte offset: Int) -> SourcePosition {
    let lines = String(decoding: bytes.prefix(offset), as: UTF8.self).splitIntoLines()
    return SourcePosition(line: lines.count, column: (lines.last?.unicodeScalars.count ?? 0) + 1)
  }
}

/// A thing that stands in YAML.
struct YAMLEvent {
  enum Content {
    case scalar(String, isQuoted: Bool)
    /// A list begins.
    case list
    /// A group begins: a key and a value by turns.
    case group
    /// The end of a list or a group.
    case end
    /// The name of a value that stands elsewhere.
    case alias
    /// A document begins or ends, or the whole text begins.
    case boundary
    /// The end of the text.
    case endOfText
  }

  let content: Content
  /// Whether it says what kind of value it is, as `!!int 7` does.
  let hasTag: Bool
  /// Where it begins in the YAML.
  let position: SourcePosition

  fileprivate init(_ event: yaml_event_t) {
    content = Content(event)
    hasTag = event.tag != nil
    position = SourcePosition(event.start_mark)
  }
}

extension YAMLEvent.Content {
  fileprivate init(_ event: yaml_event_t) {
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      self = .scalar(
        String(decoding: bytes, as: UTF8.self), isQuoted: scalar.style != YAML_PLAIN_SCALAR_STYLE)
    case YAML_SEQUENCE_START_EVENT: self = .list
    case YAML_MAPPING_START_EVENT: self = .group
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: self = .end
    case YAML_ALIAS_EVENT: self = .alias
    case YAML_STREAM_START_EVENT, YAML_DOCUMENT_START_EVENT, YAML_DOCUMENT_END_EVENT:
      self = .boundary
    default: self = .endOfText
    }
  }
}

extension yaml_event_t {
  /// The tag that is written, but for those that say what is so anyhow.
  fileprivate var tag: String? {
    let (written, usual): (UnsafePointer<yaml_char_t>?, String) =
      switch type {
      case YAML_SCALAR_EVENT: (data.scalar.tag.map { UnsafePointer($0) }, YAML_STR_TAG)
      case YAML_SEQUENCE_START_EVENT:
        (data.sequence_start.tag.map { UnsafePointer($0) }, YAML_SEQ_TAG)
      case YAML_MAPPING_START_EVENT:
        (data.mapping_start.tag.map { UnsafePointer($0) }, YAML_MAP_TAG)
      default: (nil, "")
      }
    return written.map { String(cString: $0) }.flatMap { $0 == usual ? nil : $0 }
  }
}

extension SourcePosition {
  fileprivate init(_ mark: yaml_mark_t) {
    self.init(line: mark.line + 1, column: mark.column + 1)
  }
}

/// Why a text is no YAML, or none that may be read; places are those in the YAML.
enum YAMLProblem: Error {
  /// What was expected and not found.
  case syntax(String, at: SourcePosition)
  /// A character that no text has.
  case character(String, at: SourcePosition)
  /// What YAML allows and files of this program may not have.
  case refused(String, at: SourcePosition)
}
