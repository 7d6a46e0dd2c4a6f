'use client'

import { toast } from '@payloadcms/ui'
import { useId, useState } from 'react'

import { callCommand } from '#plugins/kernel/admin'
import {
  allNoticeKinds,
  isMailChoice,
  mailChoices,
  noticeKinds,
  type NoticeChoice,
  type NoticeChoices,
  type NoticeKind,
} from '../domain'

type Settings = { choices: NoticeChoices; digestHour: number }

/** One row per kind and a column per channel; each choice is kept as soon as it is made. */
export const ChannelTable = ({ settings, zone }: { settings: Settings; zone: string }) => {
  const [shown, setShown] = useState(settings)
  const hourId = useId()

  const keep = ({ next, input }: { next: Settings; input: Readonly<Record<string, unknown>> }) => {
    const before = shown
    setShown(next)
    void callCommand({ command: 'choose-notices', input, key: crypto.randomUUID() }).then(
      (answer) => {
        if (answer.ok) toast.success('Your choice is kept.')
        else {
          toast.error(answer.message)
          setShown(before)
        }
      },
    )
  }
  const choose = (kind: NoticeKind, change: Partial<NoticeChoice>) => {
    const choice = { ...shown.choices[kind], ...change }
    keep({
      next: { ...shown, choices: { ...shown.choices, [kind]: choice } },
      input: { choices: { [kind]: choice } },
    })
  }
  return (
    <section className="pwa-panel" aria-label="Channels">
      <ul className="pwa-channels">
        {allNoticeKinds.map((kind) => (
          <li key={kind} className="pwa-channels__kind">
            <div>
              <h2 className="pwa-channels__name">{noticeKinds[kind].label}</h2>
              <p className="pwa-channels__text">{noticeKinds[kind].description}</p>
            </div>
            <label className="pwa-channels__app">
              <input
                type="checkbox"
                checked={shown.choices[kind].inApp}
                onChange={(event) => choose(kind, { inApp: event.target.checked })}
              />
              <span>
                In the app<span className="pwa-sr-only">: {noticeKinds[kind].label}</span>
              </span>
            </label>
            <label className="pwa-channels__mail">
              <span className="pwa-sr-only">By mail: {noticeKinds[kind].label}</span>
              <select
                value={shown.choices[kind].mail}
                onChange={(event) => {
                  if (isMailChoice(event.target.value)) choose(kind, { mail: event.target.value })
                }}
              >
                {Object.entries(mailChoices).map(([value, text]) => (
                  <option key={value} value={value}>
                    {text}
                  </option>
                ))}
              </select>
            </label>
          </li>
        ))}
      </ul>
      <div className="pwa-channels__hour">
        <label htmlFor={hourId}>The digest comes daily at</label>
        <select
          id={hourId}
          value={shown.digestHour}
          onChange={(event) => {
            const digestHour = Number(event.target.value)
            keep({ next: { ...shown, digestHour }, input: { digestHour } })
          }}
        >
          {Array.from({ length: 24 }, (_, hour) => (
            <option key={hour} value={hour}>
              {`${String(hour).padStart(2, '0')}:00`}
            </option>
          ))}
        </select>
        <span>on your clock ({zone}), when there is something to tell.</span>
      </div>
    </section>
  )
}
