import TerminalCanvas

/// An event in words that fit a line of the screen.
func name(of event: Event) -> String {
  switch event {
  case .key(.character(let character)):
    "char \(character.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: "+"))"
  case .key(.control(let letter)): "control \(letter)"
  case .key(.function(let number)): "function \(number)"
  case .key(let key): "key \(key)"
  case .paste(let text): "paste \(text.unicodeScalars.count) \(text.prefix(40))"
  case .mouse(let mouse): "mouse \(mouse.action) \(mouse.point.x),\(mouse.point.y)"
  case .resized(let size): "resized \(size.width)x\(size.height)"
  case .woken: "woken"
  case .resumed: "resumed"
  case .terminated(let signal): "terminated \(signal ?? 0)"
  }
}
