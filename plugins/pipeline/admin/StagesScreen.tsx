import { createLocalReq, type ListViewServerProps } from 'payload'

import { EmptyState, Screen } from '#plugins/agency/admin'
import { stateFrom, statesOf } from '#plugins/kernel/domain'
import { submissionWorkflow } from '../domain/submission-workflow'
import { stageList } from '../queries/stage-list'
import { StagesList } from './StagesList'

/** Where an agency names, colours and orders the columns of its boards. */
export const StagesScreen = async ({
  payload,
  user,
}: Pick<ListViewServerProps, 'payload' | 'user'>) => {
  const req = await createLocalReq(user ? { user } : {}, payload)
  const stages = await stageList(req)
  if (!stages)
    return (
      <Screen>
        <EmptyState
          title="The stages are kept by whoever keeps the settings"
          text="Ask a colleague with the right to change settings."
        />
      </Screen>
    )
  return (
    <StagesList
      stages={stages.map(({ id, name, state, colour, isHidden, cards }) => {
        const known = stateFrom({ workflow: submissionWorkflow, value: state })
        return {
          id,
          name,
          colour,
          isHidden,
          cards,
          state: known ? submissionWorkflow.states[known].label : state,
          tone: known ? submissionWorkflow.states[known].tone : 'neutral',
        }
      })}
      states={statesOf(submissionWorkflow).map((value) => ({
        value,
        label: submissionWorkflow.states[value].label,
      }))}
    />
  )
}
