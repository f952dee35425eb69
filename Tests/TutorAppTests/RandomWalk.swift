import Experiments
import Lessons
import NeuralNetwork
import SeededRandom
import TerminalCanvas
import Workbench

@testable import TutorApp

/// A learner who does anything at all, the same from the same seed: keys that mean something and keys that do not,
/// commands, the mouse, other sizes, other lessons, and time that passes.
struct RandomWalk {
  private(set) var tutor: Tutor
  /// The sets of keys that were valid on the way.
  private(set) var contexts: Set<KeyContext> = []
  /// What was done, in words.
  private var trail: [String] = []
  private var random: SeededRandom
  private let lessons: [Lesson]

  /// A walk that begins at the list of lessons.
  init(seed: UInt64, lessons: [Lesson]) throws {
    (random, self.lessons) = (SeededRandom(seed: seed), lessons)
    tutor = try Tutor(lessons[0])
    tutor.model.library = lessons
    tutor.model.path = [HomeScene()]
    tutor.model.studies.isBackground = true
    tutor.perform(tutor.model.start())
  }

  /// The newest of what was done: enough to find out what went wrong.
  var story: String { trail.suffix(40).joined(separator: " ") }

  /// Does one thing.
  mutating func step() {
    switch random(100) {
    case 0..<62: pressWhatMeansSomething()
    case 62..<74: press(pick(Self.keys))
    case 74..<82: point()
    case 82..<86: resize()
    case 86..<93: write()
    case 93..<98: letTimePass()
    case 98: open()
    default: beginAnewAfterQuitting()
    }
    contexts.insert(tutor.model.keyContext)
    if tutor.hasQuit { beginAnewAfterQuitting() }
  }
}

// MARK: - What is done

extension RandomWalk {
  private static let keys: [Key] =
    [
      .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .enter, .escape, .tab, .backTab,
      .backspace, .delete, .insert, .function(1), .function(9), .control("l"), .control("p"),
      .control("x"),
    ]
    + "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,;:+-<>[](){}/?!%~ é漢"
    .map(Key.character)

  /// What is typed where anything may be: numbers, words, and what is neither.
  private static let words = [
    "0", "1", "2", "-1", "0.5", "1/3", "1e-3", "1e308", "-0", "nan", "100", "99", "A", "B", "loss",
    "accuracy", "loss < 0.3", "epoch 3", "update 40", "layer1.w[1,1]", "layer1", "moons", "xor",
    "adam 0.01 sgd 0.1", "phase", "3 epochs", "0.3 -0.5", "gradient", "é漢\u{301}", "",
    String(repeating: "9", count: 60), "[1, 2", "{name: ", "null", "true",
  ]

  private static let sizes = [
    Size(width: 80, height: 24), Size(width: 120, height: 40), Size(width: 140, height: 45),
    Size(width: 200, height: 60), Size(width: 40, height: 10), Size(width: 1, height: 1),
  ]

  private mutating func random(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }

  private mutating func pick<Element>(_ list: [Element]) -> Element { list[random(list.count)] }

  private mutating func press(_ key: Key) {
    trail.append("\(key)")
    tutor.press(key)
  }

  private mutating func pressWhatMeansSomething() {
    let bindings = tutor.model.keyContext.bindings
    guard !bindings.isEmpty else { return }
    let binding = pick(bindings)
    // Time would stop for nobody to go on.
    press(binding.message == .suspend ? .escape : pick(binding.keys))
  }

  private mutating func point() {
    let size = tutor.model.size
    let place = Point(x: random(size.width + 2) - 1, y: random(size.height + 2) - 1)
    let action = pick([
      Mouse.Action.press(button: 0), .press(button: 0), .press(button: 2), .drag(button: 0),
      .release, .wheelUp, .wheelDown,
    ])
    trail.append("<\(action) \(place.x),\(place.y)>")
    tutor.point(Mouse(action, at: place))
  }

  private mutating func resize() {
    tutor.model.size =
      random(3) == 0 ? Size(width: random(200), height: random(60)) : pick(Self.sizes)
    trail.append("<\(tutor.model.size.width)x\(tutor.model.size.height)>")
  }

  /// A command in the playground, and anything where something is typed.
  private mutating func write() {
    if tutor.model.keyContext == .playground {
      press(":")
      return enter(command())
    }
    guard tutor.model.keyContext.takesText else { return press(pick(Self.keys)) }
    enter(pick(Self.words))
  }

  private mutating func enter(_ text: String) {
    trail.append("\"\(text)\"")
    tutor.enter(text)
  }

  private mutating func command() -> String {
    let command = pick(PlaygroundCommand.all)
    if ["set", "all"].contains(command.name) {
      let field = pick(ExperimentField.all)
      return "\(command.name) \(field.name) \(pick(field.examples + ["null"]))"
    }
    var words: [String] = []
    for _ in 0..<random(4) {
      let known = command.completions(tutor.model, words)
      words.append(known.isEmpty || random(4) == 0 ? pick(Self.words) : pick(known))
    }
    return ([command.name] + words).joined(separator: " ")
  }

  /// What the clock would do to a run that plays.
  private mutating func letTimePass() {
    guard tutor.model.isPlaying else { return }
    trail.append("<an update>")
    tutor.perform([.send(.advance(.update))])
  }

  /// A lesson at a page or an example, as the command line opens them; images are at times drawn upon at once.
  private mutating func open() {
    guard random(3) == 0 else {
      let lesson = pick(lessons)
      let page = random(lesson.pages.count)
      trail.append("<\(lesson.id) \(page + 1)>")
      return tutor.perform(tutor.model.open(lesson, at: page))
    }
    let preset = pick(Preset.all)
    trail.append("<\(preset.name)>")
    tutor.model.path = [GalleryScene()]
    tutor.model.sessions = tutor.kept.map { [$0] } ?? []
    tutor.perform(tutor.model.open(preset))
    if InputImage.side(ofInputs: tutor.run.network.inputCount) != nil, random(2) == 0 {
      press(":")
      enter("draw")
    }
  }

  private mutating func beginAnewAfterQuitting() {
    trail.append("<again>")
    tutor.hasQuit = false
    tutor.saved.removeAll()
    tutor.model.path = [random(2) == 0 ? HomeScene() : GalleryScene()]
    tutor.model.sessions = tutor.kept.map { [$0] } ?? []
    tutor.perform(tutor.model.start())
  }
}

// MARK: - What must hold

extension RandomWalk {
  /// Whether the frame is as large as the screen.
  mutating func drawsAFrame() -> Bool {
    tutor.perform(tutor.model.prepare())
    return view(tutor.model).size == tutor.model.size
  }

  /// Whether Escape closes everything, as often as there is something to close, and the list is a key away.
  var isLedHome: Bool {
    var tutor = tutor
    for _ in 0..<tutor.model.path.count + 6 { tutor.press(.escape) }
    guard tutor.model.path.count == 1, tutor.model.overlay == nil,
      !tutor.model.keyContext.takesText
    else { return false }
    if !(tutor.model.scene is HomeScene) { tutor.press("i") }
    return tutor.model.scene is HomeScene && !tutor.model.library.isEmpty
  }

  /// Whether ^C quits, at once or after having asked.
  var canBeQuit: Bool {
    var tutor = tutor
    for _ in 0..<2 where !tutor.hasQuit { tutor.press(.control("c")) }
    return tutor.hasQuit
  }

  /// Whether going back and ahead again changes no number of a run that is not too long to try.
  var comesBack: Bool {
    tutor.model.workspace.runs.allSatisfy { $0.run.position.update > 500 || $0.run.comesBack }
  }
}
