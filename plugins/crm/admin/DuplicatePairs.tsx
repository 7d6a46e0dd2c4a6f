'use client'

import { Pill } from '#plugins/agency/admin'
import { useAction } from '#plugins/kernel/admin'
import { candidateWorkflow } from '../domain/candidate-workflow'
import { explainLikeness, likelihoodOf } from '../domain/duplicates'
import type { ComparedPerson, DuplicatePair } from '../queries/duplicate-pairs'

/** Pairs with why they are suggested; each is compared or told apart. */
export const DuplicatePairs = ({
  pairs,
  mayWrite,
}: {
  pairs: readonly (DuplicatePair & { toldApart: string | null })[]
  mayWrite: boolean
}) => {
  const { start, isBusy } = useAction()
  return (
    <ul className="pwa-duplicates">
      {pairs.map(({ id, one, other, score, reasons, toldApart }) => {
        const likelihood = likelihoodOf(score)
        return (
          <li key={id} className="pwa-duplicates__pair">
            <div className="pwa-duplicates__people">
              <Person person={one} />
              <Person person={other} />
            </div>
            <p className="pwa-duplicates__why">
              {toldApart === null ? <Pill tone={likelihood.tone} label={likelihood.text} /> : null}{' '}
              {toldApart === null ? `${explainLikeness(reasons)}.` : `Told apart by ${toldApart}`}
            </p>
            {mayWrite ? (
              <div className="pwa-duplicates__acts">
                {toldApart === null ? (
                  <a
                    className="pwa-btn pwa-btn--primary"
                    href={`/admin/duplicates?keep=${one.id}&merge=${other.id}`}
                    aria-label={`Compare ${nameOf(one)} and ${nameOf(other)}`}
                  >
                    Compare
                  </a>
                ) : null}
                <button
                  type="button"
                  className="pwa-btn"
                  disabled={isBusy}
                  onClick={() =>
                    start({
                      command: toldApart === null ? 'dismiss-duplicate' : 'recall-duplicate',
                      label: 'Decide',
                      input: { oneId: one.id, otherId: other.id },
                      done:
                        toldApart === null
                          ? 'Noted. They are not suggested again.'
                          : 'They may be the same person again.',
                    })
                  }
                >
                  {toldApart === null ? 'Not the same person' : 'May be the same after all'}
                </button>
              </div>
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}

const nameOf = ({ name, ref }: ComparedPerson): string => name ?? ref ?? ''

const Person = ({ person }: { person: ComparedPerson }) => (
  <div className="pwa-duplicates__person">
    <a href={`/admin/collections/candidates/${person.id}`}>{nameOf(person)}</a>
    <span className="pwa-cv__soft">
      {[person.ref, person.headline, person.city, stateLabel(person.state)]
        .filter(Boolean)
        .join(', ')}
    </span>
  </div>
)

const stateLabel = (state: string): string =>
  Object.entries(candidateWorkflow.states).find(([key]) => key === state)?.[1].label ?? ''
