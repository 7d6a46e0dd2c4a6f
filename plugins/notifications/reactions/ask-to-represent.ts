import { defineReaction } from '#plugins/kernel'
import { formatDay, formatInstant } from '#plugins/kernel/domain'
import { isAskedRepresentation } from '#plugins/pipeline/domain'
import { tellColleague } from '../commands/tell-colleague'
import { tellReader } from '../commands/tell-reader'
import type { NotificationsOptions } from '../options'
import { candidateName, mergedOrder, orderFacts } from '../queries/order-facts'
import { readAsIn } from '../queries/read-record'
import { candidateReader } from '../queries/readers'

const name = 'mail-right-to-represent'

const answers: Readonly<Record<string, string>> = {
  'representation.given': 'gave the right to represent them',
  'representation.refused': 'refused the right to represent them',
  'representation.taken-back': 'took back the right to represent them',
}

/** The question goes to the candidate with its link, and the answer to whoever owns the order. */
export const askToRepresent = ({ agencyName, adminUrl }: NotificationsOptions) =>
  defineReaction({
    name,
    on: ['representation.created', ...Object.keys(answers)],
    run: async ({ req, event }) => {
      const asked = await readAsIn({
        req,
        collection: 'representations',
        event,
        ...(event.name === 'representation.created' ? { isStill: isAskedRepresentation } : {}),
      })
      const order = asked && (await orderFacts({ req, id: asked.jobOrder }))
      if (!asked || !order) return
      const candidate = await candidateReader({ req, id: asked.candidate })
      const common = { req, cause: `${name}:${event.id}`, agencyName }
      const about = event.subject
      if (event.name === 'representation.created') {
        if (!candidate) return
        return await tellReader({
          ...common,
          letter: {
            to: candidate,
            message: { kind: 'representation.asked', values: mergedOrder(order) },
            blocks: [
              { kind: 'text', text: asked.text },
              {
                kind: 'facts',
                facts: [
                  { label: 'Role', value: order.title },
                  { label: 'Company', value: order.clientName },
                  ...(order.place ? [{ label: 'Where', value: order.place }] : []),
                  ...(asked.validOn
                    ? [
                        {
                          label: 'Until',
                          value: formatDay({ day: asked.validOn, locale: candidate.locale }),
                        },
                      ]
                    : []),
                  ...(asked.expiresAt
                    ? [
                        {
                          label: 'Please answer by',
                          value: formatInstant({
                            instant: asked.expiresAt,
                            locale: candidate.locale,
                            zone: candidate.zone,
                          }),
                        },
                      ]
                    : []),
                ],
              },
            ],
            button: 0,
            links: [
              {
                kind: 'access',
                purpose: 'representation.answer',
                subject: event.subject,
                person: candidate.person,
              },
            ],
            about,
            signedBy: order.owner?.name ?? null,
            isOwed: true,
          },
        })
      }
      // What a colleague noted on the phone is no news to the desk.
      if (!order.owner || asked.answeredThrough === 'colleague') return
      const who = candidate?.name ?? (await candidateName({ req, id: asked.candidate }))
      await tellColleague({
        ...common,
        event,
        kind: 'answer',
        to: order.owner,
        leadsTo: { kind: 'job-order', id: order.id },
        letter: {
          subject: `${who} ${answers[event.name] ?? 'answered'}: ${order.title}`,
          blocks: [
            {
              kind: 'facts',
              facts: [
                { label: 'Order', value: `${order.ref} · ${order.title}` },
                { label: 'Candidate', value: who },
                ...(asked.note ? [{ label: 'Why', value: asked.note }] : []),
              ],
            },
            { kind: 'action', label: 'Open the order', link: 0 },
          ],
          links: [{ kind: 'page', url: `${adminUrl}/admin/collections/job-orders/${order.id}` }],
          about,
        },
      })
    },
  })
