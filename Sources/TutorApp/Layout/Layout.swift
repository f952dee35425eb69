import TerminalCanvas

/// Where everything stands: a pure function of the size and of what is to be shown, never of the numbers of a run.
///
/// The first of the wanted panels is the hero, to which spare room goes. What has no room is shed from the end of their
/// list; room that they leave is filled from `PanelContext.fillers`.
struct Layout: Hashable {
  /// A panel and its place, the row of its title included.
  struct Placement: Hashable {
    let panel: Panel
    let rect: Rect
    /// Whether it must wait for the learner's guess, which it could give away.
    var isVeiled = false
  }

  var title: Rect
  var text: Rect
  /// The column of settings.
  var settings: Rect
  /// The explanation of a zoomed panel.
  var notes: Rect
  var placements: [Placement] = []
  /// The columns of the vertical rules.
  var rules: [Rect] = []
  var scrubber: Rect
  var status: Rect
  var keys: Rect

  /// From this height on a row shows the time.
  static let scrubberHeight = 20

  /// The place of every part on a screen of this size.
  /// - Parameters:
  ///   - size: the screen.
  ///   - panels: what must be shown, the most wanted first.
  ///   - zoomed: a panel that has the screen to itself.
  ///   - settingsWidth: columns of a list of settings at the left; 0 where there is none.
  ///   - textHeight: the rows that a text takes in some columns, its title included; nil where there is none.
  ///   - pageHeight: the rows that the present page can take, its title included; nil where nothing may stand under it alone.
  ///   - context: what decides how much room each panel can use, and what else may be shown.
  init(
    size: Size, panels: [Panel], zoomed: Panel? = nil, settingsWidth: Int = 0,
    textHeight: ((_ width: Int) -> Int)?, pageHeight: Int? = nil,
    context: PanelContext = PanelContext()
  ) {
    let (title, below) = Rect(size: size).split(top: 1)
    let (rest, keys) = below.split(bottom: size.height > 6 ? 1 : 0)
    let (middle, status) = rest.split(bottom: 1)
    let (whole, scrubber) = middle.split(bottom: size.height >= Self.scrubberHeight ? 1 : 0)
    let (settings, beside) = whole.split(left: zoomed == nil ? settingsWidth : 0)
    let (rule, body) = beside.split(left: settings.isEmpty ? 0 : 1)
    self.settings = settings
    let ownRules = rule.isEmpty ? [] : [rule]
    rules = ownRules
    (self.title, self.keys, self.status, self.scrubber) = (title, keys, status, scrubber)
    text = body.split(top: 0).top
    notes = text
    if let zoomed {
      zoom(zoomed, in: body, among: panels, context)
      return
    }
    let hero = panels.first?.needs(context)
    let hasTwoHeroes = context.hasSettings && panels.starts(with: [.network, .data])
    var chosen: Arrangement?
    // The richest form in which what the page is about is to be seen first, and no large part stays empty; where none does
    // that, the one that comes nearest.
    for form in Template.Form.all where chosen.map({ $0.isLacking && !hasTwoHeroes }) ?? true {
      let template = Template(
        form, body: body, hero: hero, hasTwoHeroes: hasTwoHeroes, textHeight: textHeight)
      // A column that nothing can fill would be a hole.
      let isLast = form == Template.Form.all.last && chosen == nil
      for arranger in PanelArranger.candidates(panels, context, template.columns)
      where !arranger.hasEmptyColumn || isLast {
        let next = Arrangement(template: template, arranger: arranger, body: body)
        if chosen.map(next.isBetter) ?? true { chosen = next }
      }
    }
    guard let chosen else { return }
    text = chosen.template.text
    placements = chosen.arranger.placements
    rules = ownRules + chosen.template.rules + chosen.arranger.rules
    if let pageHeight, text.width < body.width {
      fillBelowText(from: pageHeight + 1, wanted: panels, context)
    }
  }
}

extension Layout {
  private mutating func zoom(
    _ panel: Panel, in body: Rect, among wanted: [Panel], _ context: PanelContext
  ) {
    let companion = context.companion(of: panel, among: wanted)
    let template = ZoomTemplate(
      body, needs: panel.needs(context), hasCompanion: companion != nil)
    notes = template.notes
    rules = template.rule.isEmpty ? [] : [template.rule]
    placements = [(panel, template.panel), (companion ?? panel, template.companion)]
      .filter { !$0.1.isEmpty }
      .map { Placement(panel: $0, rect: $1, isVeiled: context.veils($0, among: wanted)) }
  }

