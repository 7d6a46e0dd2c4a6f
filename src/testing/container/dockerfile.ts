export type Instruction = { name: string; text: string }

/** A stage of a Dockerfile: what it is built on, and what is done in it. */
export type Stage = { name: string; from: string; instructions: Instruction[] }

/** Reads a Dockerfile as far as ours goes: comments, continued lines, stages. */
export const stagesOf = (dockerfile: string): Stage[] => {
  const stages: Stage[] = []
  for (const line of linesOf(dockerfile)) {
    const [, name, text] = /^([A-Z]+)\s+([\s\S]+)$/.exec(line) ?? []
    if (!name || text === undefined) throw new Error(`The Dockerfile has a strange line: ${line}`)
    if (name === 'FROM') {
      const [, from, as] = /^(\S+) AS (\S+)$/.exec(text) ?? []
      if (!from || !as) throw new Error(`A stage has no name: ${line}`)
      stages.push({ name: as, from, instructions: [] })
      continue
    }
    const stage = stages.at(-1)
    if (!stage) throw new Error(`Before the first stage: ${line}`)
    stage.instructions.push({ name, text })
  }
  return stages
}

export type Copy = { from: string | null; sources: string[]; to: string }

export const copiesOf = ({ instructions }: Stage): Copy[] =>
  instructions
    .filter(({ name }) => name === 'COPY')
    .map(({ text }) => {
      const words = text.split(/\s+/)
      const from = words[0]?.startsWith('--from=') ? (words.shift() ?? '').slice(7) : null
      const to = words.pop()
      if (!to || words.length === 0) throw new Error(`A COPY without a place: ${text}`)
      return { from, sources: words, to }
    })

/** The program of a stage, as the list of words that it is written in. */
export const commandOf = ({ instructions }: Stage): string[] => {
  const text = instructions.findLast(({ name }) => name === 'CMD')?.text
  const words: unknown = text ? JSON.parse(text) : null
  if (!Array.isArray(words)) throw new Error('A stage that runs has a CMD as a list of words.')
  return words.map(String)
}

const linesOf = (dockerfile: string): string[] =>
  dockerfile
    .replaceAll(/^\s*#.*$/gm, '')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
