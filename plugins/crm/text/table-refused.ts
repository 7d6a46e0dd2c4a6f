const words = {
  empty: 'The file holds no rows. Give one with a line of headings and at least one row below it.',
  encrypted: 'The file is protected by a password. Save it without one and try again.',
  unreadable: 'This is no CSV or XLSX file that can be read. Save it again as CSV or XLSX.',
  'encrypted-or-old':
    'This is an old workbook (XLS) or one with a password. Save it as XLSX without a password, or as CSV.',
  'too-large': 'The file unpacks to more than an honest table holds. Split it, or save it as CSV.',
  'too-many-rows': 'The file has more than 1,000,000 rows. Split it into several files.',
  'too-many-columns': 'The file has more than 300 columns. Leave out those you do not need.',
  'open-quote': 'A quotation mark is opened and never closed, so that rows run into each other.',
} as const

export type TableProblem = keyof typeof words

/** Why a table of rows is not taken, in words for whoever gave it. */
export class TableRefused extends Error {
  constructor(readonly problem: TableProblem) {
    super(words[problem])
    this.name = 'TableRefused'
  }
}
