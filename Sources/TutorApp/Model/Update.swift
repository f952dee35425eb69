import Lessons
import NeuralNetwork
import TerminalCanvas

/// The whole behavior of the program: what a message does to the model, and what it asks of the outside world.
public func update(_ model: inout Model, _ message: Message) -> [Effect] {
  model.notice = nil
  if case .gradientCheck = model.overlay {
    // The result stays until the next key, which then does its own work.
    model.overlay = nil
    if message == .close { return [] }
  }
  switch message {
  case .next: return model.goToNextPage()
  case .back: return model.goToPreviousPage()
  case .returnToLesson: return model.returnToLesson()
  case .showHint: return model.showHint()
  case .showSolution: return model.showSolution()
  case .answer(let digit): return model.answer(digit: digit)
  case .beginTyping: model.place?.typed = ""
  case .type, .eraseTyped, .commitTyped: return model.edit(message)
  case .scrollText(let pages): return model.scrollText(by: pages)
  case .openList: return model.openList()
  case .moveSelection(let rows): return model.moveSelection(by: rows)
  case .choose: return model.openSelectedLesson()

  case .togglePlaying: return model.togglePlaying()
  case .advance(let stride): return model.explore(.advance(stride))
  case .rewind(let stride): return model.explore(.rewind(stride))
  case .faster: return model.setPace(model.pace.faster)
  case .slower: return model.setPace(model.pace.slower)
  case .restart: return model.explore(.restart)
  case .newSeed: return model.explore(.reseed(model.run.experiment.seed &+ 1))

  case .scaleLearningRate(let step): return model.moveLearningRate(by: step)
  case .cycleActivation: return model.cycleActivation()
  case .cycleLoss: return model.cycleLoss()
  case .toggleComparison: return model.explore(.toggleComparison)
  case .switchRun: return model.switchRun()
  case .checkGradient: return model.checkGradient()
  case .selectParameter(let rows): return model.selectParameter(by: rows)
  case .selectSample(let rows): return model.selectSample(by: rows)

  case .focusNextPanel: return model.focusPanel(by: 1)
  case .focusPreviousPanel: return model.focusPanel(by: -1)
  case .toggleZoom: return model.toggleZoom()
  case .toggleLogScale: model.isLogScale.toggle()
  case .toggleSmoothing: model.isSmoothed.toggle()
  case .cycleGlyphs: model.glyphs = model.glyphs.next
  case .toggleHelp: model.toggleHelp()
  case .turnPage(let pages): model.turnPage(by: pages)
  case .close: model.close()
  case .redraw: return [.redraw]
  case .suspend: return [.suspend]
  case .quit: return [.save(model.progress), .quit]
  }
  return []
}

/// Takes a copy that the worker left; one from before the last load is out of date and does nothing.
public func update(_ model: inout Model, trained snapshot: Snapshot) -> [Effect] {
  guard snapshot.generation == model.generation else { return [] }
  model.workspace = snapshot.workspace
  model.summaries = snapshot.summaries
  model.isPlaying = snapshot.isPlaying
  if let problem = snapshot.problem { model.notice = problem }
  return model.settle()
}
