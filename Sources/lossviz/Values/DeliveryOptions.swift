/// What the pictures of a command look like, and where everything goes.
struct DeliveryOptions: Sendable {
  var picture: PictureOptions
  var output: OutputOptions
}

extension DeliveryOptions {
  init(_ options: RunOptions) {
    self.init(picture: options.picture, output: options.output)
  }
}
