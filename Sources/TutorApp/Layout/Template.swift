import TerminalCanvas

/// How text and columns of panels share the body of a screen, chosen by its size.
///
/// - Narrow: the text above one column.
/// - Hero with strip: the text to the left of one column.
/// - Three columns: the text, the hero's column, and a third, where both are wide enough for the best of the hero.
///
/// Without a text there are one, two or three columns of panels. Where there are not panels enough for all columns, a form
/// with fewer is taken; the network and the plane of a playground beside its settings have a column each. A text takes the
/// rows of the tallest page of its lesson, so that nothing moves from page to page; in tall screens panels stand under it.
struct Template {
  /// A column of panels.
  struct Column: Hashable {
    let area: Rect
    /// Whether the hero stands here.
    var hasHero = false
  }

  /// How many columns of panels there may be, and whether one may stand under the text.
  struct Form: Hashable {
    let columns: Int
    let isUnderText: Bool

    /// Every form, the richest first.
    static let all = [3, 2, 1].flatMap { columns in
      [true, false].map { Form(columns: columns, isUnderText: $0) }
    }
  }

  private let form: Form
  private(set) var text: Rect
  private(set) var columns: [Column] = []
  private(set) var rules: [Rect] = []
  /// Cells below the text that it never fills.
  private(set) var idleCells = 0

  /// Below this width text and panels stand one under the other.
  static let sideBySideWidth = 68
  /// From this width on there may be three columns.
  static let threeColumnsWidth = 130
  /// The least width of each of them: a table of parameters with all that it says of one.
  static let sideWidth = 48
  /// The least rows that are worth a column of panels under the text.
  static let rowsUnderText = 6

  /// - Parameters:
  ///   - form: the most that may be made of the size.
  ///   - body: the rectangle to divide.
  ///   - hero: the room that the first panel can use.
  ///   - hasTwoHeroes: whether the second panel counts as much: it has a column of its own, a little wider.
  ///   - textHeight: the rows that a text takes in some columns; nil where there is none.
  init(
    _ form: Form, body: Rect, hero: PanelNeeds?, hasTwoHeroes: Bool = false,
    textHeight: ((Int) -> Int)?
  ) {
    self.form = form
    text = body.split(top: 0).top
    guard let textHeight else {
      if hasTwoHeroes { halve(body) } else { divide(body, hero) }
      return
    }
    guard body.width >= Self.sideBySideWidth else {
      let rows = max(min(6, body.height), body.height / 2)
      // A title with hardly a row below it says less than the rows say as text.
      let cut = body.split(top: body.height - rows < 3 ? body.height : rows)
      text = cut.top
      columns = [Column(area: cut.rest, hasHero: true)]
      return
    }
    let (left, rest) = cut(body, left: Self.textWidth(body.width))
    if rest.width - Self.sideWidth > max(Self.sideWidth, hero?.width.best ?? 0),
      body.width >= Self.threeColumnsWidth, form.columns > 1
    {
      divide(rest, hero)
    } else {
      columns = [Column(area: rest, hasHero: true)]
    }
    place(textHeight(left.width), in: left)
  }

  /// Wide enough for sentences, never so wide that the eye loses the line.
  static func textWidth(_ width: Int) -> Int {
    width < threeColumnsWidth ? max(39, min(44, width * 7 / 20)) : min(56, 42 + (width - 130) / 5)
  }

  /// Two columns of panels beside each other, the hero's the wider one; with much room a third.
  private mutating func divide(_ area: Rect, _ hero: PanelNeeds?) {
    guard area.width >= 78, form.columns > 1 else {
      columns = [Column(area: area, hasHero: true)]
      return
    }
    let narrow = area.width * 2 / 5
    let isVeryWide = form.columns > 2 && area.width - narrow - 1 > 2 * Self.sideWidth
    let heroWidth = isVeryWide ? narrow : (area.width - 1) * 11 / 20
    let (main, rest) = cut(
      area, left: min(max(heroWidth, hero?.width.best ?? 0), area.width * 3 / 5))
    columns = [Column(area: main, hasHero: true)]
    if isVeryWide, rest.width > 2 * Self.sideWidth {
      let (second, third) = cut(rest, left: (rest.width - 1) / 2)
      columns += [Column(area: second), Column(area: third)]
    } else {
      columns.append(Column(area: rest))
    }
  }

  /// Two columns of panels, each with a hero.
  private mutating func halve(_ area: Rect) {
    let (left, right) = cut(area, left: (area.width - 1) * 9 / 20)
    columns = [left, right].map { Column(area: $0, hasHero: true) }
  }

  private mutating func place(_ height: Int, in left: Rect) {
    let rows = min(height, max(20, left.height * 3 / 5))
    guard form.isUnderText, left.height - rows >= Self.rowsUnderText else {
      text = left
      idleCells = max(0, left.height - height) * left.width
      return
    }
    let (top, under) = left.split(top: rows)
    text = top
    columns.append(Column(area: under))
  }

  /// Cuts an area in two and draws a rule between.
  private mutating func cut(_ area: Rect, left width: Int) -> (left: Rect, right: Rect) {
    let (left, rest) = area.split(left: width)
    let (rule, right) = rest.split(left: 1)
    rules.append(rule)
    return (left, right)
  }
}
