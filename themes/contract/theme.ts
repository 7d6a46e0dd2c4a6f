import type { ThemeParts } from './parts'
import type { ThemeTokens } from './tokens'

export type Theme = {
  name: string
  version: string
  /** Version of this contract the theme was written for. */
  api: '1'
  label: string
  description: string
  licence: string
  author: string
  supports: { dark: boolean; rtl: boolean }
  tokens: ThemeTokens
  parts: ThemeParts
}

/** Keeps the literal types of a manifest while checking it against the contract. */
export const defineTheme = <Manifest extends Theme>(manifest: Manifest): Manifest => manifest
