import type { Plugin } from 'payload'

import { contribute } from '#plugins/kernel'
import { payloadEmail } from './adapters/payload-email'
import { ClockTimes } from './collections/clock-times'
import { Clocks } from './collections/clocks'
import { Notes } from './collections/notes'
import { MailAddresses } from './collections/mail-addresses'
import { MessageTemplates } from './collections/message-templates'
import { outboundMails } from './collections/outbound-mails'
import { Tasks } from './collections/tasks'
import { assignTasks } from './commands/assign-tasks'
import { awaitOthers } from './commands/await-others'
import { cancelTasks } from './commands/cancel-tasks'
import { completeTasks } from './commands/complete-tasks'
import { clearBounce } from './commands/clear-bounce'
import { createTask } from './commands/create-task'
import { reopenTasks } from './commands/reopen-tasks'
import { addNote } from './commands/add-note'
import { editNote } from './commands/edit-note'
import { logCall } from './commands/log-call'
import { openMailLink } from './commands/open-mail-link'
import { removeNote } from './commands/remove-note'
import { requeueMail } from './commands/requeue-mail'
import { pauseClock } from './commands/pause-clock'
import { resumeClock } from './commands/resume-clock'
import { resetClockTimes } from './commands/reset-clock-times'
import { setClockTimes } from './commands/set-clock-times'
import { resetMessageTemplate } from './commands/reset-message-template'
import { saveMessageTemplate } from './commands/save-message-template'
import { sendTestMessage } from './commands/send-test-message'
import { snoozeTasks } from './commands/snooze-tasks'
import { personalData } from './database/personal-data'
import { clockWorkflow } from './domain/clock-workflow'
import { mailWorkflow } from './domain/mail-workflow'
import { openTaskStates, taskWorkflow } from './domain/task-workflow'
import { recordWorkEndpoint } from './endpoints/record-work-endpoint'
import { systemEndpoint } from './endpoints/system-endpoint'
import { sendMailJob } from './jobs/send-mail'
import { watchClocks } from './jobs/watch-clocks'
import type { MailOptions } from './options'
import { mailChecks } from './queries/mail-checks'
import { mailGauges } from './queries/mail-gauges'
import { noteDetails } from './queries/note-details'
import { sendPasswordReset } from './reactions/send-password-reset'

export { addNote } from './commands/add-note'
export { noteReturned, optOut } from './commands/note-bounce'
export { queueMail, type MailLetter, type NewMail } from './commands/queue-mail'
export { messageTemplate, messageWords } from './queries/message-words'
export { addressMarks, type AddressMarks } from './queries/address-marks'
export { createTask } from './commands/create-task'
export { dropTasks } from './commands/drop-tasks'
export { putTask } from './commands/put-task'
export { settleTask } from './commands/settle-task'
export { dueInWorkingTime } from './queries/due-in-working-time'
export { pauseClock } from './commands/pause-clock'
export { resumeClock } from './commands/resume-clock'
export type { MailOptions } from './options'
export { workBeside } from './plugin'
export { dayCounts } from './queries/my-day'
export { followClocks } from './reactions/follow-clocks'

