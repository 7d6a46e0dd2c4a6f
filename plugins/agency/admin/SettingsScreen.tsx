import { SetStepNav } from '@payloadcms/ui'

import { registryOf } from '#plugins/kernel'
import { withStaff } from '#plugins/kernel/admin/server'
import { settingsAreas } from '#plugins/kernel/domain'
import { EmptyState, PageHeader, Panel, Screen } from './brand'

/** Everything that an agency sets up by itself, in one place; each plugin adds its own lines. */
export const SettingsScreen = withStaff({
  frame: 'page',
  view: ({ initPageResult: { req }, actor }) => {
    const all = registryOf(req.payload).settings.filter(({ permission }) =>
      actor.permissions.has(permission),
    )
    const areas = settingsAreas
      .map(({ key, label }) => ({ key, label, entries: all.filter(({ area }) => area === key) }))
      .filter(({ entries }) => entries.length > 0)
    return (
      <Screen>
        <SetStepNav nav={[{ label: 'Settings' }]} />
        <PageHeader title="Settings" lead="How the agency is set up. Changes hold at once." />
        {areas.length === 0 ? (
          <EmptyState
            title="Nothing here for your role"
            text="Colleagues who manage settings or staff find their screens here."
          />
        ) : (
          <div className="pwa-settings">
            {areas.map(({ key, label, entries }) => (
              <Panel key={key} title={label}>
                <ul className="pwa-settings__list">
                  {entries.map((entry) => (
                    <li key={entry.path}>
                      <a href={`/admin${entry.path}`} className="pwa-settings__link">
                        <span className="pwa-settings__label">{entry.label}</span>
                        <span className="pwa-settings__text">{entry.text}</span>
                      </a>
                    </li>
                  ))}
                </ul>
              </Panel>
            ))}
          </div>
        )}
      </Screen>
    )
  },
})
