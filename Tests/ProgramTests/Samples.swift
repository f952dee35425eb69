/// Files that tests of the command line share.
enum Samples {
  /// Four updates an epoch.
  static let experiment = """
    data: {name: moons, samples: 20, noise: 0.1}
    hidden: [4]
    batch_size: 5
    steps: 30
    """

  /// A lesson whose claims hold.
  static let lesson = """
    ---
    format: 1
    title: A line that learns
    summary: One weight walks down a parabola.
    keep: [Each step covers a share of what is left., The share is set by the rate., The line turns.]
    minutes: 7
    needs: [line-fit]
    experiment:
      inputs: [[-1], [1]]
      targets: [[-2], [2]]
      layers:
        - {weights: [[0]], activation: linear}
      loss: mse
      learning_rate: 0.25
    ---

    ## One weight

    ```do
    go: 1 update
    expect:
      layer1.w[1,1]: 1
    ```

    One step is half the way.

    """
}
