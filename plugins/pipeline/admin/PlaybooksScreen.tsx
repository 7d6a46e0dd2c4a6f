import { createLocalReq, type ListViewServerProps } from 'payload'

import { EmptyState, Screen } from '#plugins/agency/admin'
import { playbookList } from '../queries/playbook-list'
import { PlaybooksList } from './PlaybooksList'

/** What the desk does with orders of each kind, in the order in which the kinds are tried. */
export const PlaybooksScreen = async ({
  payload,
  user,
}: Pick<ListViewServerProps, 'payload' | 'user'>) => {
  const req = await createLocalReq(user ? { user } : {}, payload)
  const playbooks = await playbookList(req)
  if (!playbooks)
    return (
      <Screen>
        <EmptyState
          title="The playbooks are kept by whoever keeps the settings"
          text="Ask a colleague with the right to change settings."
        />
      </Screen>
    )
  return <PlaybooksList playbooks={playbooks} />
}
