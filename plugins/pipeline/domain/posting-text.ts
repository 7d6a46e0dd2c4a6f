export type PostingSource = {
  title: string
  description?: string | null | undefined
  mustHaves?: readonly string[] | null | undefined
  niceToHaves?: readonly string[] | null | undefined
}

/**
 * The public text of an order when nobody wrote one: paragraphs set apart by empty lines, list items
 * as lines that begin with "- ". Takes nothing that names the client or money.
 */
export const postingText = ({
  title,
  description,
  mustHaves,
  niceToHaves,
}: PostingSource): string =>
  [
    description?.trim() || `We are looking for: ${title}.`,
    list({ heading: 'What you bring', items: mustHaves }),
    list({ heading: 'Good to have', items: niceToHaves }),
  ]
    .filter(Boolean)
    .join('\n\n')

const list = ({
  heading,
  items,
}: {
  heading: string
  items: readonly string[] | null | undefined
}): string => {
  const lines = (items ?? []).map((item) => item.trim()).filter(Boolean)
  return lines.length === 0 ? '' : [heading, ...lines.map((line) => `- ${line}`)].join('\n')
}
