import TerminalCanvas

/// Everything that can happen to the model: what the learner means by a key or the mouse.
///
/// Each scene has its own messages; those of `Workbench` hold wherever a run is on the screen.
public enum Message: Hashable, Sendable {
  case home(HomeScene.Message)
  case lesson(LessonScene.Message)
  case workbench(Workbench.Message)
  case playground(PlaygroundScene.Message)
  case gallery(GalleryScene.Message)
  case glossary(GlossaryScene.Message)
  case drawing(DrawingScene.Message)
  case following(FollowScene.Message)
  case points(PointsScene.Message)
  case runs(RunsScene.Message)
  case pages(PagesScene.Message)
  case ending(EndingScene.Message)
  case drill(DrillScene.Message)

  case openHome, openGlossary, openPages
  case toggleHelp, turnPage(Int)
  case cycleGlyphs, toggleMouse
  /// Closes the topmost thing that is open, or leaves a scene for the one beneath it.
  case close
  case redraw, suspend, quit
}
