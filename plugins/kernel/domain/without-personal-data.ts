/**
 * A text of a log or an error without what people typed and what opens doors: addresses, phone
 * numbers, tokens, quoted values, the parameters of a statement. Names of tables, columns, commands
 * and ids stay, because they are what a fault is found by.
 */
export const withoutPersonalData = (text: string): string =>
  rules
    .reduce((clean, { pattern, by }) => clean.replaceAll(pattern, by), text.slice(0, mostLength))
    .replaceAll(/"([^"\n]*)"|(?<!\w)'([^'\n]*)'/g, (quoted, double?: string, single?: string) => {
      // Quoted words of the database and of the code are identifiers; anything else is a value.
      if (isIdentifier.test(double ?? single ?? '')) return quoted
      return double === undefined ? "'[value]'" : '"[value]"'
    })

const isIdentifier = /^[a-z_][a-z0-9_-]*$/

const mostLength = 4_000

const rules: readonly { pattern: RegExp; by: string }[] = [
  // Drizzle appends the values of a failed statement; Postgres tells the row that failed.
  { pattern: /\bparams:[\s\S]*$/g, by: 'params: [left out]' },
  { pattern: /\b(Failing row contains|Key) \([\s\S]*$/g, by: '$1 [left out]' },
  // Payload names a missing file as somebody called it.
  {
    pattern: /\bFile [^\n]+ for collection [^\n]*/g,
    by: 'File [value] of a collection is missing',
  },
  { pattern: /\bwith filename [^\n]+/g, by: 'with filename [value]' },
  // What was not of its type or no JSON is repeated between the quotes.
  { pattern: /(invalid input [^:\n]*: )"[^\n]*"/g, by: '$1[value]' },
  { pattern: /^([^"\n]*)"[^\n]*"( is not valid JSON)/gm, by: '$1[value]$2' },
  { pattern: /(?<![^\s@<>()"'“”,;:])[^\s@<>()"'“”,;:]+@[^\s@<>()"'“”,;]+/g, by: '[e-mail]' },
  {
    pattern: /(?<![\w-])(?=[\w-]*[A-Z])(?=[\w-]*[a-z])(?=[\w-]*\d)[\w-]{20,}(\.[\w-]+)*/g,
    by: '[token]',
  },
  { pattern: /\+\d[\d ()./-]{5,}\d/g, by: '[phone]' },
  { pattern: /“[^”\n]*(?:”|$)/gm, by: '“[value]”' },
]
