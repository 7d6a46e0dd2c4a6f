import { candidateWorkflow } from '../domain/candidate-workflow'
import { mostCounted } from '../domain/search/filter'
import type { Facet, FoundCandidates } from '../queries/find-candidates'
import { stateFrom } from '#plugins/kernel/domain'
import { withToggled } from './find-address'

/** How the hits divide; each part narrows the search to it, or widens it again. */
export const FindFacets = ({
  facets,
  params,
}: {
  facets: NonNullable<FoundCandidates['facets']>
  params: URLSearchParams
}) => (
  <div className="pwa-find__facets">
    <FacetLine title="State" name="state" facets={facets.states.map(stateNamed)} params={params} />
    <FacetLine title="Skills" name="skill" facets={facets.skills} params={params} />
    <FacetLine title="Labels" name="label" facets={facets.labels} params={params} />
  </div>
)

const stateNamed = (facet: Facet): Facet => {
  const state = stateFrom({ workflow: candidateWorkflow, value: facet.value })
  return state ? { ...facet, label: candidateWorkflow.states[state].label } : facet
}

const FacetLine = ({
  title,
  name,
  facets,
  params,
}: {
  title: string
  name: string
  facets: readonly Facet[]
  params: URLSearchParams
}) =>
  facets.length === 0 ? null : (
    <div className="pwa-find__facet">
      <span className="pwa-find__facet-title">{title}</span>
      {facets.map(({ value, label, count }) => {
        const isChosen = params.getAll(name).some((one) => one.split(':')[0] === value)
        return (
          <a
            key={value}
            className={`pwa-find__chip${isChosen ? ' pwa-find__chip--chosen' : ''}`}
            href={withToggled({ params, name, value })}
            aria-current={isChosen ? 'true' : undefined}
          >
            {label}{' '}
            <span className="pwa-find__chip-count">
              {count >= mostCounted ? `${mostCounted.toLocaleString('en')}+` : count}
            </span>
          </a>
        )
      })}
    </div>
  )