/** What people owe and tell each other: tasks, clocks, and the mail that leaves the house. */
export const workPlugin =
  (options: MailOptions): Plugin =>
  (config) =>
    contribute({
      config: {
        ...config,
        email: payloadEmail(options),
        endpoints: [...(config.endpoints ?? []), systemEndpoint(), recordWorkEndpoint()],
        collections: [
          ...(config.collections ?? []),
          Tasks,
          Clocks,
          ClockTimes,
          Notes,
          MessageTemplates,
          MailAddresses,
          outboundMails({ isDemo: options.isDemo }),
        ],
        admin: {
          ...config.admin,
          components: {
            ...config.admin?.components,
            afterNavLinks: [
              ...(config.admin?.components?.afterNavLinks ?? []),
              '/plugins/work/admin/AuditLink#AuditLink',
            ],
            views: {
              ...config.admin?.components?.views,
              audit: {
                Component: '/plugins/work/admin/AuditTrail#AuditTrail',
                path: '/audit',
                exact: true,
              },
              myDay: {
                Component: '/plugins/work/admin/MyDay#MyDay',
                path: '/my-day',
                exact: true,
              },
            },
          },
        },
      },
      contribution: {
        plugin: 'work',
        details: [noteDetails],
        timeline: '/plugins/work/admin/RecordStory#RecordStory',
        personalData,
        settings: [
          {
            area: 'time',
            label: 'Clocks',
            text: 'How long each side has, when a clock turns amber and when help is called.',
            path: '/collections/clock-times',
            permission: 'settings.write',
          },
          {
            area: 'systems',
            label: 'System',
            text: 'Queues, failures, mails and workers.',
            path: '/system',
            permission: 'settings.write',
          },
          {
            area: 'systems',
            label: 'Audit',
            text: 'Who did what, when, to which record; taken out for an auditor.',
            path: '/audit',
            permission: 'audit.read',
          },
          {
            area: 'voice',
            label: 'Message templates',
            text: 'The words of every mail that leaves by itself.',
            path: '/collections/message-templates',
            permission: 'settings.write',
          },
          {
            area: 'voice',
            label: 'Mails',
            text: 'What was sent, to whom, and what the mail server said.',
            path: '/collections/outbound-mails',
            permission: 'mail.read',
          },
          {
            area: 'voice',
            label: 'Mail addresses',
            text: 'Addresses whose mail comes back, and those that want no mailings.',
            path: '/collections/mail-addresses',
            permission: 'mail.read',
          },
        ],
        owners: [
          {
            key: 'tasks',
            label: 'Tasks',
            collection: 'tasks',
            field: 'owner',
            openStates: openTaskStates,
            event: 'task.assigned',
          },
          { key: 'clocks', label: 'Clocks', collection: 'clocks', field: 'owner' },
        ],
        workflows: [taskWorkflow, clockWorkflow, mailWorkflow],
        events: [
          { name: 'task.assigned', summary: 'A task was given to a colleague' },
          { name: 'clock.amber', summary: 'Three quarters of the time are gone' },
          { name: 'clock.overdue', summary: 'The time ran out' },
          { name: 'clock.escalated', summary: 'It was put before somebody who can help' },
          { name: 'note.added', summary: 'Note added' },
          { name: 'note.changed', summary: 'Note changed by whoever wrote it' },
          { name: 'note.removed', summary: 'Note taken back by whoever wrote it' },
          { name: 'call.logged', summary: 'Call logged' },
          {
            name: 'mail.opened-as',
            summary:
              'In the demo, a member of staff opened the link of a kept mail as its receiver',
          },
          { name: 'mail.sent-again', summary: 'A member of staff had a mail sent again' },
        ],
        commands: [
          createTask,
          completeTasks,
          reopenTasks,
          snoozeTasks,
          awaitOthers,
          assignTasks,
          cancelTasks,
          pauseClock,
          resumeClock,
          setClockTimes,
          resetClockTimes,
          addNote,
          logCall,
          editNote,
          removeNote,
          openMailLink(options),
          requeueMail(options),
          clearBounce,
          saveMessageTemplate,
          resetMessageTemplate,
          sendTestMessage(options),
        ],
        jobs: [sendMailJob(options), watchClocks],
        reactions: [sendPasswordReset],
        checks: mailChecks(options),
        subjects: {
          task: { collection: 'tasks', label: 'Task' },
          clock: { collection: 'clocks', label: 'Clock' },
          'clock-times': { collection: 'clock-times', label: 'Times of a clock' },
          mail: { collection: 'outbound-mails', label: 'Mail' },
          'mail-address': { collection: 'mail-addresses', label: 'Mail address' },
          'message-template': { collection: 'message-templates', label: 'Message template' },
        },
        gauges: [mailGauges],
      },
    })
