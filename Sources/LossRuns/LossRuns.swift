// A training has its data from files; its recipe and its facts are those of its picture.
@_exported import LossFiles
@_exported import LossPictures
