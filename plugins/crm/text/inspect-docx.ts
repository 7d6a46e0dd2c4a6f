import { DocumentRefused } from './refusal'
import { readZipDirectory, readZipEntry } from './zip-directory'

const MAIN_PART = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'

/** Passes only a Word document without macros, controls or a template fetched from elsewhere. */
export const inspectDocx = (bytes: Buffer): void => {
  const entries = readZipDirectory(bytes)
  // Each entry is unpacked once here, so that what follows cannot be given more than was declared.
  const parts = new Map(entries.map((entry) => [entry.name, readZipEntry({ bytes, entry })]))
  const text = (name: string) => parts.get(name)?.toString('utf8') ?? ''

  const types = text('[Content_Types].xml')
  if (/macroEnabled|vbaProject|activeX/i.test(types)) throw new DocumentRefused('active-content')
  if (!types.includes(MAIN_PART) || !parts.has('word/document.xml')) {
    throw new DocumentRefused('unsupported')
  }
  const names = [...parts.keys()]
  if (names.some((name) => /vbaProject|vbaData|\/activeX\/|oleObject/i.test(name))) {
    throw new DocumentRefused('active-content')
  }
  const relations = names.filter((name) => name.endsWith('.rels')).map(text)
  if (relations.some(fetchesFromElsewhere)) throw new DocumentRefused('active-content')
}

/** A hyperlink waits for a click; a template, frame or object is fetched when the file is opened. */
const fetchesFromElsewhere = (relations: string): boolean =>
  [...relations.matchAll(/<Relationship\b[^>]*>/g)].some(
    ([relation]) =>
      /TargetMode\s*=\s*["']External["']/i.test(relation) &&
      /\/(attachedTemplate|frame|oleObject|subDocument)["']/i.test(relation),
  )
