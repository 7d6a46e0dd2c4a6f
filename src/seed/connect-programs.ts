import { z } from 'zod'

import { enqueue, instant, moveRecord, sqlOf } from '#plugins/kernel'
import { epochMsOf, instantAt } from '#plugins/kernel/domain'
import { queueMail } from '#plugins/work'
import type { Happening, Story } from './story'

const toldEvents = ['placement.started', 'placement.completed', 'placement.ended-early']

const checker = { name: 'Reference checks', messageId: 'check-000417' }

/** Programs that the agency works with: a key, an address that is told, an address that is sent to. */
export const connectedPrograms = (story: Story): Happening[] => [
  {
    daysAgo: 26,
    time: '13:30',
    play: async () => {
      const { webhookId } = await story.staff({
        as: 'helen',
        command: 'create-webhook',
        input: {
          name: 'Payroll system',
          url: 'https://payroll.example.com/hooks/placewright',
          events: toldEvents,
          scopes: [],
        },
        result: z.object({ webhookId: z.string() }),
      })
      story.ids.keep('webhook:payroll', webhookId)
    },
  },
  {
    daysAgo: 12,
    time: '11:00',
    play: async () => {
      await story.staff({
        as: 'helen',
        command: 'create-api-key',
        input: {
          name: 'Payroll export',
          scopes: ['time.read', 'placements.read'],
          lifetimeDays: 365,
        },
      })
      const { incomingEndpointId } = await story.staff({
        as: 'helen',
        command: 'create-incoming-endpoint',
        input: { name: checker.name, purpose: 'note' },
        result: z.object({ incomingEndpointId: z.string() }),
      })
      story.ids.keep('incoming:checks', incomingEndpointId)
    },
  },
  {
    daysAgo: 4,
    time: '13:25',
    play: async () => {
      const { noteId } = await story.staff({
        as: 'helen',
        via: {
          id: story.ids.of('incoming:checks'),
          name: `Incoming webhook “${checker.name}”`,
        },
        command: 'add-note',
        input: {
          about: { kind: 'candidate', id: story.ids.of('candidate:hannah-lindqvist') },
          text: 'Reference check finished: two of two answered, both would take her again.',
        },
        result: z.object({ noteId: z.string() }),
      })
      story.ids.keep('note:checks', noteId)
    },
  },
  {
    daysAgo: 1,
    time: '14:00',
    // From then on no demo speaks to the internet; what was sent before stands in the log.
    play: async () => {
      await story.staff({
        as: 'helen',
        command: 'pause-webhook',
        input: { webhookId: story.ids.of('webhook:payroll') },
      })
    },
  },
]

/** What the machine room remembers of the days that were told, each at its own time. */
export const leaveTraces = async (story: Story): Promise<void> => {
  await logSentMessages(story)
  await logTakenMessages(story)
  await refuseMail(story)
  await loseJob(story)
}

/** Every message got through but the last one, for which the receiver was away too long. */
const logSentMessages = async (story: Story): Promise<void> =>
  await story.system(async (req) => {
    const webhookId = story.ids.of('webhook:payroll')
    const told = await sqlOf(req).rows({
      schema: z.object({
        id: z.string(),
        name: z.string(),
        at: instant,
        subject_type: z.string(),
        subject_id: z.string(),
      }),
      text: `select e.id, e.name, e.at, e.subject_type, e.subject_id
        from domain_events e join webhook_endpoints w on w.id = $1
        where e.name = any($2) and e.at between w.created_at and now() - interval '3 days'
        order by e.at, e.id`,
      values: [webhookId, toldEvents],
    })
    for (const [
      index,
      { id, name, at, subject_type: kind, subject_id: subjectId },
    ] of told.entries()) {
      const isLast = index === told.length - 1
      const messageId = `msg_${id.replaceAll('-', '')}`
      const said = {
        id: messageId,
        version: 1,
        type: name,
        sequence: index + 1,
        timestamp: at,
        data: { subject: { kind, id: subjectId } },
      }
      await sqlOf(req).run({
        text: `insert into webhook_deliveries (id, state, endpoint_id, event_name, event_id,
            message_id, sequence, tries, created_at, updated_at, ended_at, request_excerpt,
            response_status, response_excerpt, problem)
          values (uuid_v7(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10, $11, $12, $13)`,
        values: [
          isLast ? 'failed' : 'delivered',
          webhookId,
          name,
          id,
          messageId,
          index + 1,
          isLast ? 11 : 1,
          at,
          instantAt(epochMsOf(at) + (isLast ? triedForMs : 1_000)),
          JSON.stringify(said, null, 2),
          isLast ? 503 : 200,
          isLast ? 'Closed for maintenance' : 'ok',
          isLast ? 'The receiver answered 503.' : null,
        ],
      })
    }
    await sqlOf(req).run({
      text: `update webhook_endpoints w set last_sequence = $2,
          last_delivered_at = (select max(ended_at) from webhook_deliveries d
            where d.endpoint_id = w.id and d.state = 'delivered')
        where w.id = $1`,
      values: [webhookId, told.length],
    })
  })

