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
    values: GalleryValues.init,
    check: { values in
      try values.training.data.checkSource()
      _ = try OutputPlan(values.wanted, name: "gallery")
      try values.given.checkDots(values.wanted.output.formats, values.wanted.picture)
    },
    recipe: { try Gallery($0).recipe }
  ) { values, console in
    try console.warn(values.given.notes(on: values.wanted.output))
    let gallery = try Gallery(values)
    if values.printsConfig {
      try console.output.write(gallery.recipe.json(indented: true))
      return
    }
    if values.isStrict {
      for plan in gallery.plans { try plan.checkReach(of: plan.entry.name) }
    }
    try GallerySession(gallery: gallery, console: console).run()
  }
}
