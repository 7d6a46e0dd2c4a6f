'use client'

import { useField } from '@payloadcms/ui'
import type { JSONFieldClientComponent } from 'payload'

import { mailContent } from '#plugins/work/domain'

/** The mail as its reader sees it; the addresses of its links exist only in the mail itself. */
export const MailContentField: JSONFieldClientComponent = ({ path }) => {
  const { value } = useField<unknown>({ path })
  const parsed = mailContent.safeParse(value)
  if (!parsed.success) return <p>This mail has no readable content.</p>
  const { greeting, blocks, closing } = parsed.data
  return (
    <article className="field-type pwa-mail">
      {greeting ? <p>{greeting}</p> : null}
      {blocks.map((block, index) => {
        const key = `${block.kind}-${index}`
        switch (block.kind) {
          case 'text':
            return (
              <p key={key} className="pwa-mail__text">
                {block.text}
              </p>
            )
          case 'facts':
            return (
              <dl key={key} className="pwa-mail__facts">
                {block.facts.map(({ label, value: fact }) => (
                  <div key={label}>
                    <dt>{label}</dt>
                    <dd>{fact}</dd>
                  </div>
                ))}
              </dl>
            )
          case 'action':
            return (
              <p key={key}>
                <span className="pwa-mail__button">{block.label}</span>
              </p>
            )
          case 'note':
            return (
              <p key={key} className="pwa-mail__note">
                {block.text}
              </p>
            )
          case 'quiet-link':
            return (
              <p key={key} className="pwa-mail__note">
                {block.text} <span>{block.label}</span>
              </p>
            )
        }
      })}
      {closing ? <p>{closing}</p> : null}
    </article>
  )
}
