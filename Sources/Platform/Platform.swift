// Files, JSON and the C library: all that the rooms above use of the system, under one name. On Linux it is the part of
// Foundation that stands without ICU, whose tables of languages would be two thirds of the program.

#if canImport(FoundationEssentials)
  @_exported import FoundationEssentials
#else
  @_exported import Foundation
#endif

#if canImport(Glibc)
  @_exported import Glibc
#elseif canImport(Musl)
  @_exported import Musl
#elseif canImport(Darwin)
  @_exported import Darwin
#endif
