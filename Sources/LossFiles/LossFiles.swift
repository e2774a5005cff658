// What files hold are the numbers of LossLab.
@_exported import LossLab
