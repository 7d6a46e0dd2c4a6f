import { SetStepNav } from '@payloadcms/ui'

import { EmptyState, PageHeader, Screen } from '#plugins/agency/admin'
import { systemPermission } from '#plugins/kernel'
import { withStaff } from '#plugins/kernel/admin/server'
import { machineRoom } from '../queries/machine-room'
import { SystemBoard } from './SystemBoard'

/** The machine room: whether everything runs, what failed, and the acts that bring it back. */
export const System = withStaff({
  permission: systemPermission,
  frame: 'page',
  view: async ({ initPageResult: { req } }) => {
    const state = await machineRoom({ req })
    return (
      <Screen>
        <SetStepNav nav={[{ label: 'System' }]} />
        <PageHeader
          title="System"
          lead="What runs behind the agency. The figures renew themselves while this page is open."
        />
        {state.ok ? (
          <SystemBoard initial={state.value} />
        ) : (
          <EmptyState title="Nothing to show" text={state.failure.message} />
        )}
      </Screen>
    )
  },
})
