import TerminalCanvas

extension Scene {
  /// What scenes over the playground have around their picture: the title on top, a line at the foot, the keys below it.
  func drawFramed(
    _ model: Model, line: String?, on canvas: inout Canvas,
    picture: (_ body: Rect, _ canvas: inout Canvas) -> Void
  ) {
    let (head, rest) = canvas.bounds.split(top: 1)
    let (body, keys) = rest.split(bottom: 1)
    canvas.write(
      StyledText("Downhill", .heading) + StyledText("  \(title)"), in: head.inset(left: 1, right: 1)
    )
    picture(body, &canvas)
    canvas.write(
      StyledText(line ?? "", .accent), in: body.inset(left: 1, right: 1), row: body.height - 1)
    drawKeys(model, in: keys, on: &canvas)
  }
}
