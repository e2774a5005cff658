import LossLab
import LossPlot

extension Command {
  static let gallery = Command(
    name: "gallery",
    summary: "contact sheet: every loss at its defaults on the same data, each with its lesson",
    usage: "gallery [OPTIONS]",
    examples: [
      "lossviz gallery -o gallery.svg": "six made-up identities",
      "lossviz gallery --data digits --theme dark": "real data, on dark paper",
    ],
    options: Option.galleryOptions,
    check: { call in
      try call.options.data.checkSource()
      _ = try OutputPlan(DeliveryOptions(call.options), name: "gallery")
      try call.typed.checkDots(call.options.output.formats, call.options)
    },
    recipe: { call in try Gallery(call).recipe }
  ) { call, console in
    let formats = call.options.output.formats
    for note in call.typed.formatNotes(call.options.output)
      + call.typed.scaleNotes(formats, call.options)
    { try console.warn(note) }
    let gallery = try Gallery(call)
    if call.options.messages.printsConfig {
      try console.output.write(gallery.recipe.json(indented: true))
      return
    }
    try GallerySession(gallery: gallery, console: console).run()
  }
}
