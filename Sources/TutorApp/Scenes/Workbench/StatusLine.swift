import Lessons
import NeuralNetwork
import TerminalCanvas

/// The line that always says where the run stands: its position, loss, learning rate and pace.
func drawStatus(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  let row = rect.inset(left: 1, right: 1)
  if let notice = model.notice {
    canvas.write(StyledText(notice, .accent), in: row)
    return
  }
  canvas.write(statusText(model), in: row)
}

/// The parts of the status line, the most important ones first, as they are shed from the end.
func statusText(_ model: Model) -> StyledText {
  let run = model.run
  var parts: [StyledText] = [
    StyledText("update \(run.position.update)", .text),
    StyledText("\(run.isBatchWhole ? "loss" : "batch loss") \(lossText(run))", .text),
    StyledText("η \(compact(run.learningRate))", .accent),
  ]
  if run.epoch != run.position.update {
    parts.insert(StyledText("epoch \(run.epoch)", .text), at: 1)
  }
  if run.position.phase != .whole {
    parts.append(StyledText(phaseText(run.position.phase), .muted))
  }
  if model.workspace.runs.count > 1 {
    parts.append(
      StyledText(
        "run \(model.workspace.focusedLabel)", RunStyle.of(run: model.workspace.focus).style))
  }
  parts.append(
    model.isPlaying
      ? StyledText("▶ \(model.look.pace.label)", .positive) : StyledText("paused", .muted))
  return parts.dropFirst().reduce(parts[0]) { $0 + StyledText(" · ", .muted) + $1 }
}

private func lossText(_ run: Run) -> String {
  run.position.phase < .loss ? "not yet" : compact(run.step.loss)
}

/// The phase in words.
func phaseText(_ phase: Phase) -> String {
  switch phase {
  case .start: "update made"
  case .forward(let layer): "forward, layer \(layer)"
  case .loss: "loss"
  case .backward(let layer): "backward, layer \(layer)"
  }
}
