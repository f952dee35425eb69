import Lessons

extension Model {
  mutating func update(_ message: HomeScene.Message) -> [Effect] {
    switch message {
    case .moveSelection(let rows): moveSelection(by: rows)
    case .select(let item): select(item)
    case .choose: openSelectedItem()
    case .search: search(for: "")
    case .type(let character): search(for: (home?.search ?? "") + String(character))
    case .erase: search(for: String((home?.search ?? "").dropLast()))
    case .endSearch: endSearch()
    case .review: beginReview()
    }
  }

  /// The list, where it is on the screen.
  var home: HomeScene? {
    get { scene as? HomeScene }
    set { if let newValue, scene is HomeScene { scene = newValue } }
  }

  /// Lays the list over what is open, which goes on where it stands.
  mutating func openHome() -> [Effect] {
    guard !(scene is HomeScene) else { return [] }
    let selection = place.flatMap { open in library.firstIndex { $0.id == open.lesson.id } } ?? 0
    path.append(HomeScene(selection: selection, beneath: scene.title))
    let lessons: [Effect] = library.isEmpty ? [.findLessons] : []
    return lessons + [.send(.pause), .save(progress)] + previewSelected()
  }

  private mutating func moveSelection(by rows: Int) -> [Effect] {
    guard var home, let last = home.items(in: self).indices.last else { return [] }
    home.selection = min(max(0, home.selection + rows), last)
    guard home.selection != self.home?.selection else { return [] }
    scene = home
    return previewSelected()
  }

  private mutating func select(_ item: Int) -> [Effect] {
    home?.list.point(at: item)
    return previewSelected()
  }

  /// Shows what has some text in its title or summary.
  private mutating func search(for text: String) -> [Effect] {
    guard var home else { return [] }
    (home.search, home.isTyping, home.selection) = (String(text.prefix(40)), true, 0)
    scene = home
    return previewSelected()
  }

  private mutating func endSearch() -> [Effect] {
    home?.isTyping = false
    if home?.search?.isEmpty == true { home?.search = nil }
    return []
  }

  /// Ends a search; false where there is none.
  mutating func closeHomeSearch() -> Bool {
    guard var home, home.search != nil else { return false }
    let found = home.selected(in: self)?.title
    (home.search, home.isTyping) = (nil, false)
    home.selection = home.items(in: self).firstIndex { $0.title == found } ?? 0
    scene = home
    return true
  }

  /// The lesson beneath the list goes on; another one takes the place of all that is open.
  private mutating func openSelectedItem() -> [Effect] {
    switch home?.selected(in: self) {
    case .lesson(let lesson):
      guard let place, place.lesson.id == lesson.id else { return open(lesson) }
      home?.search = nil
      return close()
    case .preset(let preset): return open(preset)
    case nil: return []
    }
  }

  /// Opens a lesson at a page, or where the learner left it, or at its start once it is finished.
  public mutating func open(
    _ lesson: Lesson, at page: Int? = nil, lookingAgain: Bool = false
  ) -> [Effect] {
    let place = LessonScene(lesson: lesson, progress: progress, lookingAgain: lookingAgain)
    path = [place]
    return enter(page: page ?? place.page)
  }
}
