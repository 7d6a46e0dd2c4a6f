/** Why a file of an archive is not taken, or cannot be said whose it is. */
export const fileProblems = {
  encrypted: 'It is protected with a password. Save it without one and add it again.',
  unreadable: 'It is damaged in the archive. Pack it again.',
  'odd-path': 'Its name leads out of the archive. Pack it again under a plain name.',
  'too-large': 'It is larger than 10 MB.',
  empty: 'It is empty.',
  twin: 'The archive holds two files of this name. Give each a name of its own.',
} as const

export type FileProblem = keyof typeof fileProblems

/** What archives carry for the computers that packed them, and nobody means. */
export const isPackersOwn = (path: string): boolean =>
  path.endsWith('/') || /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._)/i.test(path)

/** A name that would lead out of a folder, were it followed. It never is; such an archive is not honest. */
export const isOddPath = (path: string): boolean =>
  path === '' ||
  path.length > 1_000 ||
  path.startsWith('/') ||
  /^[a-z]:/i.test(path) ||
  /\p{Cc}/u.test(path) ||
  path.split('/').some((part) => part === '..' || part === '')

/** Names of files as they are compared: no case, one kind of slash, accents as one sign. */
export const fileKey = (name: string): string =>
  name.trim().replaceAll('\\', '/').replace(/^\.\//, '').normalize('NFC').toLowerCase()

/** By what a file can be told to belong to a row: its names, numbers of an old system, an e-mail. */
export type FileClues = {
  names: readonly string[]
  numbers: readonly string[]
  mails: readonly string[]
}

/**
 * `Export/4711/CV Jane Doe.pdf`: called so in a column of the table (with or without folders), or in a
 * folder or with a first word that is somebody's number, or with an e-mail in its name.
 */
export const cluesOf = (path: string): FileClues => {
  const key = fileKey(path)
  const parts = key.split('/')
  const base = parts.at(-1) ?? ''
  const stem = base.replace(/\.[a-z0-9]{1,5}$/, '')
  const names = parts.map((_, at) => parts.slice(at).join('/'))
  const words = stem.split(/[ _.-]+/)
  return {
    names: [...new Set(names)],
    numbers: [...new Set([...parts.slice(0, -1), stem, words[0] ?? ''])].filter(Boolean),
    mails: stem.match(/(?<![^\s@()[\]<>,;])[^\s@()[\]<>,;]+@[^\s@()[\]<>,;]+\.[a-z]{2,}/g) ?? [],
  }
}

/** What is known of a row by which files are told to be its. */
export type RowClues = {
  no: number
  files: readonly string[]
  number: string | null
  mails: readonly string[]
}

/**
 * Whose file this is: the row that names it, else the one with its number, else the one with its
 * e-mail. Several of the same rank are none, since a CV at the wrong person is worse than none.
 */
export const ownerOf = ({
  path,
  rows,
}: {
  path: string
  rows: readonly RowClues[]
}): number | 'nobody' | 'several' => {
  const clues = cluesOf(path)
  const ranks = [
    // The longest name that a row gives is the exact one: folders count where they are told.
    ...clues.names.map((name) => rows.filter(({ files }) => files.includes(name))),
    rows.filter(({ number }) => number !== null && clues.numbers.includes(number.toLowerCase())),
    rows.filter(({ mails }) => mails.some((mail) => clues.mails.includes(mail))),
  ]
  const found = ranks.find((rank) => rank.length > 0)
  if (!found) return 'nobody'
  return found.length === 1 ? (found[0]?.no ?? 'nobody') : 'several'
}

/** A CV unless its name says that it is another paper, or it is a picture. */
export const kindOfFile = ({
  path,
  isPicture,
}: {
  path: string
  isPicture: boolean
}): 'cv' | 'other' => {
  const name = fileKey(path).split('/').at(-1) ?? ''
  const isNamedCv = /(^|[^a-z])(cv|resume|lebenslauf|curriculum)/.test(
    name.normalize('NFD').replaceAll(/\p{M}/gu, ''),
  )
  const isPaper =
    /cert|zertifikat|diplom|licen[cs]e|letter|anschreiben|zeugnis|reference|passport|contract|visa/.test(
      name,
    )
  return isPicture || (isPaper && !isNamedCv) ? 'other' : 'cv'
}
