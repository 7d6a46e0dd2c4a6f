import { Icon } from '../../base'
import { valueOf } from '../../base/field-ids'
import type { JobSearchBarProps } from '../../contract'

/** A GET form, so that a search is an address one can share. */
export const JobSearchBar = ({
  action,
  values,
  names = { text: 'q', place: 'place', type: 'type' },
  types = [],
  labels = {
    text: 'Job or skill',
    place: 'Town or postcode',
    type: 'Kind of work',
    anyType: 'Any kind',
    submit: 'Search jobs',
  },
}: JobSearchBarProps) => (
  <search className="pw-search-holder">
    <form className="pw-search" action={action} method="get">
      <div className="pw-search__field">
        <label htmlFor={`search-${names.text}`}>{labels.text}</label>
        <input
          id={`search-${names.text}`}
          name={names.text}
          type="text"
          enterKeyHint="search"
          autoComplete="off"
          defaultValue={valueOf({ name: names.text, values })}
        />
      </div>
      <div className="pw-search__field">
        <label htmlFor={`search-${names.place}`}>{labels.place}</label>
        <input
          id={`search-${names.place}`}
          name={names.place}
          type="text"
          enterKeyHint="search"
          autoComplete="address-level2"
          defaultValue={valueOf({ name: names.place, values })}
        />
      </div>
      {types.length > 0 ? (
        <div className="pw-search__field">
          <label htmlFor={`search-${names.type}`}>{labels.type}</label>
          <span className="pw-select">
            <select
              id={`search-${names.type}`}
              name={names.type}
              defaultValue={valueOf({ name: names.type, values })}
            >
              <option value="">{labels.anyType}</option>
              {types.map((type) => (
                <option key={type.value} value={type.value}>
                  {type.label}
                </option>
              ))}
            </select>
          </span>
        </div>
      ) : null}
      <button className="pw-button pw-button--accent pw-search__submit" type="submit">
        <Icon name="search" />
        <span>{labels.submit}</span>
      </button>
    </form>
  </search>
)
