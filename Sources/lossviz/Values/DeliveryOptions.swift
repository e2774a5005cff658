/// What the pictures of a command look like, and where everything goes.
struct DeliveryOptions: Sendable {
  var picture: PictureOptions
  var output: OutputOptions
}

extension DeliveryOptions {
  init(_ values: GivenValues) {
    self.init(picture: values.picture, output: values.output)
  }
}