  /// Puts a panel that stands nowhere else under a page that is shorter than others of its lesson; whatever the learner
  /// answers, its place is the same, and no other panel moves.
  private mutating func fillBelowText(
    from row: Int, wanted: [Panel], _ context: PanelContext
  ) {
    let free = text.height - row
    let shown = placements.map(\.panel)
    let fitting = (wanted + context.fillers).first { panel in
      let needs = panel.needs(context)
      return !shown.contains(panel) && needs.width.least <= text.width
        && needs.height.worthwhile <= free
    }
    guard let panel = fitting else { return }
    let cut = text.split(bottom: min(free, panel.needs(context).height.most))
    text = cut.rest
    placements.append(
      Placement(
        panel: panel, rect: cut.bottom, isVeiled: context.veils(panel, among: wanted)))
  }

  /// The places for what a model shows.
  ///
  /// A training changes nothing of it, so that frame after frame the same one is handed out; a lesson's text may grow.
  static func of(_ model: Model) -> Layout {
    let request = Request(model)
    guard model.place != nil else {
      return model.layouts.answer(to: request) { Layout(request, textHeight: nil) }
    }
    // Where it is measured, it is as tall on every page.
    guard request.textHeight != nil else { return Layout(request, textHeight: model.textHeight) }
    return model.layouts.answer(to: request) { Layout(request, textHeight: model.textHeight) }
  }

  /// Draws the vertical rules and joins them to the titles beside them.
  func drawRules(on canvas: inout Canvas) {
    for rule in rules {
      // Under a line of its own at the top, so that it hangs from it.
      canvas.horizontalRule(at: Point(x: rule.x - 1, y: rule.y), length: rule.height > 0 ? 3 : 0)
      canvas.verticalRule(at: rule.origin, length: rule.height)
    }
    for rect in placements.map(\.rect) + [text, settings, notes] where !rect.isEmpty {
      if hasRule(x: rect.x - 1, y: rect.y) {
        canvas.horizontalRule(at: Point(x: rect.x - 1, y: rect.y), length: 2)
      }
      if hasRule(x: rect.maxX, y: rect.y) {
        canvas.horizontalRule(at: Point(x: rect.maxX - 1, y: rect.y), length: 2)
      }
    }
  }

  private func hasRule(x: Int, y: Int) -> Bool {
    rules.contains { $0.contains(Point(x: x, y: y)) }
  }
}

extension Layout {
  /// What places follow from, beside a text.
  struct Request: Hashable {
    let size: Size
    let panels: [Panel]
    let zoomed: Panel?
    let settingsWidth: Int
    let context: PanelContext
    /// The rows of the tallest page of a lesson's text; nil without one, and where its pages differ.
    let textHeight: Int?
    /// The rows that the present page can take; nil where that is.
    let pageHeight: Int?

    init(_ model: Model) {
      var context = PanelContext(model.workspace)
      context.isGuessing = model.isGuessing
      context.isAhead = model.isAhead
      context.hasSettings = model.settingsWidth > 0
      context.unexplained = model.unexplainedPanels
      context.order = model.place?.panelOrder ?? []
      size = model.size
      panels = model.wantedPanels(context)
      zoomed = model.look.isZoomed ? model.look.focusedPanel : nil
      settingsWidth = model.settingsWidth
      textHeight = model.isTeaching ? nil : model.place?.measured?.rows
      pageHeight = model.isTeaching ? nil : model.place?.pageHeight
      self.context = context
    }
  }

  fileprivate init(_ request: Request, textHeight: ((_ width: Int) -> Int)?) {
    self.init(
      size: request.size, panels: request.panels, zoomed: request.zoomed,
      settingsWidth: request.settingsWidth, textHeight: textHeight,
      pageHeight: request.pageHeight, context: request.context)
  }
}

extension Model {
  /// The rows that the lesson's text takes in some columns, its title included.
  fileprivate func textHeight(_ width: Int) -> Int {
    // Who shows it to a class gives panels the room of the words that are left out, page by page.
    isTeaching
      ? LessonText.lines(self, width: width - 2).count + 1
      : (place?.measure(width: width - 2, glyphs: glyphs).rows ?? 0) + 1
  }

  /// The panels that must be shown, the hero first: as they were asked for.
  ///
  /// A panel that the learner has called goes before all. But where a playground has little room it is the plane of the
  /// inputs, with the loss, in place of the network: the line between two classes cannot be drawn small; a network can, in
  /// the room that is left. In a deep network the gradients come before the loss: whether they arrive is what decides.
  /// Beside settings both have a column of their own.
  fileprivate func wantedPanels(_ context: PanelContext) -> [Panel] {
    if let called = look.calledPanel { return [called] + panels.filter { $0 != called } }
    let hasLittleRoom =
      place == nil && !context.hasSettings && size.width < Template.threeColumnsWidth
    guard hasLittleRoom, context.shape[0] == 2, Panel.data.fills(context),
      panels.first == .network
    else { return panels }
    return context.isDeep ? [.data, .gradients, .loss] : [.data, .loss]
  }
}
