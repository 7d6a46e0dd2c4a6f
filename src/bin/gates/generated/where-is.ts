import { table, withSection } from './markdown'

type Answer = { question: string; file: string; phrase: string }

/** Ten questions of a newcomer; the line is looked up, so an answer cannot grow stale unnoticed. */
const answers: readonly Answer[] = [
  {
    question: 'Where is it decided who may call a command?',
    file: 'plugins/kernel/commands/run-command.ts',
    phrase: 'const refusalFor = ',
  },
  {
    question: 'Where is what Payload leaves open closed?',
    file: 'src/access/seal.ts',
    phrase: 'export const sealed = ',
  },
  {
    question: 'Where is COMMIT made honest?',
    file: 'plugins/kernel/database/truthful-adapter.ts',
    phrase: 'db.commitTransaction = ',
  },
  {
    question: 'Where is the life of a submission?',
    file: 'plugins/pipeline/domain/submission-workflow.ts',
    phrase: 'export const submissionWorkflow',
  },
  {
    question: 'Where is an opening filled, and only once?',
    file: 'plugins/placements/commands/place-candidate.ts',
    phrase: 'export const placeCandidate',
  },
  {
    question: 'Where is overtime worked out?',
    file: 'plugins/timekeeping/domain/evaluate-week.ts',
    phrase: 'export const evaluateWeek',
  },
  {
    question: 'Where does an invoice get its number?',
    file: 'plugins/billing/commands/issue-invoice.ts',
    phrase: 'export const issueInvoice',
  },
  {
    question: 'Where is a payment of Stripe judged?',
    file: 'plugins/payments/domain/settlement.ts',
    phrase: 'export const settle',
  },
  {
    question: 'Where does the token of a link come into a mail?',
    file: 'plugins/work/queries/mail-link-url.ts',
    phrase: 'export const mailLinkUrl',
  },
  {
    question: 'Where are the settings?',
    file: 'src/env.ts',
    phrase: 'export const settings = ',
  },
]

/** The README with the answers, each at the line where its code stands today. */
export const describeWhereabouts = ({
  readme,
  contentOf,
}: {
  readme: string
  contentOf: (path: string) => string | null
}): string =>
  withSection({
    markdown: readme,
    name: 'where-is',
    title: 'Where is …',
    body: table({
      head: ['Question', 'Answer'],
      rows: answers.flatMap(({ question, file, phrase }) => {
        const content = contentOf(file)
        // A file that is gone leaves a gap, which the test that counts ten answers sees.
        if (content === null) return []
        const line = lineOf({ content, phrase })
        if (line === null) throw new Error(`${file} no longer has “${phrase}”: ${question}`)
        return [[question, `[${file}:${line}](${file}#L${line})`]]
      }),
    }),
  })

const lineOf = ({ content, phrase }: { content: string; phrase: string }): number | null => {
  const index = content.split('\n').findIndex((line) => line.includes(phrase))
  return index < 0 ? null : index + 1
}
