/// What the pictures of a command look like, and where everything goes.
struct DeliveryOptions: Sendable {
  var picture: PictureOptions
  var output: OutputOptions

  init(_ options: RunOptions) {
    picture = options.picture
    output = options.output
  }
}
