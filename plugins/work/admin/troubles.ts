import type { CommandAction } from '#plugins/kernel/admin'
import { formatAge } from '#plugins/kernel/domain'
import type { FailedJob } from '#plugins/kernel'
import type { MailInTrouble } from '../queries/mail-state'

/** Something that failed, with what can be done about it. */
export type Trouble = {
  id: string
  title: string
  /** What the machine said. */
  reason: string
  facts: readonly string[]
  link: { label: string; href: string } | null
  retry: CommandAction | null
  discard: CommandAction | null
}

export const troubledJobs = (jobs: readonly FailedJob[]): Trouble[] =>
  jobs.map(({ id, queue, message, tries, failedSecondsAgo, event, about }) => {
    const input = { queue, jobId: id }
    return {
      id,
      title: queue,
      reason: message,
      facts: [
        `${tries} ${tries === 1 ? 'try' : 'tries'}`,
        `${formatAge(failedSecondsAgo)} ago`,
        ...(event ? [`after ${event}`] : []),
      ],
      link: about,
      retry: {
        command: 'retry-job',
        label: 'Retry',
        input,
        tone: 'primary',
        done: 'It is tried again.',
      },
      discard: {
        command: 'discard-job',
        label: 'Discard…',
        input,
        tone: 'danger',
        text: `What “${queue}” should have done stays undone. It cannot be brought back.`,
        done: 'Discarded.',
      },
    }
  })

export const troubledMails = (mails: readonly MailInTrouble[]): Trouble[] =>
  mails.map((mail) => ({
    id: mail.id,
    title: mail.subject,
    reason: mail.answer ?? 'The mail server left no reason.',
    facts: [
      `to ${mail.to}`,
      mail.canBeRequeued ? 'failed' : 'is tried again by itself',
      `${formatAge(mail.secondsAgo)} ago`,
    ],
    link: { label: 'Mail', href: `/admin/collections/outbound-mails/${mail.id}` },
    retry: mail.canBeRequeued
      ? {
          command: 'requeue-mail',
          label: 'Retry',
          input: { mailId: mail.id },
          tone: 'primary',
          done: 'Queued again.',
        }
      : null,
    discard: null,
  }))
