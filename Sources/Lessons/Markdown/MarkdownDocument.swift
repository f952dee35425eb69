import CMarkdown

/// A parsed Markdown text; owns the nodes.
final class MarkdownDocument {
  let root: MarkdownNode

  /// The extension for tables.
  ///
  /// Registering is for one thread: two of them at once, as lessons are read on all cores, break the
  /// list of extensions.
  private nonisolated(unsafe) static let tables = {
    cmark_gfm_core_extensions_ensure_registered()
    return cmark_find_syntax_extension("table")
  }()

  /// Parses GitHub's Markdown with tables.
  ///
  /// Nil only when there is no memory.
  init?(_ text: String) {
    guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else { return nil }
    defer { cmark_parser_free(parser) }
    if let tables = Self.tables { cmark_parser_attach_syntax_extension(parser, tables) }
    var text = text
    text.withUTF8 { utf8 in
      utf8.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
    }
    guard let node = cmark_parser_finish(parser) else { return nil }
    cmark_consolidate_text_nodes(node)
    root = MarkdownNode(pointer: node)
  }

  deinit { cmark_node_free(root.pointer) }
}

/// A node of a document; valid while the document lives.
struct MarkdownNode {
  let pointer: OpaquePointer

  /// What the node is, by cmark's name for it, such as paragraph or table.
  var type: String { cmark_node_get_type_string(pointer).map { String(cString: $0) } ?? "" }
  /// Literal text of code, HTML and words.
  var literal: String { cmark_node_get_literal(pointer).map { String(cString: $0) } ?? "" }
  /// The line where it begins, from 1.
  var line: Int { Int(cmark_node_get_start_line(pointer)) }
  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }

  /// The words after the opening fence of a code block.
  var fenceInfo: String { cmark_node_get_fence_info(pointer).map { String(cString: $0) } ?? "" }

  /// How far a code block's fence is indented; nil for blocks without a fence.
  var fenceIndent: Int? {
    var (length, indent, character): (CInt, CInt, CChar) = (0, 0, 0)
    guard cmark_node_get_fenced(pointer, &length, &indent, &character) != 0 else { return nil }
    return Int(indent)
  }

  /// The first number of a numbered list; nil for bullets.
  var listStart: Int? {
    guard cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST else { return nil }
    return Int(cmark_node_get_list_start(pointer))
  }

  /// How each column of a table is set: `l`, `c`, `r` or 0.
  var tableAlignments: [UInt8] {
    let count = Int(cmark_gfm_extensions_get_table_columns(pointer))
    guard let letters = cmark_gfm_extensions_get_table_alignments(pointer) else { return [] }
    return (0..<count).map { letters[$0] }
  }

  var children: some Sequence<MarkdownNode> {
    sequence(first: cmark_node_first_child(pointer)) { $0.map { cmark_node_next($0) } ?? nil }
      .lazy.prefix { $0 != nil }.compactMap { $0.map(MarkdownNode.init) }
  }
}
