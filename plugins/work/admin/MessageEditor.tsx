'use client'

import { toast } from '@payloadcms/ui'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useId, useRef, useState } from 'react'

import { callCommand, CommandDialog } from '#plugins/kernel/admin'
import { formatInstant, type MergeFields, type MessageTemplate } from '#plugins/kernel/domain'
import { renderMessage, templateProblems, type MergeValues } from '#plugins/work/domain'

type Props = {
  kind: string
  label: string
  reader: string
  fields: MergeFields
  defaults: MessageTemplate
  /** Null: as it came. */
  own: MessageTemplate | null
  brands: readonly Brand[]
  samples: MergeValues
  recent: readonly { id: string; to: string; at: string; values: MergeValues }[]
  email: string
  locale: string
  zone: string
}

type Brand = {
  id: string
  name: string
  from: string
  replyTo: string | null
  footer: string | null
  colour: string
  isDefault: boolean
}

type Part = keyof MessageTemplate

const parts: readonly { part: Part; label: string; about: string; rows: number }[] = [
  { part: 'subject', label: 'Subject', about: '', rows: 1 },
  {
    part: 'opening',
    label: 'Text',
    about:
      'The greeting stands above it, the facts of the matter below. An empty line begins a paragraph.',
    rows: 7,
  },
  { part: 'button', label: 'Words on the button', about: '', rows: 1 },
  { part: 'ending', label: 'Text after the button', about: 'May be empty.', rows: 4 },
]

