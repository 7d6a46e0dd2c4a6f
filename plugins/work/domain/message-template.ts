import type { MergeFields, MessageTemplate } from '#plugins/kernel/domain'

/** Every mail knows these. */
export const commonFields: MergeFields = {
  'reader.firstName': { label: 'First name of the reader', sample: 'Ana' },
  'reader.name': { label: 'Name of the reader', sample: 'Ana Silva' },
  agency: { label: 'Name of the agency', sample: 'Harbour Staffing' },
}

export type MergeValues = Readonly<Record<string, string | null | undefined>>

export type Rendered = MessageTemplate & {
  /** Labels of the merge fields that are used and have no value here. */
  missing: readonly string[]
}

const token = /\{\{\s*([A-Za-z][A-Za-z0-9.]*)\s*\}\}/g

/**
 * Puts values into the words, once: a value that looks like a merge field stays text. Nothing is
 * escaped here, because a mail's content is data; whoever makes HTML of it escapes it.
 */
export const renderMessage = ({
  template,
  fields,
  values,
}: {
  template: MessageTemplate
  fields: MergeFields
  values: MergeValues
}): Rendered => {
  const missing = new Set<string>()
  const merged = (text: string): string =>
    text.replaceAll(token, (whole, name: string) => {
      if (!Object.hasOwn(fields, name)) return whole
      const value = Object.hasOwn(values, name) ? values[name]?.trim() : ''
      if (!value) missing.add(fields[name]?.label ?? name)
      return value ?? ''
    })
  const rendered = {
    subject: merged(template.subject).replaceAll(/\s+/g, ' ').trim(),
    opening: merged(template.opening).trim(),
    ending: merged(template.ending).trim(),
    button: merged(template.button).replaceAll(/\s+/g, ' ').trim(),
  }
  return { ...rendered, missing: [...missing] }
}

const mostLetters: Readonly<Record<keyof MessageTemplate, number>> = {
  subject: 200,
  opening: 5_000,
  ending: 3_000,
  button: 60,
}

/** What is wrong with words that somebody wrote, by their part. */
export const templateProblems = ({
  template,
  fields,
}: {
  template: MessageTemplate
  fields: MergeFields
}): Record<string, string> => {
  const problems: Record<string, string> = {}
  for (const part of ['subject', 'opening', 'ending', 'button'] as const) {
    const text = template[part]
    const unknown = [...text.matchAll(token)].flatMap(([, name]) =>
      name !== undefined && !Object.hasOwn(fields, name) ? [name] : [],
    )
    if (text.length > mostLetters[part]) problems[part] = `At most ${mostLetters[part]} characters.`
    else if (unknown.length > 0)
      problems[part] =
        `This mail has no field ${unknown.map((name) => `{{${name}}}`).join(', ')}. Choose one from the list.`
    else if (/[{}]/.test(text.replaceAll(token, '')))
      problems[part] = 'A field begins with {{ and ends with }}: choose one from the list.'
    else if (part === 'subject' && /[\r\n]/.test(text)) problems[part] = 'Write it on one line.'
    else if (part !== 'ending' && part !== 'button' && text.trim() === '')
      problems[part] = 'Please fill this in.'
  }
  return problems
}
