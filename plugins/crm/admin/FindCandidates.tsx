import { SetStepNav } from '@payloadcms/ui'
import { redirect } from 'next/navigation'
import type { PayloadRequest } from 'payload'

import { EmptyState, PageHeader, Screen } from '#plugins/agency/admin'
import { registryOf } from '#plugins/kernel'
import { withStaff, type StaffActor } from '#plugins/kernel/admin/server'
import { isFiltered, sorts, type CandidateFilter, type Sort } from '../domain/search/filter'
import { canonicalSearch } from '../domain/search/saved-search'
import { mayReadPay } from '../queries/find-candidates'
import { savedSearches } from '../queries/saved-searches'
import { searchByAddress } from '../queries/search-by-address'
import { searchChoices, type SearchChoices } from '../queries/search-choices'
import { usualUnit } from '../queries/usual-unit'
import { FindFacets } from './FindFacets'
import { FindFilters } from './FindFilters'
import { FindProblem } from './FindProblem'
import { FindRows } from './FindRows'
import { FindFrame } from './FindFrame'
import { emptyFindPath, findPath, paramsOf, savedPath, withParam } from './find-address'
import { SavedSearches } from './SavedSearches'

/** Candidates by words, skills, times, pay and papers; what is asked stands in the address. */
export const FindCandidates = withStaff({
  permission: 'candidates.read',
  frame: 'page',
  view: async ({ initPageResult: { req }, actor, searchParams }) => {
    const params = paramsOf(searchParams)
    const saved = await savedSearches(req)
    const first = saved.find(({ isFirst }) => isFirst)
    if (first && Object.keys(searchParams ?? {}).length === 0) redirect(savedPath(first))
    const [search, choices, unit] = await Promise.all([
      searchByAddress({ req, params }),
      searchChoices(req),
      usualUnit(req),
    ])
    const { found, filter, problem, text } = search
    const fields = found.ok ? {} : (found.failure.fields ?? {})
    return (
      <Screen>
        <SetStepNav nav={[{ label: 'Find candidates' }]} />
        <PageHeader title="Find candidates" />
        <SavedSearches
          searches={saved}
          openId={params.get('saved')}
          asked={canonicalSearch(params.toString())}
          roles={choices.roles}
        />
        <FindFrame>
          <form method="get" action={findPath} className="pwa-find" role="search">
            {params.has('saved') ? (
              <input type="hidden" name="saved" value={params.get('saved') ?? ''} />
            ) : null}
            <div className="pwa-find__box">
              <label className="pwa-sr-only" htmlFor="find-words">
                Words
              </label>
              <input
                id="find-words"
                name="q"
                type="search"
                defaultValue={text}
                maxLength={500}
                autoComplete="off"
                spellCheck={false}
                placeholder="nurse (ICU OR “intensive care”) -agency"
                aria-describedby={problem ? 'find-problem' : 'find-help'}
                aria-invalid={problem !== null}
                data-find-box
              />
              <button type="submit" className="pwa-btn pwa-btn--primary">
                Search
              </button>
            </div>
            {problem ? (
              <FindProblem text={text} problem={problem} />
            ) : (
              <p id="find-help" className="pwa-find__help">
                All words, or one of several with OR; -word leaves out; “words together”; nurs*
                finds beginnings; title: and skill: look there only. Keys: / box, j and k rows,
                Enter opens.
              </p>
            )}
            <div className="pwa-find__columns">
              <details
                className="pwa-find__filters"
                open={filter ? isFiltered(filter) : true}
                data-find-filters
              >
                <summary className="pwa-btn">Filters{countOf(filter)}</summary>
                <FindFilters
                  filter={filter}
                  asked={params}
                  fields={fields}
                  choices={choices}
                  mayPay={mayReadPay(actor)}
                  usualUnit={unit}
                />
              </details>
              <div className="pwa-find__found">
                {found.ok ? (
                  <>
                    <div className="pwa-find__bar">
                      <p className="pwa-find__count" role="status">
                        {saidOf({ found: found.value, text })}
                      </p>
                      <label className="pwa-find__sort">
                        <span>Order</span>
                        <select
                          name="sort"
                          defaultValue={
                            found.value.sort === usualSort(text) ? '' : found.value.sort
                          }
                        >
                          {Object.entries(sorts)
                            .filter(([value]) => isOffered({ value, text, filter }))
                            .map(([value, name]) => (
                              <option key={value} value={value === usualSort(text) ? '' : value}>
                                {name}
                              </option>
                            ))}
                        </select>
                      </label>
                    </div>
                    {found.value.facets ? (
                      <FindFacets facets={found.value.facets} params={params} />
                    ) : null}
                    {found.value.hits.length === 0 ? (
                      <Nothing filter={filter} text={text} isLater={params.has('after')} />
                    ) : (
                      <FindRows
                        hits={found.value.hits}
                        said={{
                          locale: actor.locale,
                          zone: actor.zone,
                          unit: filter?.unit ?? unit,
                        }}
                        acts={actsOf({ req, actor, labels: choices.labels })}
                      />
                    )}
                    <p className="pwa-find__pages">
                      {params.has('after') ? (
                        <a
                          className="pwa-btn"
                          href={withParam({ params, name: 'after', value: null })}
                        >
                          Back to the first
                        </a>
                      ) : null}
                      {found.value.next ? (
                        <a
                          className="pwa-btn"
                          href={withParam({ params, name: 'after', value: found.value.next })}
                        >
                          Next 25
                        </a>
                      ) : null}
                    </p>
                  </>
                ) : (
                  <EmptyState
                    title="This cannot be searched for yet"
                    text={problem ? 'Correct the words above.' : found.failure.message}
                  />
                )}
              </div>
            </div>
          </form>
        </FindFrame>
      </Screen>
    )
  },
})

