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
    let angle = TypedText.angle(text)
    let isDegrees = text.hasSuffix("deg")
    let degrees = isDegrees ? text : text + "deg"
    var repairs: [Repair] = []
    switch loss {
    case "lsoftmax", "sphereface":
      if let angle, angle > 1, !isDegrees {
        repairs.append(
          changed(
            to: "combined", ["--m1", text, "--m2", "0", "--m3", "0"],
            "m of \(loss) is a whole number; any factor"))
      }
      if let angle, angle <= 1, !isDegrees {
        repairs.append(
          changed(to: "cosface", ["--m", text], "m of \(loss) is a whole number; of a cosine"))
      }
      if isDegrees {
        repairs.append(changed(to: "arcface", ["--m", text], "an angle is the margin of ArcFace"))
      }
    case "cosface":
      repairs.append(
        changed(to: "arcface", ["--m", degrees], "m of cosface is a cosine; an angle is ArcFace's"))
    default: break
    }
    return repairs
  }

  private func changed(to name: String, _ words: [String], _ reason: String) -> Repair {
    let changed = line.replacing(place, by: words)
    let loss = ["--loss", name]
    guard let given = changed.place(of: "--loss") else {
      return Repair(changed.adding(loss), reason)
    }
    // The loss stands before its margin: `--loss combined --m1 1.35`.
    return Repair(changed.replacing(given, by: loss), reason)
  }
}
