import { createLocalReq, type ListViewServerProps } from 'payload'

import { EmptyState, Screen } from '#plugins/agency/admin'
import { routingList } from '../queries/routing-list'
import { RoutingList } from './RoutingList'

/** Whose work becomes, in the order in which the rules are asked, and a way to try it. */
export const RoutingScreen = async ({
  payload,
  user,
}: Pick<ListViewServerProps, 'payload' | 'user'>) => {
  const req = await createLocalReq(user ? { user } : {}, payload)
  const rules = await routingList(req)
  if (!rules)
    return (
      <Screen>
        <EmptyState
          title="The routing rules are kept by whoever keeps the settings"
          text="Ask a colleague with the right to change settings."
        />
      </Screen>
    )
  return <RoutingList rules={rules} />
}
