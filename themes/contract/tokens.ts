/**
 * Colours a theme must give a value for, light and dark. A `…-fg` is the text that stands on the
 * colour of the same name and is held to 4.5:1 against it (WCAG 2.2, 1.4.3).
 */
export const colourTokens = [
  'bg',
  'fg',
  'surface',
  'surface-fg',
  'muted',
  'muted-fg',
  'primary',
  'primary-fg',
  'secondary',
  'secondary-fg',
  'accent',
  'accent-fg',
  'deep',
  'deep-fg',
  'border',
  'input',
  'ring',
  'link',
  'danger',
  'danger-fg',
  'danger-soft',
  'success',
  'success-fg',
  'success-soft',
  'warning',
  'warning-fg',
  'warning-soft',
  'info',
  'info-fg',
  'info-soft',
] as const

/** Everything that is no colour; the same in light and dark. */
export const shapeTokens = [
  'radius-s',
  'radius-m',
  'radius-l',
  'font-body',
  'font-heading',
  'text-scale',
  'space-scale',
  'content-width',
  'header-height',
  'motion',
] as const

export type ColourToken = (typeof colourTokens)[number]
export type ShapeToken = (typeof shapeTokens)[number]

/** Colours are six-digit hex so that contrast can be computed from the values themselves. */
export type ThemeTokens = {
  light: Record<ColourToken, string>
  dark: Record<ColourToken, string>
  shape: Record<ShapeToken, string>
}

/** Pairs of [text, ground] that a theme puts together and that must be readable. */
export const readablePairs: readonly (readonly [ColourToken, ColourToken])[] = [
  ['fg', 'bg'],
  ['muted-fg', 'bg'],
  ['muted-fg', 'surface'],
  ['muted-fg', 'muted'],
  ['surface-fg', 'surface'],
  ['fg', 'muted'],
  ['primary-fg', 'primary'],
  ['secondary-fg', 'secondary'],
  ['accent-fg', 'accent'],
  ['deep-fg', 'deep'],
  ['accent', 'deep'],
  ['link', 'bg'],
  ['link', 'surface'],
  ['link', 'muted'],
  ['danger-fg', 'danger'],
  ['danger', 'surface'],
  ['danger', 'bg'],
  ['danger', 'danger-soft'],
  ['success-fg', 'success'],
  ['success', 'surface'],
  ['success', 'success-soft'],
  ['warning-fg', 'warning'],
  ['warning', 'warning-soft'],
  ['info-fg', 'info'],
  ['info', 'info-soft'],
]
