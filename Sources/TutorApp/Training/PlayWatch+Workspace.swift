import NeuralNetwork
import Workbench

// Training the runs of a workspace side by side, until what is watched for ends it.

extension PlayWatch {
  /// Trains every run, none further than its recipe's early stopping lets it, and all no further than the leader.
  mutating func train(_ workspace: inout Workspace, updates: Int) {
    var left = updates
    repeat {
      // Whether a goal is reached is a matter of each update, at any pace.
      let stride = goal == nil ? left : 1
      trainTogether(&workspace, updates: stride)
      left -= stride
    } while left > 0 && !isReached(by: workspace) && !isOver(workspace)
  }

  /// Trains the leader, and the others as far.
  private mutating func trainTogether(_ workspace: inout Workspace, updates: Int) {
    let leader = workspace.leader
    let made =
      workspace.runs[leader].isPinned
      ? updates : train(&workspace, leader, updates: updates, isWatched: true)
    for index in workspace.runs.indices where index != leader && !workspace.runs[index].isPinned {
      _ = train(&workspace, index, updates: made, isWatched: false)
    }
    look(at: workspace)
  }

  /// Trains one run, and says how many updates it was asked to make until something stopped it.
  private mutating func train(
    _ workspace: inout Workspace, _ index: Int, updates: Int, isWatched: Bool
  ) -> Int {
    var made = 0
    workspace.timeRun(index) {
      made = train(&$0, index, updates: updates, isWatched: isWatched)
    }
    return made
  }
}

extension Workspace {
  /// The run that playing looks at, to stop for what it does: the focused one, or where that is pinned the first that is not.
  fileprivate var leader: Int {
    runs[focus].isPinned ? runs.firstIndex { !$0.isPinned } ?? focus : focus
  }
}
