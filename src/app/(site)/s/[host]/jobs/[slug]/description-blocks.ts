export type DescriptionBlock =
  | { kind: 'heading' | 'paragraph'; text: string }
  | { kind: 'list'; items: string[] }

const bullet = /^\s*[-*•–]\s+/

/**
 * A posting's plain text as a page shows it: lines that begin with a dash are a list, the line right
 * above a list is its heading, everything between empty lines is a paragraph.
 */
export const descriptionBlocks = (text: string): DescriptionBlock[] =>
  text.split(/\n\s*\n/).flatMap((paragraph) => blocksOf(paragraph.split('\n')))

const blocksOf = (lines: readonly string[]): DescriptionBlock[] => {
  const blocks: DescriptionBlock[] = []
  for (const line of lines.map((one) => one.trim()).filter(Boolean)) {
    const last = blocks.at(-1)
    if (bullet.test(line)) {
      const item = line.replace(bullet, '')
      if (last?.kind === 'list') last.items.push(item)
      else {
        if (last?.kind === 'paragraph') last.kind = 'heading'
        blocks.push({ kind: 'list', items: [item] })
      }
    } else if (last?.kind === 'paragraph') last.text = `${last.text} ${line}`
    else blocks.push({ kind: 'paragraph', text: line })
  }
  return blocks
}
