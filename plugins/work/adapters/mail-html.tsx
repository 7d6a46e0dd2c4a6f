import { Fragment, type ReactElement } from 'react'

import { inkFrom, inkOn } from '../domain/mail-colours'
import type { MailContent } from '../domain/mail-content'

/** Under which name and colours a mail goes out. */
export type MailLook = {
  name: string
  /** #rrggbb */
  colour: string
  footer: string | null
  logo: { url: string; alt: string } | null
}

type Props = { content: MailContent; urls: readonly string[]; look: MailLook }

/** The one frame of every mail: table-free, readable without pictures, dark mode left to the client. */
export const MailHtml = ({ content, urls, look }: Props): ReactElement => (
  <html lang="en">
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <meta name="color-scheme" content="light dark" />
    </head>
    <body style={body}>
      <div style={card}>
        {look.logo ? (
          <img src={look.logo.url} alt={look.logo.alt} height={40} style={logo} />
        ) : null}
        <p style={{ ...brand, color: inkFrom(look.colour) }}>{look.name}</p>
        {content.greeting ? <p style={paragraph}>{content.greeting}</p> : null}
        {content.blocks.map((block, index) => (
          <Block key={`${block.kind}-${index}`} block={block} urls={urls} colour={look.colour} />
        ))}
        {content.closing ? <p style={closing}>{content.closing}</p> : null}
      </div>
      {look.footer ? (
        <p style={footer}>
          {look.footer.split('\n').map((line, at) => (
            <Fragment key={at}>
              {at > 0 ? <br /> : null}
              {line}
            </Fragment>
          ))}
        </p>
      ) : null}
    </body>
  </html>
)

const Block = ({
  block,
  urls,
  colour,
}: {
  block: MailContent['blocks'][number]
  urls: readonly string[]
  colour: string
}): ReactElement => {
  switch (block.kind) {
    case 'text':
      return (
        <>
          {block.text.split(/\n{2,}/).map((text) => (
            <p key={text} style={typed}>
              {text}
            </p>
          ))}
        </>
      )
    case 'facts':
      return (
        <table role="presentation" style={facts}>
          <tbody>
            {block.facts.map(({ label, value }) => (
              <tr key={label}>
                <td style={factLabel}>{label}</td>
                <td style={factValue}>{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )
    case 'action':
      return (
        <p style={{ margin: '28px 0' }}>
          <a
            href={urls[block.link] ?? '#'}
            style={{ ...button, background: colour, color: inkOn(colour) }}
          >
            {block.label}
          </a>
        </p>
      )
    case 'note':
      return <p style={note}>{block.text}</p>
    case 'quiet-link':
      return (
        <p style={note}>
          {block.text}{' '}
          <a href={urls[block.link] ?? '#'} style={{ color: inkFrom(colour) }}>
            {block.label}
          </a>
        </p>
      )
  }
}

const font = 'Figtree, -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif'
const body = { margin: 0, padding: '24px 12px', background: '#f4f1ea', fontFamily: font }
const card = {
  maxWidth: 560,
  margin: '0 auto',
  padding: '32px 28px',
  background: '#ffffff',
  color: '#1d2a2b',
  borderRadius: 14,
}
const logo = { display: 'block', maxWidth: 220, margin: '0 0 16px' }
const brand = { margin: '0 0 24px', fontWeight: 700, fontSize: 15 }
const footer = {
  maxWidth: 560,
  margin: '16px auto 0',
  padding: '0 28px',
  fontSize: 12,
  lineHeight: 1.5,
  color: '#5a6a6b',
}
const paragraph = { margin: '0 0 16px', fontSize: 16, lineHeight: 1.55 }
/** What people type keeps its line breaks. */
const typed = { ...paragraph, whiteSpace: 'pre-line' as const }
const facts = { width: '100%', borderCollapse: 'collapse' as const, margin: '8px 0 20px' }
const factLabel = {
  padding: '8px 12px 8px 0',
  fontSize: 14,
  color: '#5a6a6b',
  borderBottom: '1px solid #e6e1d6',
  verticalAlign: 'top',
  width: '38%',
}
const factValue = { padding: '8px 0', fontSize: 15, borderBottom: '1px solid #e6e1d6' }
const button = {
  display: 'inline-block',
  padding: '14px 24px',
  borderRadius: 10,
  fontWeight: 600,
  fontSize: 16,
  textDecoration: 'none',
}
const closing = { ...paragraph, margin: '24px 0 0' }
const note = { margin: '16px 0 0', fontSize: 13, lineHeight: 1.5, color: '#5a6a6b' }
