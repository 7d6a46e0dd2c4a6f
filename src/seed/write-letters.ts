import { randomUUID } from 'node:crypto'

import { fileIncoming } from '#plugins/letters'
import type { Happening, Story } from './story'

/** Letters to candidates, the answers that came by mail, and one that nobody is known for. */
export const writtenLetters = (story: Story): Happening[] => {
  const candidateId = story.ids.of('candidate:hannah-lindqvist')
  const jobOrderId = story.ids.of('order:night-nurse')
  return [
    {
      daysAgo: 4,
      time: '09:20',
      play: async () => {
        await story.system(async (req) => {
          for (const data of templates)
            await req.payload.create({
              collection: 'letter-templates',
              data,
              req,
              overrideAccess: true,
              depth: 0,
            })
          const mailbox = await req.payload.create({
            collection: 'mailboxes',
            data: {
              name: 'Answers',
              address,
              isActive: false,
              takesAnswers: true,
              host: 'imap.harbourhale.example',
              port: 993,
              security: 'tls',
              username: address,
              secret: req.payload.encrypt(randomUUID()),
              folder: 'INBOX',
            },
            req,
            overrideAccess: true,
            depth: 0,
          })
          story.ids.keep('mailbox:answers', mailbox.id)
        })
        await story.staff({
          as: 'maya',
          command: 'send-letters',
          input: {
            reader: 'candidate',
            readerIds: [candidateId],
            jobOrderId,
            subject: question,
            text: 'The ward asked for you again: three nights a week from the first Monday of December.\n\nWould that suit you?',
          },
        })
        await story.staff({
          as: 'maya',
          command: 'send-letters',
          input: {
            reader: 'candidate',
            readerIds: ['zofia-zolc', 'amara-nwosu', 'hannah-lindqvist'].map((key) =>
              story.ids.of(`candidate:${key}`),
            ),
            subject: 'Nights over the holidays',
            text: 'I am planning the nights from December 21 to January 3. Which of them suit you, {{reader.firstName}}, and which do not?',
          },
        })
      },
    },
    {
      daysAgo: 3,
      time: '18:05',
      play: async () => {
        await story.system(async (req) => {
          const mailbox = { id: story.ids.of('mailbox:answers'), address }
          const { docs } = await req.payload.find({
            collection: 'outbound-mails',
            where: { personId: { equals: candidateId }, subject: { equals: question } },
            sort: '-createdAt',
            limit: 1,
            depth: 0,
            req,
            overrideAccess: true,
          })
          const { email } = await req.payload.findByID({
            collection: 'candidates',
            id: candidateId,
            depth: 0,
            req,
            overrideAccess: true,
          })
          const came = async (mail: {
            from: string
            name: string
            subject: string
            text: string
            references: string[]
          }) =>
            await fileIncoming({
              req,
              mail: {
                messageId: `<${randomUUID()}@mail.example>`,
                references: mail.references,
                fromAddress: mail.from,
                fromName: mail.name,
                toAddresses: [address],
                subject: mail.subject,
                text: mail.text,
                isAutomatic: false,
                files: [],
                reports: [],
              },
              bytes: new TextEncoder().encode(mail.text),
              mailbox,
              host,
            })
          await came({
            from: email ?? '',
            name: 'Hannah Lindqvist',
            subject: `Re: ${question}`,
            text: 'Hello Maya, yes, gladly, but not on the 24th and 25th.\n\nHannah\n\nOn Thursday Maya wrote:\n> Would that suit you?',
            references: docs.map(({ id }) => `<${id}@${host}>`),
          })
          await came({
            from: 'd.okonkwo@mail.example',
            name: 'Daniel Okonkwo',
            subject: 'Forklift license renewed',
            text: 'Good evening, we spoke at the job fair. My license is renewed until 2029. Is there still work in Tucson?',
            references: [],
          })
        })
      },
    },
  ]
}

const question = 'Are you still free in December?'

const address = 'answers@harbourhale.example'

/** Mails of the story are numbered under it. */
const host = 'localhost'

const templates = [
  {
    name: 'Checking in',
    reader: 'candidate',
    subject: 'How are you, {{reader.firstName}}?',
    text: 'It has been a while since we spoke. Are you looking for something new, and from when could you begin?\n\nA short answer is enough; I shall call you.',
  },
  {
    name: 'A job that may suit you',
    reader: 'candidate',
    subject: '{{order.title}}: would it suit you?',
    text: 'We are looking for somebody for “{{order.title}}” ({{order.ref}}) and thought of you.\n\nShall I tell you more?',
  },
  {
    name: 'Who is available',
    reader: 'client-contact',
    subject: 'People who are free for {{client.name}}',
    text: 'Several of our people are free in the next weeks. Tell me what you need at {{client.name}}, and you hear from me the same day.',
  },
] as const
