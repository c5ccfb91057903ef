// How colours look beside each other, also to an eye that cannot tell red from green.

import Foundation

/// Light in linear red, green and blue, 0...1.
package struct ColorVision: Sendable {
  private let light: [Double]

  /// What an eye of three kinds of cones sees. Source: sRGB, IEC 61966-2-1.
  package init(_ color: PaletteColor) {
    light = [color.red, color.green, color.blue].map { part in
      let value = Double(part) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
  }

  private init(light: [Double]) { self.light = light }

  /// What remains of it without the cones for green (deuteranopia, severity 1.0). Source of the matrix: Machado,
  /// Oliveira, Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE TVCG 15(6),
  /// 2009, table 1; it is applied to linear light.
  package var deuteranopic: ColorVision {
    ColorVision(light: Self.deuteranopia.map { row in min(1, max(0, Self.product(row, light))) })
  }

  /// How bright it is, 0...1. Source: WCAG 2.1, relative luminance.
  private var luminance: Double { Self.product([0.2126, 0.7152, 0.0722], light) }

  /// The contrast of two colours, 1...21. Source: WCAG 2.1, contrast ratio.
  package func contrast(with other: ColorVision) -> Double {
    (max(luminance, other.luminance) + 0.05) / (min(luminance, other.luminance) + 0.05)
  }

  /// How unlike two colours look: the distance in CIE L*a*b* 1976 under D65. About 2.3 is just noticed when two large
  /// areas touch; small marks apart from each other need several times as much.
  package func distance(to other: ColorVision) -> Double {
    zip(lab, other.lab).map { ($0 - $1) * ($0 - $1) }.reduce(0, +).squareRoot()
  }

  private var lab: [Double] {
    let xyz = zip(Self.toXYZ, [0.95047, 1, 1.08883]).map { row, white in Self.product(row, light) / white }
    let roots = xyz.map { $0 > 216 / 24389 ? cbrt($0) : (24389 / 27 * $0 + 16) / 116 }
    return [116 * roots[1] - 16, 500 * (roots[0] - roots[1]), 200 * (roots[1] - roots[2])]
  }

  private static func product(_ row: [Double], _ light: [Double]) -> Double {
    zip(row, light).map { $0 * $1 }.reduce(0, +)
  }

  private static let deuteranopia = [
    [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881],
  ]
  private static let toXYZ = [
    [0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041],
  ]
}
