/**
 * What may be kept, for how long and why, is decided per class. Every table with text belongs to one;
 * an agency sets the months of each.
 */
const dataClasses = {
  profiles: 'Profiles of candidates and contacts: who they are and how to reach them',
  recruiting: 'Applications, interviews, offers and what was said about them',
  work: 'Placements, timesheets and pay: what wage and tax law asks for',
  money: 'Invoices and payments: what tax law asks for',
  eeo: 'Answers to questions of equal opportunity',
  references: 'What others said about a candidate in confidence',
  mail: 'Mails that were sent, and what they say',
  audit: 'Who did what and when',
  agency: 'The agency itself: its staff, settings and sites',
} as const

type DataClass = keyof typeof dataClasses

/**
 * What the columns of one table say about people, and what becomes of it when a person is erased.
 * Every text and JSON column of the database stands in exactly one of the lists.
 */
export type PersonalTable = {
  table: string
  dataClass: DataClass
  /**
   * Which rows are about a person: an SQL condition over the row `t`, the person's id
   * `given.person` (uuid) and what is known of them, `given.known` (text[], lower case: names,
   * e-mails, phones).
   */
  of?: { candidate?: string; 'client-contact'?: string }
  /** The rows of the person go as a whole; else their columns are emptied one by one. */
  isDeleted?: true
  /**
   * The seals of the audit cover each row by its `event_id` and a `salt`: what an erasure takes is told
   * there, so that nobody else can take it unseen.
   */
  isSealed?: true
  /** What becomes of rows that are older than the agency's rule for the class says. */
  expires?: 'deleted' | 'emptied'
  /** When a row was last touched, in SQL over `t`; `t.created_at` when left out. */
  agedBy?: string
  /** Rows of the person that the law asks to keep whole: an SQL condition over `t`. */
  keptRows?: string
  /**
   * Rows of the person for which the law asks for their name as long as the class is kept: an SQL
   * condition over `t`.
   */
  demandsName?: string
  /** Personal: column → what stands there after an erasure. */
  erased?: Readonly<Record<string, string | null>>
  /** The same for the name itself, which stays while the law asks for it. */
  name?: Readonly<Record<string, string | null>>
  /** Values by which the person is found in free text elsewhere; listed above too. */
  identifies?: readonly string[]
  /**
   * Free text that may name anybody. In rows of the person it is emptied, to this; in all others
   * what is known of the person is struck out.
   */
  mentions?: Readonly<Record<string, string | null>>
  /** Personal, and kept as it is because the law asks for it. */
  kept?: readonly string[]
  /** Says nothing about a person. */
  plain?: readonly string[]
  /** Never handed out, not even to the person: hashes, tokens, what others said in confidence. */
  withheld?: readonly string[]
}

/** Columns that say nothing about a person wherever they stand. */
const plainEverywhere: readonly string[] = [
  'state',
  'ref',
  'currency',
  'zone',
  'locale',
  'path',
  'rank',
  'subject_kind',
  'subject_id',
  'sha256',
  'mime_type',
  'rule_set',
]

/** Whether a column needs no word in its plugin's list: ids of things, states, units, days of work. */
const isPlainEverywhere = (column: string): boolean =>
  plainEverywhere.includes(column) ||
  (/(^|_)(on|until)$/.test(column) && !/birth|born/.test(column))

/** A column of the database that can hold words. */
export type WordyColumn = { table: string; column: string }

/**
 * What is wrong with the lists, given the columns that exist: one sentence per column that nobody
 * classified, that is listed twice, or that is not there.
 */
export const unclassified = ({
  tables,
  columns,
}: {
  tables: readonly PersonalTable[]
  columns: readonly WordyColumn[]
}): string[] => {
  const problems: string[] = []
  const existing = new Set(columns.map(({ table, column }) => `${table}.${column}`))
  const listed = tables.flatMap((entry) =>
    listsOf(entry).flatMap((list) => list.map((column) => `${entry.table}.${column}`)),
  )
  const twice = listed.filter((name, index) => listed.indexOf(name) !== index)
  for (const name of new Set(twice))
    problems.push(`${name} stands in two lists of personal data; keep one.`)
  const known = new Set(listed)
  for (const { table, column } of columns)
    if (!known.has(`${table}.${column}`) && !isPlainEverywhere(column))
      problems.push(`${table}.${column} is not classified. ${howToClassify({ table, column })}`)
  for (const name of known)
    if (!existing.has(name) && !isOtherType(name, tables))
      problems.push(`${name} is classified but is no text or JSON column; take it off the list.`)
  for (const entry of tables)
    for (const column of entry.identifies ?? [])
      if (!Object.hasOwn({ ...entry.erased, ...entry.name }, column))
        problems.push(`${entry.table}.${column} identifies a person, so list it as erased or name.`)
  return problems
}

const listsOf = (entry: PersonalTable): readonly (readonly string[])[] => [
  Object.keys(entry.erased ?? {}),
  Object.keys(entry.name ?? {}),
  Object.keys(entry.mentions ?? {}),
  entry.kept ?? [],
  entry.plain ?? [],
]

/** Dates, numbers and choices can be personal too; who lists one as erased means it. */
const isOtherType = (name: string, tables: readonly PersonalTable[]): boolean =>
  tables.some((entry) =>
    Object.keys(entry.erased ?? {}).some((column) => `${entry.table}.${column}` === name),
  )

const howToClassify = ({ table, column }: WordyColumn): string =>
  `Add ${column} to the entry of ${table} in plugins/<its plugin>/database/personal-data.ts (a new ` +
  'table: a new entry, and `personalData` in the contribution of the plugin): to `plain` when it ' +
  'never says anything about a person, to `mentions` when it is free text that may name one, to ' +
  '`erased` when it is personal (with what stands there afterwards, null if it may be empty), to ' +
  '`kept` when the law asks for it. Say under `of` how rows lead to a candidate or contact.'
