import { Choice, SubmitButton } from '../../base'
import type { FilterPanelProps } from '../../contract'

/** Folded on a phone, open beside the list on a wide screen; a GET form without JavaScript. */
export const FilterPanel = ({
  action,
  groups,
  hidden = {},
  resetHref,
  labels = { title: 'Narrow the list', apply: 'Show jobs', reset: 'Clear all' },
}: FilterPanelProps) => {
  const chosen = groups.reduce((sum, group) => sum + group.selected.length, 0)
  const fields = (idPrefix: string) => (
    <form className="pw-filter__form" action={action} method="get">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {groups.map((group) => (
        <Choice
          key={group.name}
          idPrefix={idPrefix}
          name={group.name}
          label={group.legend}
          options={group.options}
          values={{ [group.name]: group.selected }}
          errors={{}}
          isMultiple
          isRequired
        />
      ))}
      <div className="pw-actions">
        <SubmitButton label={labels.apply} look="quiet" />
        {resetHref && chosen > 0 ? (
          <a className="pw-more" href={resetHref}>
            {labels.reset}
          </a>
        ) : null}
      </div>
    </form>
  )
  return (
    <div className="pw-filter">
      <details className="pw-filter__fold">
        <summary>
          <span>{labels.title}</span>
          {chosen > 0 ? <span className="pw-filter__chosen">{chosen}</span> : null}
        </summary>
        {fields('filter-fold')}
      </details>
      <div className="pw-filter__open">
        <h2 className="pw-filter__title">{labels.title}</h2>
        {fields('filter')}
      </div>
    </div>
  )
}
