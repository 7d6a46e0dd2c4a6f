import type { Theme } from './contract'
import { harbour } from './harbour/theme'

/** Every theme an agency can pick for a site; the first one is the default. */
export const themes: readonly [Theme, ...Theme[]] = [harbour]

/** The theme of that name, or the default when a site names one that is no longer installed. */
export const themeByName = (name: string | null | undefined): Theme =>
  themes.find((theme) => theme.name === name) ?? themes[0]
