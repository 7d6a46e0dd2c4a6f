/** One thing that a command asks for. Its name is the (dotted) field of the command's input. */
export type CommandField = {
  name: string
  label: string
  description?: string
  isRequired?: boolean
} & (
  | { type: 'text' | 'textarea'; value?: string; placeholder?: string }
  /** A password: not shown while it is typed, never filled in. */
  | { type: 'secret'; value?: never }
  /** One item per line, sent as a list. */
  | { type: 'lines'; value?: string; placeholder?: string }
  | { type: 'day'; value?: string; least?: string }
  /** A time of day on a clock on the wall, HH:MM. */
  | { type: 'time'; value?: string; unit?: string }
  /** Several days with a time of day, sent as a list of YYYY-MM-DDTHH:MM. */
  | { type: 'moments'; most: number; unit?: string }
  | { type: 'number'; value?: number; least?: number; most?: number }
  /** Whole units of 10^-scale, typed as an ordinary amount: 4 for rates, else as the currency has. */
  | { type: 'amount'; value?: number; scale: number; unit?: string }
  | { type: 'select'; value?: string; options: readonly { value: string; label: string }[] }
  /** Written as #1f6feb. */
  | { type: 'colour'; value: string }
  | { type: 'checkbox'; value?: boolean }
  /** Several of a list, sent as a list. */
  | { type: 'choices'; value?: readonly string[]; options: readonly Choice[] }
  | RelationField
)

export type Choice = { value: string; label: string; description?: string }

export type RelationField = {
  type: 'relation'
  collection: string
  /** Fields that make the title, in their order; all are searched. */
  titleFields: readonly string[]
  /** Only records with these values: `{ client: '…' }`. */
  only?: Readonly<Record<string, string>>
  /** No records with these values. */
  except?: Readonly<Record<string, string>>
  value?: { id: string; title: string }
  /** The field of the input that takes the title too. */
  titleAs?: string
}

/** A command as a button: what it is called, what it asks for, what it says before and after. */
export type CommandAction = {
  command: string
  label: string
  /** Sent besides what the fields ask for: the record it is about. */
  input: Readonly<Record<string, unknown>>
  fields?: readonly CommandField[]
  /** What will happen; shown above the fields. An action without fields and text runs at once. */
  text?: string
  tone?: 'primary' | 'danger'
  /** Said when it is done. */
  done: string
  /** The record that came of it, by the key of its id in the result, to be opened. */
  opens?: { collection: string; key: string }
  /** A secret in the result, by its key, that is shown now and never again. */
  reveals?: { key: string; title: string; text: string }
}

/** Something to look at instead of something to do: a PDF, another screen. */
export type LinkAction = { label: string; href: string; isNewTab?: boolean }

export type RecordAction = CommandAction | LinkAction

export type FieldValue =
  | string
  | number
  | boolean
  | null
  | readonly string[]
  | { id: string; title: string }

/** The record chosen in a field that asks for one. */
export const recordIn = (value: FieldValue | undefined): { id: string; title: string } | null =>
  typeof value === 'object' && value !== null && 'id' in value ? value : null

export const firstValue = (field: CommandField): FieldValue => {
  switch (field.type) {
    case 'checkbox':
      return field.value ?? false
    case 'select':
      return field.value ?? (field.isRequired ? (field.options[0]?.value ?? '') : '')
    case 'relation':
      return field.value ?? null
    case 'choices':
      return field.value ?? []
    case 'moments':
      return []
    default:
      return field.value ?? ''
  }
}
