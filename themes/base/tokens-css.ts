import { colourTokens, shapeTokens, type ThemeTokens } from '../contract'

type Names = readonly string[]

const block = ({ names, values }: { names: Names; values: Readonly<Record<string, string>> }) =>
  names.map((name) => `--pw-${name}: ${values[name] ?? ''};`)

const indent = ({ lines, by }: { lines: readonly string[]; by: number }) =>
  lines.map((line) => `${' '.repeat(by)}${line}`).join('\n')

/**
 * The stylesheet that carries a theme's tokens as custom properties, in the `pw.tokens` layer so that
 * a site's own unlayered values win. `data-theme` on the root forces one mode; without it the
 * reader's system decides.
 */
export const tokensCss = (tokens: ThemeTokens): string => {
  const light = block({ names: colourTokens, values: tokens.light })
  const dark = block({ names: colourTokens, values: tokens.dark })
  const shape = block({ names: shapeTokens, values: tokens.shape })
  return `@layer pw.tokens {
  :root {
    color-scheme: light;
${indent({ lines: [...light, ...shape], by: 4 })}
  }

  @media (prefers-color-scheme: dark) {
    :root:not([data-theme='light']) {
      color-scheme: dark;
${indent({ lines: dark, by: 6 })}
    }
  }

  :root[data-theme='dark'] {
    color-scheme: dark;
${indent({ lines: dark, by: 4 })}
  }
}
`
}