/** Writes the words of a mail, with its merge fields beside and its preview as it would be read. */
export const MessageEditor = ({
  kind,
  label,
  reader,
  fields,
  defaults,
  own,
  brands,
  samples,
  recent,
  email,
  locale,
  zone,
}: Props) => {
  const router = useRouter()
  const id = useId()
  const [draft, setDraft] = useState<MessageTemplate>(own ?? defaults)
  const [refused, setRefused] = useState<Readonly<Record<string, string>>>({})
  const [mailId, setMailId] = useState('')
  const [brandId, setBrandId] = useState(brands.find(({ isDefault }) => isDefault)?.id ?? '')
  const [isBusy, setBusy] = useState(false)
  const [isResetting, setResetting] = useState(false)
  const [last, setLast] = useState<Part>('opening')
  const inputs = {
    subject: useRef<HTMLInputElement>(null),
    opening: useRef<HTMLTextAreaElement>(null),
    button: useRef<HTMLInputElement>(null),
    ending: useRef<HTMLTextAreaElement>(null),
  }
  const brand = brands.find(({ id: one }) => one === brandId)
  const values: MergeValues = {
    ...(recent.find((mail) => mail.id === mailId)?.values ?? samples),
    ...(brand ? { agency: brand.name } : {}),
  }
  const rendered = renderMessage({ template: draft, fields, values })
  const problems = { ...templateProblems({ template: draft, fields }), ...refused }
  const set = (part: Part, text: string) => {
    setDraft((before) => ({ ...before, [part]: text }))
    setRefused({})
  }
  const insert = (name: string) => {
    const input = inputs[last].current
    const at = input?.selectionStart ?? draft[last].length
    const to = input?.selectionEnd ?? at
    const token = `{{${name}}}`
    set(last, draft[last].slice(0, at) + token + draft[last].slice(to))
    requestAnimationFrame(() => {
      input?.focus()
      input?.setSelectionRange(at + token.length, at + token.length)
    })
  }
  const call = async ({
    command,
    done,
    extra = {},
  }: {
    command: string
    done: string
    extra?: object
  }) => {
    setBusy(true)
    const answer = await callCommand({
      command,
      input: { kind, ...draft, ...extra },
      key: crypto.randomUUID(),
    })
    setBusy(false)
    if (answer.ok) {
      toast.success(done)
      router.refresh()
      return
    }
    setRefused(answer.fields)
    toast.error(answer.message)
  }
  return (
    <div className="pwa-screen">
      <header className="pwa-page-header">
        <div>
          <p className="pwa-message__back">
            <Link href="/admin/collections/message-templates">Message templates</Link>
          </p>
          <h1 className="pwa-page-header__title">{label}</h1>
          <p className="pwa-page-header__lead">
            Read by {reader.toLowerCase()}.{' '}
            {own ? 'In your own words.' : 'In the words it came with.'}
          </p>
        </div>
        <div className="pwa-page-header__actions">
          {own ? (
            <button type="button" className="pwa-btn" onClick={() => setResetting(true)}>
              Reset
            </button>
          ) : null}
          <button
            type="button"
            className="pwa-btn"
            disabled={isBusy}
            onClick={() =>
              void call({
                command: 'send-test-message',
                done: `A test is on its way to ${email}.`,
                extra: { ...(mailId ? { mailId } : {}), ...(brand ? { brandId: brand.id } : {}) },
              })
            }
          >
            Send a test to me
          </button>
          <button
            type="button"
            className="pwa-btn pwa-btn--primary"
            disabled={isBusy}
            onClick={() =>
              void call({ command: 'save-message-template', done: 'The mail has your words now.' })
            }
          >
            Save
          </button>
        </div>
      </header>
      <div className="pwa-message">
        <section className="pwa-message__write" aria-label="Words">
          {parts
            .filter(({ part }) => part !== 'button' || defaults.button !== '')
            .map(({ part, label: name, about, rows }) => {
              const described = [
                ...(problems[part] ? [`${id}-${part}-problem`] : []),
                ...(about ? [`${id}-${part}-about`] : []),
              ].join(' ')
              const common = {
                id: `${id}-${part}`,
                value: draft[part],
                'aria-invalid': problems[part] !== undefined,
                'aria-describedby': described || undefined,
                onFocus: () => setLast(part),
                onChange: ({ target }: { target: { value: string } }) => set(part, target.value),
              }
              return (
                <div key={part} className={`pwa-field${problems[part] ? ' pwa-field--wrong' : ''}`}>
                  <label htmlFor={`${id}-${part}`} className="pwa-field__label">
                    {name}
                  </label>
                  {part === 'opening' || part === 'ending' ? (
                    <textarea {...common} ref={inputs[part]} rows={rows} />
                  ) : (
                    <input {...common} ref={inputs[part]} type="text" />
                  )}
                  {problems[part] ? (
                    <p id={`${id}-${part}-problem`} className="pwa-field__problem">
                      {problems[part]}
                    </p>
                  ) : null}
                  {about ? (
                    <p id={`${id}-${part}-about`} className="pwa-field__about">
                      {about}
                    </p>
                  ) : null}
                </div>
              )
            })}
        </section>
        <Chips fields={fields} onInsert={insert} />
        <section className="pwa-message__preview" aria-label="Preview">
          <div className="pwa-field">
            <label htmlFor={`${id}-mail`} className="pwa-field__label">
              Preview with
            </label>
            <select
              id={`${id}-mail`}
              value={mailId}
              onChange={({ target }) => setMailId(target.value)}
            >
              <option value="">Sample values</option>
              {recent.map((mail) => (
                <option key={mail.id} value={mail.id}>
                  {mail.to}, {formatInstant({ instant: mail.at, locale, zone })}
                </option>
              ))}
            </select>
          </div>
          {brands.length > 0 ? (
            <div className="pwa-field">
              <label htmlFor={`${id}-brand`} className="pwa-field__label">
                As the brand
              </label>
              <select
                id={`${id}-brand`}
                value={brandId}
                onChange={({ target }) => setBrandId(target.value)}
              >
                {brand ? null : <option value="">None</option>}
                {brands.map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.isDefault ? `${one.name} (default)` : one.name}
                  </option>
                ))}
              </select>
            </div>
          ) : null}
          {rendered.missing.length > 0 ? (
            <p className="pwa-message__missing" role="status">
              Without a value here: {rendered.missing.join(', ')}.
            </p>
          ) : null}
          {brand ? (
            <p className="pwa-field__about">
              From {brand.from}
              {brand.replyTo ? `, answers to ${brand.replyTo}` : ''}
            </p>
          ) : null}
          <article className="pwa-message__paper">
            {brand ? (
              <p className="pwa-message__brand">
                <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
                  <circle cx="5" cy="5" r="5" fill={brand.colour} />
                </svg>
                {brand.name}
              </p>
            ) : null}
            <h2 className="pwa-message__subject">{rendered.subject}</h2>
            <p>Hello {values['reader.firstName']},</p>
            {rendered.opening.split(/\n{2,}/).map((text, at) => (
              <p key={at}>{text}</p>
            ))}
            <p className="pwa-message__facts">The facts of the matter stand here.</p>
            {defaults.button ? <p className="pwa-message__button">{rendered.button}</p> : null}
            {rendered.ending
              ? rendered.ending.split(/\n{2,}/).map((text, at) => <p key={at}>{text}</p>)
              : null}
            {brand?.footer ? <p className="pwa-message__footer">{brand.footer}</p> : null}
          </article>
        </section>
      </div>
      {isResetting ? (
        <CommandDialog
          action={{
            command: 'reset-message-template',
            label: 'Reset this mail…',
            input: { kind },
            text: 'It gets the words it came with. Yours are gone, but the audit keeps them.',
            tone: 'danger',
            done: '',
          }}
          onClose={() => setResetting(false)}
          onDone={() => {
            setResetting(false)
            setDraft(defaults)
            toast.success('The mail has the words it came with.')
            router.refresh()
          }}
        />
      ) : null}
    </div>
  )
}

/** Pressed or dragged into a text: browsers drop a dragged text where it is let go. */
const Chips = ({ fields, onInsert }: { fields: MergeFields; onInsert: (name: string) => void }) => (
  <section className="pwa-message__chips" aria-label="Merge fields">
    <h2 className="pwa-message__chips-title">Merge fields</h2>
    <p className="pwa-field__about">Press one to put it at the cursor, or drag it into a text.</p>
    <ul>
      {Object.entries(fields).map(([name, { label }]) => (
        <li key={name}>
          <button
            type="button"
            className="pwa-message__chip"
            draggable
            onDragStart={(event) => event.dataTransfer.setData('text/plain', `{{${name}}}`)}
            onClick={() => onInsert(name)}
          >
            {label}
          </button>
        </li>
      ))}
    </ul>
  </section>
)
