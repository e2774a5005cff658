import LossLab

/// A margin or a scale out of the range of its loss: what other losses call so.
struct MarginRepairs {
  let line: TypedLine
  let place: TypedLine.Place
  let option: Option

  private var loss: String {
    let name = line.place(of: "--loss")?.text ?? LossEntry.standard.name
    return LossEntry.all.first { $0.isNamed(name) }?.name ?? name
  }

  var all: [Repair] {
    guard let text = place.text else { return [] }
    return swapped + otherLoss(text)
  }

  /// `--m 64 --s 0.5`.
  private var swapped: [Repair] {
    let other = option.name == "m" ? "--s" : "--m"
    guard ["m", "s"].contains(option.name), let text = place.text,
      let second = line.place(of: other), let otherText = second.text
    else { return [] }
    let first = line.replacing(place, by: ["--\(option.name)", otherText])
    guard let moved = first.place(of: other) else { return [] }
    return [Repair(first.replacing(moved, by: [other, text]), "m and s change places")]
  }

  private func otherLoss(_ text: String) -> [Repair] {
    guard option.name == "m" else { return [] }
    let isDegrees = text.hasSuffix("deg")
    switch loss {
    case "lsoftmax", "sphereface":
      if isDegrees {
        return [changed(to: "arcface", ["--m", text], "an angle is the margin of ArcFace")]
      }
      guard let angle = TypedText.angle(text) else { return [] }
      let reason = "m of \(loss) is a whole number; "
      let factors = ["--m1", text, "--m2", "0", "--m3", "0"]
      return angle > 1
        ? [changed(to: "combined", factors, reason + "any factor")]
        : [changed(to: "cosface", ["--m", text], reason + "of a cosine")]
    case "cosface":
      let degrees = isDegrees ? text : text + "deg"
      let reason = "m of cosface is a cosine; an angle is ArcFace's"
      return [changed(to: "arcface", ["--m", degrees], reason)]
    default: return []
    }
  }

  private func changed(to loss: String, _ words: [String], _ reason: String) -> Repair {
    Repair(line.replacing(place, by: words).setting("--loss", to: loss), reason)
  }
}
