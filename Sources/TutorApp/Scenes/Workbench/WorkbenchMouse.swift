import TerminalCanvas

extension Workbench {
  /// What the mouse means where the runs are on the screen: along the line of time, or at a panel.
  ///
  /// The first click focuses a panel, the next one zooms it or takes the zoom back.
  static func message(for mouse: Mouse, in model: Model) -> Message? {
    let layout = model.layout
    if let update = model.timeLine.moment(at: mouse.point, in: layout.timeLine) {
      switch mouse.action {
      case .press(button: 0), .drag(button: 0): return .scrub(to: update)
      case .wheelUp: return .scrubTenths(-1)
      case .wheelDown: return .scrubTenths(1)
      default: return nil
      }
    }
    guard mouse.isClick,
      let panel = layout.placements.first(where: { $0.rect.contains(mouse.point) })?.panel
    else { return nil }
    return panel == model.look.focusedPanel ? .toggleZoom : .focus(panel)
  }
}
