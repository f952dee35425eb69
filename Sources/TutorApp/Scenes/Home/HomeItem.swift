import Lessons

/// What can be opened from home.
enum HomeItem {
  case lesson(Lesson)
  /// Something to play with.
  case preset(Preset)

  var title: String {
    switch self {
    case .lesson(let lesson): lesson.title
    case .preset(let preset): preset.title
    }
  }

  /// What it is about, in a sentence.
  var summary: String {
    switch self {
    case .lesson(let lesson): lesson.summary
    case .preset(let preset): preset.sentence
    }
  }

  /// Whether each of some words is a part of what is known of it.
  func matches(_ text: String) -> Bool {
    let known = "\(name) \(title) \(summary)".lowercased()
    return text.lowercased().split(separator: " ").allSatisfy { known.contains($0) }
  }

  private var name: String {
    switch self {
    case .lesson(let lesson): "\(lesson.number) \(lesson.id)"
    case .preset(let preset): preset.name
    }
  }
}

extension HomeScene {
  /// What is in the list: the lessons, then what there is to play with; of these what is searched for.
  func items(in model: Model) -> [HomeItem] {
    let all = model.library.map(HomeItem.lesson) + Preset.all.map(HomeItem.preset)
    guard let search, !search.isEmpty else { return all }
    return all.filter { $0.matches(search) }
  }

  /// The one that the marker stands at; nil where nothing is found.
  func selected(in model: Model) -> HomeItem? {
    let items = items(in: model)
    return items.indices.contains(selection) ? items[selection] : nil
  }
}
