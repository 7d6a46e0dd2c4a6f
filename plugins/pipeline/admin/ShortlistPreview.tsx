import { z } from 'zod'

import { formatDay } from '#plugins/kernel/domain'
import { jobTimes } from '../domain/client-profile'

const text = z.string().nullable()

/** What `send-shortlist` answers when it is asked for a preview. */
export const shortlistPreview = z.object({
  mail: z.object({
    subject: z.string(),
    opening: z.string(),
    button: z.string(),
    missing: z.array(z.string()),
  }),
  shortlist: z.object({
    isBlind: z.boolean(),
    message: text,
    dueOn: text,
    items: z.array(
      z.object({
        itemId: z.string(),
        candidateName: z.string(),
        headline: text,
        recommendation: text,
        place: text,
        availableOn: text,
        skills: z.array(z.string()),
        jobs: z.array(z.object({ title: text, employer: text, from: text, to: text })),
        cv: z.enum(['ready', 'being-checked', 'none']),
      }),
    ),
  }),
})

const cvWords = {
  ready: 'with the CV',
  'being-checked': 'the CV follows once its virus scan is over',
  none: 'without a CV',
} as const

/** The mail and the page behind its link, before they leave. */
export const ShortlistPreview = ({ mail, shortlist }: z.output<typeof shortlistPreview>) => (
  <div className="pwa-preview" aria-live="polite">
    <section aria-label="The mail">
      <h3 className="pwa-shortlist__part">The mail</h3>
      <p>
        <strong>{mail.subject}</strong>
      </p>
      <p className="pwa-preview__text">{mail.opening}</p>
      {shortlist.message ? <p className="pwa-preview__text">{shortlist.message}</p> : null}
      {shortlist.dueOn ? (
        <p>Please answer by {formatDay({ day: shortlist.dueOn, locale: 'en' })}</p>
      ) : null}
      <p>
        <span className="pwa-preview__button">{mail.button}</span>
      </p>
      {mail.missing.length > 0 ? (
        <p className="pwa-field__problem">Without a value: {mail.missing.join(', ')}.</p>
      ) : null}
    </section>
    <section aria-label="The page">
      <h3 className="pwa-shortlist__part">The page</h3>
      <ol className="pwa-shortlist">
        {shortlist.items.map((item) => (
          <li key={item.itemId} className="pwa-shortlist__item">
            <h4 className="pwa-shortlist__name">{item.candidateName}</h4>
            {item.headline ? <p>{item.headline}</p> : null}
            {item.recommendation ? (
              <p className="pwa-preview__text">{item.recommendation}</p>
            ) : null}
            {item.skills.length > 0 ? (
              <p className="pwa-shortlist__note">{item.skills.slice(0, 12).join(' · ')}</p>
            ) : null}
            {item.jobs.length > 0 ? (
              <ul className="pwa-preview__jobs">
                {shownJobs(item.jobs).map(({ key, what, times }) => (
                  <li key={key}>
                    {what} <span className="pwa-shortlist__note">{times}</span>
                  </li>
                ))}
              </ul>
            ) : null}
            <p className="pwa-shortlist__note">
              {[
                item.place,
                item.availableOn
                  ? `free from ${formatDay({ day: item.availableOn, locale: 'en' })}`
                  : null,
                cvWords[item.cv],
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ol>
    </section>
  </div>
)

/** The newest, each with a key: jobs have neither id nor name of their own, and their order stays. */
const shownJobs = (
  jobs: readonly {
    title: string | null
    employer: string | null
    from: string | null
    to: string | null
  }[],
) =>
  jobs.slice(0, 4).map(({ title, employer, from, to }, at) => ({
    key: `job ${at}`,
    what: [title, employer].filter(Boolean).join(', ') || 'Employed',
    times: jobTimes({ from, to, locale: 'en' }),
  }))
