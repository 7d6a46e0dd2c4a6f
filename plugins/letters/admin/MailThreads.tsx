'use client'

import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

import { EmptyState, Pill, type Tone } from '#plugins/agency/admin'
import { formatInstant, stateFrom } from '#plugins/kernel/domain'
import { mailWorkflow } from '#plugins/work/domain'
import { withoutQuote } from '../domain/incoming'
import type { IncomingFile } from '../domain/incoming-files'
import { FileList } from './FileList'
import { LetterDialog, type LetterTo } from './LetterDialog'
import { sentWords } from './sent-words'

type Mail = {
  id: string
  isIncoming: boolean
  subject: string
  text: string
  files: readonly IncomingFile[]
  isAutomatic: boolean
  from: string
  to: string
  at: string
  state: string | null
  problem: string | null
}

type Thread = {
  id: string
  subject: string
  person: { kind: 'candidate' | 'client-contact'; id: string; name: string }
  orderId: string | null
  mails: readonly Mail[]
}

type Props = {
  threads: readonly Thread[]
  /** Whom a new letter goes to; null when nobody may be written to from here. */
  to: LetterTo | null
  mayAnswer: boolean
  /** Beside an order: with whom each conversation is. */
  showsPerson: boolean
  zone: string
  locale: string
}

type Writing = LetterTo & { title: string }

/** Conversations by mail, the newest first, each to be gone on with. */
export const MailThreads = ({ threads, to, mayAnswer, showsPerson, zone, locale }: Props) => {
  const router = useRouter()
  const [writing, setWriting] = useState<Writing | null>(null)
  return (
    <>
      {to ? (
        <p>
          <button
            type="button"
            className="pwa-btn pwa-btn--primary"
            onClick={() => setWriting({ ...to, title: 'Write a mail' })}
          >
            Write a mail…
          </button>
        </p>
      ) : null}
      {threads.length === 0 ? (
        <EmptyState
          title="No mail yet"
          text="Letters that colleagues write stand here, with the answers."
        />
      ) : (
        threads.map((thread) => (
          <section key={thread.id} className="pwa-thread" aria-label={thread.subject}>
            <header className="pwa-thread__head">
              <h2 className="pwa-thread__title">{thread.subject}</h2>
              {showsPerson ? (
                <a href={`${listOf(thread.person.kind)}/${thread.person.id}/mail`}>
                  {thread.person.name}
                </a>
              ) : null}
            </header>
            <ol className="pwa-thread__mails">
              {thread.mails.map((mail) => (
                <li
                  key={mail.id}
                  className={`pwa-thread__mail${mail.isIncoming ? ' pwa-thread__mail--in' : ''}`}
                >
                  <p className="pwa-thread__who">
                    <strong>{mail.from}</strong> to {mail.to},{' '}
                    <time dateTime={mail.at}>
                      {formatInstant({ instant: mail.at, zone, locale })}
                    </time>{' '}
                    {mail.state ? <Pill {...pillOf(mail.state)} /> : null}
                    {mail.isAutomatic ? <Pill tone="neutral" label="Written by a program" /> : null}
                    {mail.isIncoming ? (
                      <>
                        {' '}
                        <a href={`/admin/collections/incoming-mails/${mail.id}`}>Open</a>
                      </>
                    ) : null}
                  </p>
                  <MailText text={mail.text} />
                  {mail.files.length > 0 ? <FileList files={mail.files} /> : null}
                  {mail.problem ? <p className="pwa-field__problem">{mail.problem}</p> : null}
                </li>
              ))}
            </ol>
            {mayAnswer ? (
              <p>
                <button
                  type="button"
                  className="pwa-btn"
                  onClick={() =>
                    setWriting({
                      title: `Write to ${thread.person.name}`,
                      reader: thread.person.kind,
                      readerIds: [thread.person.id],
                      subject: answerSubject(thread.subject),
                      ...answered(thread),
                    })
                  }
                >
                  Go on with this…
                </button>
              </p>
            ) : null}
          </section>
        ))
      )}
      {writing ? (
        <LetterDialog
          {...writing}
          onClose={() => setWriting(null)}
          onDone={(result) => {
            toast.success(sentWords(result))
            setWriting(null)
            router.refresh()
          }}
        />
      ) : null}
    </>
  )
}

/** What somebody wrote, and below it, folded, what they answered. */
const MailText = ({ text }: { text: string }) => {
  const { own, quoted } = withoutQuote(text)
  return (
    <>
      <p className="pwa-letter__text">{own}</p>
      {quoted ? (
        <details>
          <summary>What it answers</summary>
          <p className="pwa-letter__text">{quoted}</p>
        </details>
      ) : null}
    </>
  )
}

const answered = (thread: Thread): { answersId?: string } => {
  const last = thread.mails.at(-1)
  return last ? { answersId: last.id } : {}
}

const answerSubject = (subject: string): string =>
  /^re:/i.test(subject) ? subject : `Re: ${subject}`

const listOf = (kind: Thread['person']['kind']): string =>
  `/admin/collections/${kind === 'candidate' ? 'candidates' : 'client-contacts'}`

const pillOf = (state: string): { tone: Tone; label: string } => {
  if (state === 'returned') return { tone: 'bad', label: 'Came back' }
  const known = stateFrom({ workflow: mailWorkflow, value: state })
  const look = known ? mailWorkflow.states[known] : null
  return { tone: look?.tone ?? 'neutral', label: look?.label ?? state }
}
