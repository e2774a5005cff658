"""The version, the same as that of the program."""

__version__ = "0.2.0"