/** The waits between eleven tries together. */
const triedForMs = 85_355_000

const logTakenMessages = async (story: Story): Promise<void> =>
  await story.system(async (req) => {
    await sqlOf(req).run({
      text: `insert into incoming_deliveries (id, state, endpoint_id, delivery_id, tries, body_bytes,
          field_names, answer_status, answer, record_kind, record_id, created_at, updated_at)
        select uuid_v7(), came.state, $1, came.delivery_id, 1, came.bytes, came.names, came.status,
          came.answer, came.kind, came.record_id, n.created_at + came.later, n.created_at + came.later
        from notes n cross join (values
          ('accepted', $3, 187, 'about, text', 200, 'Accepted.', 'note', $2, interval '0'),
          ('refused', $4, 94, 'about, text', 422, 'text: Please write something.', null, null,
            interval '1 day')
        ) as came (state, delivery_id, bytes, names, status, answer, kind, record_id, later)
        where n.id = $2::uuid`,
      values: [
        story.ids.of('incoming:checks'),
        story.ids.of('note:checks'),
        checker.messageId,
        'check-000418',
      ],
    })
    await sqlOf(req).run({
      text: `update incoming_endpoints e set last_accepted_at = n.created_at
        from notes n where e.id = $1 and n.id = $2`,
      values: [story.ids.of('incoming:checks'), story.ids.of('note:checks')],
    })
  })

/** A mail to an address that is no more, to be put right on the System screen. */
const refuseMail = async (story: Story): Promise<void> =>
  await story.system(async (req) => {
    const mailId = await queueMail({
      req,
      mail: {
        to: 'front.desk@copperline.example',
        toName: 'Front desk',
        subject: 'Your order is with us',
        content: {
          greeting: 'Hello,',
          blocks: [{ kind: 'text', text: 'We have your order and shall call you this week.' }],
        },
        dedupeKey: 'demo:refused-mail',
        about: { kind: 'client', id: story.ids.of('client:sonoran') },
      },
    })
    const answer = '550 5.1.1 No such user here'
    const moved = await moveRecord({
      req,
      collection: 'outbound-mails',
      id: mailId ?? '',
      to: 'failed',
      reason: answer,
      data: { serverAnswer: answer, tries: 1 },
      what: 'mail',
    })
    if (!moved.ok) throw new Error(moved.failure.message)
  })

/** A job that used up its tries. To try it again does no harm: the text it should have read is there. */
const loseJob = async (story: Story): Promise<void> =>
  await story.system(async (req) => {
    const cv = await sqlOf(req).first({
      schema: z.object({ id: z.string() }),
      text: `select id from documents where candidate_id = $1 and kind = 'cv' limit 1`,
      values: [story.ids.of('candidate:hannah-lindqvist')],
    })
    if (!cv) throw new Error('The story has lost a CV.')
    const jobId = await enqueue({
      req,
      queue: 'extract-document-text',
      data: { documentId: cv.id },
    })
    await sqlOf(req).run({
      text: `update pgboss.job set state = 'failed', retry_count = retry_limit, started_on = now(),
          completed_on = now(), output = '{"message": "The store of files did not answer in time."}'
        where id = $1`,
      values: [jobId],
    })
  })
