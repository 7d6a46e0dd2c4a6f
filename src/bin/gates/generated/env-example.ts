import { z } from 'zod'
import type { Artefact } from './artefact'

/**
 * `.env.example`: every setting the app reads, with its description and default. All are commented
 * out, because an empty value is not the same as none to every program that reads the file.
 */
export const envExample = (settings: z.ZodObject): Artefact => {
  const blocks = Object.entries(settings.shape).map(([name, field]) => {
    if (!(field instanceof z.ZodType)) throw new Error(`The setting ${name} is no zod schema.`)
    const standard = field.safeParse(undefined)
    return [
      ...(field.description ?? '').split('\n').filter(isFilled).map(asComment),
      ...choicesOf(field).map((choices) => asComment(`One of: ${choices}.`)),
      ...(standard.success ? [] : [asComment('Required.')]),
      `#${name}=${standard.success ? textOf(standard.data) : ''}`,
    ].join('\n')
  })
  return { path: '.env.example', content: `${[head, ...blocks].join('\n\n')}\n` }
}

const head =
  '# Settings of Placewright. Copy this file to .env, take the # from the lines you change.'

const choicesOf = (field: z.ZodType): string[] => {
  if (field instanceof z.ZodEnum) return [field.options.join(', ')]
  const inner: unknown =
    field instanceof z.ZodDefault || field instanceof z.ZodOptional ? field.unwrap() : undefined
  return inner instanceof z.ZodType ? choicesOf(inner) : []
}

const isFilled = (line: string): boolean => line.trim() !== ''

const asComment = (line: string): string => `# ${line.trim()}`

const textOf = (value: unknown): string => {
  if (value === undefined || value === null) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}
