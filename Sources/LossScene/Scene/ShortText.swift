/// At most so many decimals, no zeros at the end, ASCII: for SVG.
func shortText(_ value: Double, places: Int = 2) -> String {
  var text = decimalText(value, places: places, minus: "-")
  guard text.contains(".") else { return text }
  while text.last == "0" { text.removeLast() }
  if text.last == "." { text.removeLast() }
  return text
}
