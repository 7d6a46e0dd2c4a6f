import { descriptionBlocks } from './description-blocks'

/** The plain text of a posting with its headings and lists. */
export const Description = ({ text }: { text: string }) =>
  descriptionBlocks(text).map((block, at) => {
    const key = `${block.kind}-${at}`
    switch (block.kind) {
      case 'heading':
        return <h2 key={key}>{block.text}</h2>
      case 'paragraph':
        return <p key={key}>{block.text}</p>
      case 'list':
        return (
          <ul key={key}>
            {block.items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        )
    }
  })
