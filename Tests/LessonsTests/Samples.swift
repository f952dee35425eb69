import Experiments
import Lessons
import NeuralNetwork
import Testing
import Workbench

/// Texts that tests share.
enum Samples {
  /// What the lesson's question says of its answer: a number.
  static let askedNumber = """
    answer: w
    after: 1 update
    tolerance: 0.05
    because: The error shrinks by the factor 0.6.
    wrong:
      1.6: Steps grow smaller with the error.
    """

  /// The whole question.
  static let askBlock = """
    ```ask
    question: How large is *w* after one more update?
    \(askedNumber)
    ```

    """

  /// A lesson with one of each directive, whose claims hold.
  static let lesson = """
    ---
    format: 1
    title: A line that learns
    summary: One weight walks down a parabola.
    minutes: 7
    experiment:
      inputs: [[-1], [-0.5], [0], [0.5], [1]]
      targets: [[-2], [-1], [0], [1], [2]]
      layers:
        - {weights: [[0]], activation: linear}
      loss: mse
      learning_rate: 0.4
    names:
      w: layer1.w[1,1]
    panels: [data, parabola, loss]
    ---

    ## One weight

    The line is *z* = `w x`, and **w** is {{w:2}}.

    ```do
    expect:
      w: 0
      loss: 2.0
    ```

    ---

    | update | w |
    | ---: | :---: |
    | 1 | {{w}} |

    - one step
    - the loss is {{loss:4}}

    ```do
    - go: 1 update
      expect:
        w: 0.8
        loss: {value: 0.7, tolerance: 0.05}
    ```

    ## Guess

    \(askBlock)
    ## Faster

    ```goal
    reach: w ≈ 2 ± 0.001 and update <= 2
    task: Reach w = 2 in one step.
    ```

    ```hint
    Make the learning rate larger with `+`.
    ```

    ```solution
    - go: start
      set: {learning_rate: 1}
    - go: 1 update
    ```

    ## Side by side

    ```do
    compare:
      - {label: slow, learning_rate: 0.1}
      - {label: fast, learning_rate: 0.8}
    go: 3 updates
    expect:
      fast.loss: "< 0.01"
      slow.loss: "> fast.loss"
    ```

    ```note
    For authors only.
    ```

    Here slow has {{slow.loss:e1}}.

    """

  /// The data, the network and the loss of the lesson, for tests that have their own in place of them.
  static let recipe = """
      inputs: [[-1], [-0.5], [0], [0.5], [1]]
      targets: [[-2], [-1], [0], [1], [2]]
      layers:
        - {weights: [[0]], activation: linear}
      loss: mse
    """

  static func source(_ text: String, name: String = "01-line.md") -> SourceText {
    SourceText(name: name, text: text)
  }

  /// The lesson with one text in place of another, read.
  static func lesson(
    replacing old: String = "", with new: String = ""
  ) throws -> Lesson {
    let text = old.isEmpty ? lesson : lesson.replacing(old, with: new)
    return try LessonParser.parse(source(text))
  }

  /// All that is wrong with a lesson in which one text takes another's place.
  static func problems(replacing old: String, with new: String) throws -> [String] {
    try #require(lesson.contains(old), "the sample has no '\(old)'")
    let source = source(lesson.replacing(old, with: new))
    do {
      let lesson = try LessonParser.parse(source, panels: ["data", "parabola", "loss"])
      return LessonCheck.problems(in: lesson, source: source).map(\.description)
    } catch { return error.list.map(\.description) }
  }

  /// The first line of each: its place and its message.
  static func messages(replacing old: String, with new: String) throws -> [Substring] {
    try problems(replacing: old, with: new).map { $0.prefix { $0 != "\n" } }
  }
}

extension Lesson {
  /// The workspace as a page leaves it.
  func workspace(after page: Int, knowing workspaces: [Int: Workspace] = [:]) throws -> Workspace {
    var (workspace, actions) = route(to: page, knowing: workspaces)
    for action in actions { try workspace.perform(action) }
    return workspace
  }
}
