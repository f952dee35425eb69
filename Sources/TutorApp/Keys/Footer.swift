import TerminalCanvas

/// The keys that are worth knowing now: those of the smallest rank that have room, in the order of the table; what a
/// lesson's page names comes before all that does not lead on, help or leave.
func drawKeys(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  // Words may reach to the edge: a column more is a key more.
  let row = rect.inset(left: 1)
  let question = FooterQuestion(
    context: model.keyContext, hasHiddenLayers: model.hasHiddenLayers,
    hasSettings: model.settingsWidth > 0, named: model.namedKeys, places: model.keyMap,
    width: row.width, glyphs: canvas.glyphs)
  let line = footers.answer(to: question) {
    KeyBinding.fitting(row.width, from: model.usefulBindings, canvas.glyphs)
      .reduce(StyledText()) { $0 + $1.footer }
  }
  // Clipped: what reaches over the edge is a gap.
  canvas.write(line, at: row.origin, within: row)
}

/// All that a footer depends on: nothing that a run does.
private struct FooterQuestion: Hashable {
  let context: KeyContext
  let hasHiddenLayers: Bool
  let hasSettings: Bool
  let named: Set<Key>
  let places: KeyMap
  let width: Int
  let glyphs: GlyphSet
}

private let footers = Remembered<FooterQuestion, StyledText>()

extension Model {
  /// What a click on the footer means: the key whose word is there.
  func footerMessage(for mouse: Mouse) -> Message? {
    guard mouse.isClick, mouse.point.y == size.height - 1, showsFooter else { return nil }
    var column = 1
    for binding in KeyBinding.fitting(size.width - 1, from: usefulBindings, glyphs) {
      let width = glyphs.columns(of: binding.footer)
      if (column..<column + width - 2).contains(mouse.point.x) { return binding.message }
      column += width
    }
    return nil
  }

  /// The rows without the key for hidden layers where there are none to change, and without those for settings where these
  /// are not to be seen.
  fileprivate var usefulBindings: [KeyBinding] {
    let useless: [Message] =
      (hasHiddenLayers ? [] : [.workbench(.cycleActivation)])
      + (settingsWidth > 0 ? [] : [.playground(.moveSetting(1)), .playground(.changeSetting(1))])
    let named = Set(namedKeys.map(keyMap.place))
    return bindings.filter { !useless.contains($0.message) }.map { binding in
      named.isDisjoint(with: binding.keys) ? binding : binding.raised
    }
  }

  /// What the text of a lesson's page names.
  fileprivate var namedKeys: Set<Key> { place?.current.namedKeys ?? [] }

  fileprivate var hasHiddenLayers: Bool { scene.hasWorkbench && run.hiddenActivation != nil }

  /// Whether the last row of the screen names keys.
  private var showsFooter: Bool {
    guard entry == nil else { return false }
    return scene.hasWorkbench ? !layout.keys.isEmpty : size.height > 2
  }
}

extension KeyBinding {
  /// Key and word, with the gap to the next.
  fileprivate var footer: StyledText {
    StyledText(keys[0].label, .accent) + StyledText(" \(short ?? "")  ", .muted)
  }

  /// The rows for a footer of some columns; none is shown that has no room whole.
  fileprivate static func fitting(
    _ width: Int, from bindings: [KeyBinding], _ glyphs: GlyphSet
  ) -> [KeyBinding] {
    let candidates = bindings.enumerated().filter { $0.element.short != nil }
    var room = width
    let ranked = candidates.sorted {
      ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset)
    }
    let taken = ranked.prefix { _, binding in
      room -= glyphs.columns(of: binding.footer)
      // The last one's gap may reach over the edge.
      return room >= -2
    }
    return taken.sorted { $0.offset < $1.offset }.map(\.element)
  }
}
