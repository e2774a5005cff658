import LossLab
