import { createLocalReq, type BeforeListTableServerProps } from 'payload'

import { EmptyState, Panel, Pill, Table } from '#plugins/agency/admin'
import { retentionDue } from '../queries/retention-due'

/** Above the rules: what each of them would do tonight. */
export const RetentionDue = async ({ payload, user }: BeforeListTableServerProps) => {
  if (!user) return null
  const rules = await retentionDue({ req: await createLocalReq({ user }, payload) })
  return (
    <Panel
      title="Due tonight"
      note="At 02:20 UTC the rules that are switched on do this. What is under a legal hold stays."
    >
      {rules.length === 0 ? (
        <EmptyState title="No rules yet" />
      ) : (
        <Table
          caption="What each rule would do tonight"
          columns={[
            { key: 'name', label: 'Rule' },
            { key: 'due', label: 'Due', isFigure: true },
            { key: 'state', label: 'State' },
            { key: 'what', label: 'What happens' },
          ]}
          rows={rules.map(({ id, name, due, isOn, what, detail }) => ({
            id,
            href: `/admin/collections/retention-rules/${id}`,
            cells: {
              name,
              due,
              state: <Pill tone={isOn ? 'good' : 'neutral'} label={isOn ? 'On' : 'Off'} />,
              what: detail ? `${what} Now: ${detail}.` : what,
            },
          }))}
        />
      )}
    </Panel>
  )
}
