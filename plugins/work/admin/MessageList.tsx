import { PageHeader, Pill, Screen, Table } from '#plugins/agency/admin'

type Props = {
  messages: readonly {
    kind: string
    label: string
    reader: string
    subject: string
    isOwn: boolean
  }[]
}

/** Every mail that leaves by itself, with its subject and whose words it has. */
export const MessageList = ({ messages }: Props) => (
  <Screen>
    <PageHeader
      title="Message templates"
      lead="Mails that the product sends by itself. Each has words to begin with; write your own where your agency says it differently."
    />
    <Table
      caption="Mails and their words"
      columns={[
        { key: 'mail', label: 'Mail' },
        { key: 'reader', label: 'Who reads it' },
        { key: 'subject', label: 'Subject' },
        { key: 'words', label: 'Words' },
      ]}
      rows={messages.map(({ kind, label, reader, subject, isOwn }) => ({
        id: kind,
        href: `/admin/collections/message-templates?mail=${encodeURIComponent(kind)}`,
        cells: {
          mail: label,
          reader,
          subject,
          words: isOwn ? (
            <Pill tone="info" label="Your own" />
          ) : (
            <Pill tone="neutral" label="As it came" />
          ),
        },
      }))}
    />
  </Screen>
)
