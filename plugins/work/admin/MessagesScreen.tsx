import { createLocalReq, type ListViewServerProps } from 'payload'

import { actorOf, registryOf } from '#plugins/kernel'
import { can } from '#plugins/kernel/domain'
import { EmptyState, Screen } from '#plugins/agency/admin'
import { fieldsOf, ownWords } from '../queries/message-words'
import { recentMessages, sampleValues } from '../queries/recent-messages'
import { MessageEditor } from './MessageEditor'
import { MessageList } from './MessageList'

/** The words of every mail the product sends, in a list, and one of them to be written anew. */
export const MessagesScreen = async ({
  payload,
  user,
  searchParams,
}: Pick<ListViewServerProps, 'payload' | 'user' | 'searchParams'>) => {
  const req = await createLocalReq(user ? { user } : {}, payload)
  const actor = actorOf(req)
  if (!can({ actor, permission: 'settings.write' }))
    return (
      <Screen>
        <EmptyState
          title="The words of mails are kept by whoever keeps the settings"
          text="Ask a colleague with the right to change settings."
        />
      </Screen>
    )
  const messages = [...registryOf(payload).messages.values()]
  const chosen = messages.find(({ kind }) => kind === searchParams?.mail)
  if (!chosen) {
    const { docs } = await payload.find({
      collection: 'message-templates',
      limit: 200,
      depth: 0,
      req,
      overrideAccess: false,
    })
    const changed = new Map(docs.map((doc) => [doc.kind, doc]))
    return (
      <MessageList
        messages={messages.map(({ kind, label, reader, defaults }) => ({
          kind,
          label,
          reader,
          subject: changed.get(kind)?.subject ?? defaults.subject,
          isOwn: changed.has(kind),
        }))}
      />
    )
  }
  const { docs: brands } = await payload.find({
    collection: 'brands',
    sort: 'name',
    limit: 200,
    depth: 0,
    joins: false,
    req,
    overrideAccess: false,
  })
  const own = await ownWords({ req, kind: chosen.kind })
  return (
    <MessageEditor
      key={chosen.kind}
      kind={chosen.kind}
      label={chosen.label}
      reader={chosen.reader}
      fields={fieldsOf(chosen)}
      defaults={chosen.defaults}
      own={own}
      brands={brands.map((brand) => ({
        id: brand.id,
        name: brand.name,
        from: `${brand.senderName} <${brand.senderAddress}>`,
        replyTo: brand.replyTo ?? null,
        footer: brand.footer ?? null,
        colour: brand.accentColour,
        isDefault: brand.isDefault === true,
      }))}
      samples={sampleValues(chosen)}
      recent={await recentMessages({ req, kind: chosen.kind })}
      email={actor.kind === 'staff' ? actor.email : ''}
      locale={actor.kind === 'staff' ? actor.locale : 'en'}
      zone={actor.kind === 'staff' ? actor.zone : 'UTC'}
    />
  )
}
