import { createLocalReq, type ListViewServerProps } from 'payload'

import { actorOf, registryOf } from '#plugins/kernel'
import { can } from '#plugins/kernel/domain'
import { EmptyState, Screen } from '#plugins/agency/admin'
import { ballWords } from '../domain/clock-words'
import { ownClockTimes, usualTimes } from '../queries/clock-times'
import { ClockTimesList } from './ClockTimesList'

/** How long each side has for its next step, as the agency promises it. */
export const ClockTimesScreen = async ({
  payload,
  user,
}: Pick<ListViewServerProps, 'payload' | 'user'>) => {
  const req = await createLocalReq(user ? { user } : {}, payload)
  if (!can({ actor: actorOf(req), permission: 'settings.write' }))
    return (
      <Screen>
        <EmptyState
          title="The times of clocks are kept by whoever keeps the settings"
          text="Ask a colleague with the right to change settings."
        />
      </Screen>
    )
  const own = await ownClockTimes(req)
  return (
    <ClockTimesList
      clocks={[...registryOf(payload).clocks.values()].map((clock) => ({
        kind: clock.kind,
        label: clock.label,
        turn: ballWords[clock.ballIn],
        isOwn: own.has(clock.kind),
        ...(own.get(clock.kind) ?? usualTimes(clock)),
      }))}
    />
  )
}
