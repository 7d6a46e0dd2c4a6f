'use client'

import { toast, useDocumentInfo, useField } from '@payloadcms/ui'
import type { UIFieldClientComponent } from 'payload'
import { useState } from 'react'
import { z } from 'zod'

import { mailContent } from '#plugins/work/domain'

/** In the demo, a kept mail can be answered as its receiver; the audit tells who did. */
export const OpenMailLink: UIFieldClientComponent = ({ field }) => {
  const { id } = useDocumentInfo()
  const { value: content } = useField<unknown>({ path: 'content' })
  const { value: state } = useField<unknown>({ path: 'state' })
  const [isBusy, setBusy] = useState(false)
  const parsed = mailContent.safeParse(content)
  const isDemo = field.admin?.custom?.isDemo === true
  if (!isDemo || state !== 'kept' || !parsed.success) return null
  const actions = parsed.data.blocks.filter((block) => block.kind === 'action')
  if (actions.length === 0) return null

  const open = async (link: number) => {
    // Opened before the answer is awaited: browsers allow it only during the click.
    const tab = window.open('', '_blank')
    setBusy(true)
    const answer = await askForUrl({ mailId: String(id), link })
    setBusy(false)
    if ('url' in answer && tab) {
      tab.opener = null
      tab.location.href = answer.url
      return
    }
    tab?.close()
    toast.error('url' in answer ? 'The browser did not allow a new tab.' : answer.message)
  }

  return (
    <div className="field-type pwa-mail__open-as">
      {actions.map(({ label, link }) => (
        <button
          key={`${link}-${label}`}
          type="button"
          aria-label={label}
          className="btn btn--style-secondary btn--size-medium btn--withoutPopup"
          disabled={isBusy}
          onClick={() => void open(link)}
        >
          <span className="btn__content">
            <span className="btn__label">
              Open link as the receiver{actions.length > 1 ? `: ${label}` : ''}
            </span>
          </span>
        </button>
      ))}
      <p className="field-description">Only in the demo. The timeline records that you did.</p>
    </div>
  )
}

const success = z.object({ result: z.object({ url: z.string() }) })
const failure = z.object({ error: z.object({ message: z.string() }) })

const askForUrl = async (wish: {
  mailId: string
  link: number
}): Promise<{ url: string } | { message: string }> => {
  try {
    const response = await fetch('/api/commands/open-mail-link', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() },
      body: JSON.stringify(wish),
    })
    const body: unknown = await response.json()
    const done = success.safeParse(body)
    if (done.success) return done.data.result
    const refused = failure.safeParse(body)
    return { message: refused.success ? refused.data.error.message : 'The link did not open.' }
  } catch {
    // The connection broke or the answer was no JSON: either way the person may try again.
    return { message: 'The server did not answer. Please try again.' }
  }
}
