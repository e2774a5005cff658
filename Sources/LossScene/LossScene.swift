// Places and rectangles of a scene are those of LossLab.
@_exported import LossLab
