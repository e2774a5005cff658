// The C library of the platform, under one name.

#if canImport(Darwin)
  @_exported import Darwin
#else
  @_exported import Glibc
#endif