/** Left out of the address, so that words typed later are ordered by how well they fit. */
const usualSort = (text: string): Sort => (text.trim() === '' ? 'newest' : 'relevance')

const isOffered = ({
  value,
  text,
  filter,
}: {
  value: string
  text: string
  filter: CandidateFilter | null
}): boolean =>
  value === 'distance'
    ? Boolean(filter?.near)
    : value !== 'relevance' || usualSort(text) === 'relevance'

const countOf = (filter: CandidateFilter | null): string => {
  if (!filter) return ''
  const count = Object.entries(filter).filter(
    ([name, value]) =>
      !['sort', 'near', 'within', 'unit', 'currency', 'to', 'valid'].includes(name) &&
      (Array.isArray(value) ? value.length > 0 : value !== undefined),
  ).length
  return count === 0 ? '' : ` (${count})`
}

const saidOf = ({
  found: { total, isAlike, hits },
  text,
}: {
  found: {
    total: { count: number; isMore: boolean } | null
    isAlike: boolean
    hits: readonly unknown[]
  }
  text: string
}): string => {
  if (isAlike) return `Nobody has “${text.trim()}”. These names are alike:`
  if (!total) return `${hits.length} more`
  if (total.isMore) return `${total.count.toLocaleString('en')}+ candidates`
  return total.count === 1 ? '1 candidate' : `${total.count.toLocaleString('en')} candidates`
}

/** Which acts are offered beside a row: a command of a higher plugin only where there is one. */
const actsOf = ({
  req,
  actor,
  labels,
}: {
  req: PayloadRequest
  actor: StaffActor
  labels: SearchChoices['labels']
}) => {
  const { commands } = registryOf(req.payload)
  return {
    mayAddToOrder:
      commands.has('add-candidate-to-order') && actor.permissions.has('pipeline.write'),
    labels: actor.permissions.has('candidates.write') ? labels : [],
    mayWrite: commands.has('send-letters') && actor.permissions.has('pipeline.write'),
    mayPool: actor.permissions.has('candidates.write'),
  }
}

const Nothing = ({
  filter,
  text,
  isLater,
}: {
  filter: CandidateFilter | null
  text: string
  isLater: boolean
}) => (
  <EmptyState
    title={isLater ? 'That was the last' : 'Nobody fits'}
    text={isLater ? 'There is nobody after this page.' : looser({ filter, text })}
    action={
      <a className="pwa-btn" href={emptyFindPath}>
        Begin again
      </a>
    }
  />
)

/** What to loosen, the narrowest first. */
const looser = ({ filter, text }: { filter: CandidateFilter | null; text: string }): string => {
  const ways = [
    ...(text.includes('"') ? ['leave out the quotation marks'] : []),
    ...(/\s/.test(text.trim()) && !/\bor\b/i.test(text) ? ['join some words with OR'] : []),
    ...(text && !text.includes('*') ? ['search the beginning of a word, such as nurs*'] : []),
    ...(filter?.skill.some(({ years }) => years > 0) ? ['ask for fewer years'] : []),
    ...(filter?.near ? ['widen the distance'] : []),
    ...(filter?.from ? ['ask for other days'] : []),
    ...(filter && isFiltered(filter) ? ['take a filter away'] : []),
  ]
  return ways.length > 0 ? `You could ${ways.slice(0, 3).join(', or ')}.` : 'No candidates yet.'
}
