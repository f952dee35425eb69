/// The lesson that a new file begins as: small, whole, and sound.
public enum LessonTemplate {
  /// The file's text for a lesson of a title.
  public static func text(title: String) -> String {
    """
    ---
    format: 1
    title: \(title)
    summary: One weight, one step. Say here what the learner finds out.
    keep:                             # three sentences, for the end of the lesson
      - The loss is the mean of the squared misses.
      - Each update goes half of the way that is left.
      - A slope below zero says that a larger weight costs less.
    minutes: 3
    experiment:                       # the keys of an experiment file
      inputs: [[1], [2]]
      targets: [[2], [4]]
      layers: [{weights: [[0]], activation: linear}]
      loss: mse
      optimizer: {name: sgd, lr: 0.1}
    names: {w: "layer1.w[1,1]"}       # short names for quantities
    panels: [data, parabola, loss]
    ---

    ## Guess before you look

    Two points lie on the line z = 2x. The one *weight* is w = {{w}}, so the line is flat. The *loss*, the mean of the squared misses, is {{loss}}.

    ```ask
    question: Where does the first *update*, the first step, take w?
    choices: ["0.5", "1", "2"]
    answer: "1"
    because: The slope of the loss is −10 here, and the step is 0.1 times that.
    wrong:
      "0.5": That is half of the step. The slope is −10, not −5.
      "2": It would land only if one step covered all that is left.
    proof: w == 1
    after: 1 update
    ```

    ## One step

    ```do
    go: update 1
    expect: {w: 1.0, loss: 2.5}
    ```

    Now w is {{w}}, half of the way. Press **u** for one update more, **U** to take it back.

    ```goal
    reach: w ≈ 2 ± 0.01
    task: Bring w within a hundredth of 2.
    ```

    ```hint
    Each update goes half of the way that is left.
    ```

    ```solution
    go: update 10
    ```

    """
  }
}
