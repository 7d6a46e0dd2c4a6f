/** What a cell of a table became, by the type of its field. */
export type ImportValue = string | number | boolean | readonly string[]

export type ImportFieldType =
  | 'text'
  | 'longText'
  | 'email'
  | 'phone'
  | 'day'
  | 'instant'
  | 'number'
  | 'amount'
  | 'yesNo'
  | 'list'
  | 'choice'
  | 'country'
  | 'webLink'

/** Something that a column of a table can be taken for. */
export type ImportField = {
  key: string
  label: string
  type: ImportFieldType
  isRequired?: true
  /** Most signs of a text, or most entries of a list. */
  most?: number
  /** Stored value → other words for it, besides the value itself. */
  choices?: Readonly<Record<string, readonly string[]>>
  /** How other systems and languages head it; compared without case, accents and signs. */
  names: readonly string[]
  /** Beyond the right to write the records. */
  permission?: string
}

/** What a row of a table would become. */
export type ImportDraft = {
  /** Column of the record's table → value, as JSON. */
  row: Readonly<Record<string, unknown>>
  /** Fields with many texts, by their path. */
  texts?: Readonly<Record<string, readonly string[]>>
  /** What one record alone may have: `email:jane@example.test`. */
  keys: readonly string[]
  /** By which something alike is looked for: words that a search finds, and what must be the same. */
  alike: { words: string; key: string } | null
  /** Columns that point to other records, by what names those here. */
  links: readonly {
    column: string
    key: string
    field: string
    /** What is said when nothing is found; null: then it stays empty. */
    missing: string | null
  }[]
  /** Its number in the system it comes from. */
  externalId: string | null
  /** Names of files that come beside the table and belong to it. */
  files?: readonly string[]
}

/**
 * Records that can be brought in as a table. Its SQL fragments speak of a record as `c` and of what is
 * looked for as `k.value`.
 */
export type ImportKind = {
  key: string
  /** In the plural, as a list is called. */
  label: string
  singular: string
  collection: string
  /** As in events. */
  subject: string
  /** Of human references; null for records without. */
  referencePrefix: string | null
  /** Who may bring them in, beside the right to import at all. */
  permission: string
  fields: readonly ImportField[]
  /** Turns the values of a row into a record, or says what is wrong, by field. */
  draft: (values: Readonly<Record<string, ImportValue>>) => {
    draft: ImportDraft
    problems: Readonly<Record<string, string>>
  }
  /** Further keys, once the links of a row are known. */
  linkedKeys?: (row: Readonly<Record<string, unknown>>) => readonly string[]
  /** How keys of a draft find the record that has them: prefix → condition. */
  keys: Readonly<Record<string, string>>
  /** How records that are found by words are compared with a draft; null: nothing is alike. */
  alike: {
    columns: readonly string[]
    /** One of these has to be the `key` of the draft. */
    keys: (record: Readonly<Record<string, unknown>>) => readonly string[]
  } | null
  /** The field with many texts that says what people can do: words as the agency's list calls them. */
  skillWords?: string
  /** Where links lead: prefix → SQL that yields `value` and `id`, given `$1` as text[]. */
  links: Readonly<Record<string, string>>
  /** What the record is called, as an expression. */
  title: string
  /** Columns of the record that its event names: person, client and order it belongs to. */
  about: { person?: { kind: string; column: string }; client?: string; order?: string }
  /**
   * For what has no story of its own: its events tell of the record that these columns name, and carry
   * its id under `as`.
   */
  story?: { created: string; deleted: string; kind: string; id: string; as: string }
  /** Files may come beside the table, and become documents of its records. */
  takesFiles?: true
  /** Holds for a record that nobody has changed, where its events do not say so. */
  untouched?: string
  /** A column that names whoever imports, where the table names nobody. */
  ownedBy?: string
  /** Columns that stay as they are when a known record is filled up. */
  neverFilled?: readonly string[]
  /** Columns by which a record is recognised: they are filled only while nobody else has the key. */
  keyColumns?: Readonly<Record<string, readonly string[]>>
  /** Columns that are filled only when draft and record agree otherwise. */
  filledOnlyIf?: {
    columns: readonly string[]
    agrees: (given: {
      record: Readonly<Record<string, unknown>>
      row: Readonly<Record<string, unknown>>
    }) => boolean
  }
}
