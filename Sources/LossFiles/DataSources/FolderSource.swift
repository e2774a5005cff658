extension DataSource {
  static let folder = DataSource(
    name: "FOLDER", title: "Folder",
    summary: "images and labels in IDX files, as MNIST has them, under any name; or a folder of"
      + " PNG, JPEG, PGM or PPM pictures a class",
    form: .folder
  ) { request in
    if try !IDXFolder.isOne(request.data), let images = try ImageFolder(path: request.data) {
      return try images.read(size: request.size)
    }
    guard request.size == nil else {
      throw DataMisuse(
        "--size does not apply to --data \(request.data)",
        hint: "it scales pictures of a folder a class")
    }
    return try IDXFolder(path: request.data).read()
  }
}
