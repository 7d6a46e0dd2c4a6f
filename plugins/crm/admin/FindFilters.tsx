import type { ReactNode } from 'react'

import { statesOf } from '#plugins/kernel/domain'
import { candidateWorkflow } from '../domain/candidate-workflow'
import { defaultWithin, type CandidateFilter, type DistanceUnit } from '../domain/search/filter'
import type { SearchChoices } from '../queries/search-choices'
import { emptyFindPath } from './find-address'
import { PlaceInput } from './PlaceInput'

type Props = {
  /** Null when the address cannot be read; then what was asked stands in the fields all the same. */
  filter: CandidateFilter | null
  asked: URLSearchParams
  fields: Readonly<Record<string, string>>
  choices: SearchChoices
  mayPay: boolean
  /** As distances are said where the agency is at home. */
  usualUnit: DistanceUnit
}

/** Everything by which a search is narrowed, as a plain form: it works without any script. */
export const FindFilters = ({ filter, asked, fields, choices, mayPay, usualUnit }: Props) => (
  <div className="pwa-find__form">
    <Group title="Skills" problem={fields.skill}>
      {filter?.skill.map(({ id, years }) => (
        <Field key={id} label={nameIn({ choices: choices.skills, id })}>
          <select name="skill" defaultValue={years > 0 ? `${id}:${years}` : id}>
            {yearsOffered(years).map((least) => (
              <option key={least} value={least === 0 ? id : `${id}:${least}`}>
                {least === 0 ? 'Any years' : `${least} years or more`}
              </option>
            ))}
            <option value="">Leave out</option>
          </select>
        </Field>
      ))}
      <Field label={filter && filter.skill.length > 0 ? 'And' : 'Skill'}>
        <select name="skill" defaultValue="">
          <option value="">Any</option>
          {choices.skills.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </Field>
    </Group>
    {choices.pools.length > 0 ? (
      <Group title="Talent pool" problem={fields.pool}>
        <Field label="In the pool">
          <select name="pool" defaultValue={filter?.pool[0] ?? asked.get('pool') ?? ''}>
            <option value="">Whether in one or not</option>
            {choices.pools.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </Field>
        {filter?.pool.slice(1).map((id) => (
          <Field key={id} label="And in">
            <select name="pool" defaultValue={id}>
              <option value={id}>{nameIn({ choices: choices.pools, id })}</option>
              <option value="">Leave out</option>
            </select>
          </Field>
        ))}
      </Group>
    ) : null}
    <Group title="Near" problem={fields.place ?? fields.near}>
      <Field label="Postcode or town">
        <PlaceInput value={asked.get('place') ?? ''} hasProblem={fields.place !== undefined} />
      </Field>
      <div className="pwa-find__pair">
        <Field label="Within" problem={fields.within}>
          <input
            name="within"
            inputMode="numeric"
            defaultValue={asked.get('within') ?? ''}
            placeholder={String(defaultWithin)}
          />
        </Field>
        <Field label="Unit" problem={fields.unit}>
          <select name="unit" defaultValue={asked.get('unit') ?? usualUnit}>
            <option value="mi">miles</option>
            <option value="km">km</option>
          </select>
        </Field>
      </div>
    </Group>
    <Group title="Last contact" problem={fields.contact}>
      <Field label="Somebody spoke or wrote">
        <select name="contact" defaultValue={asked.get('contact') ?? ''}>
          <option value="">Whenever</option>
          {contactOffered(asked.get('contact') ?? '').map((value) => (
            <option key={value} value={value}>
              {contactWords(value)}
            </option>
          ))}
        </select>
      </Field>
    </Group>
    <Group title="Available" problem={fields.from ?? fields.to}>
      <div className="pwa-find__pair">
        <Field label="From">
          <input type="date" name="from" defaultValue={asked.get('from') ?? ''} />
        </Field>
        <Field label="To">
          <input type="date" name="to" defaultValue={asked.get('to') ?? ''} />
        </Field>
      </div>
    </Group>
    <Group title="Work" problem={fields.employment}>
      <Field label="Looks for">
        <select name="employment" defaultValue={asked.get('employment') ?? ''}>
          <option value="">Anything</option>
          <option value="permanent">Permanent work</option>
          <option value="contract">Contracts</option>
          <option value="temp">Temporary work</option>
        </select>
      </Field>
      {mayPay ? (
        <div className="pwa-find__pair">
          <Field label="Hourly pay up to" problem={fields.pay}>
            <input
              name="pay"
              inputMode="decimal"
              defaultValue={asked.get('pay') ?? ''}
              placeholder="25.50"
            />
          </Field>
          <Field label="Currency" problem={fields.currency}>
            <select name="currency" defaultValue={asked.get('currency') ?? ''}>
              <option value="">Any</option>
              {choices.currencies.map((currency) => (
                <option key={currency}>{currency}</option>
              ))}
            </select>
          </Field>
        </div>
      ) : null}
    </Group>
    <Group title="Credentials" problem={fields.credential}>
      <Ticks
        name="credential"
        choices={choices.credentials}
        chosen={filter?.credential ?? []}
        none="No kinds of credentials yet."
      />
      {choices.credentials.length > 0 ? (
        <Field label="Valid until at least" problem={fields.valid}>
          <input type="date" name="valid" defaultValue={asked.get('valid') ?? ''} />
        </Field>
      ) : null}
    </Group>
    <Group title="State" problem={fields.state}>
      <Ticks
        name="state"
        choices={statesOf(candidateWorkflow)
          .filter((state) => state !== 'anonymised' && state !== 'merged')
          .map((state) => ({ id: state, name: candidateWorkflow.states[state].label }))}
        chosen={filter?.state ?? []}
      />
    </Group>
    <Group title="Owner" problem={fields.owner}>
      <Field label="Owner">
        <select name="owner" defaultValue={asked.get('owner') ?? ''}>
          <option value="">Anybody</option>
          {choices.owners.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </Field>
    </Group>
    {choices.labels.length > 0 ? (
      <Group title="Labels" problem={fields.label}>
        <Ticks name="label" choices={choices.labels} chosen={filter?.label ?? []} />
      </Group>
    ) : null}
    <p className="pwa-find__acts">
      <button type="submit" className="pwa-btn pwa-btn--primary">
        Show
      </button>
      <a className="pwa-btn" href={emptyFindPath}>
        Clear all
      </a>
    </p>
  </div>
)

type Choice = { id: string; name: string }

const contactOffered = (chosen: string): string[] => [
  ...new Set([
    'within:7',
    'within:30',
    'within:90',
    'not:30',
    'not:90',
    'not:180',
    'not:365',
    'never',
    ...(/^(within|not):\d+$/.test(chosen) ? [chosen] : []),
  ]),
]

const contactWords = (value: string): string => {
  const [kind, days] = value.split(':')
  if (kind === 'never') return 'Never'
  return kind === 'within' ? `In the last ${days} days` : `Not for ${days} days`
}

const yearsOffered = (chosen: number): number[] =>
  [...new Set([0, 1, 2, 3, 5, 10, chosen])].sort((one, other) => one - other)

const nameIn = ({ choices, id }: { choices: readonly Choice[]; id: string }): string =>
  choices.find((choice) => choice.id === id)?.name ?? 'No longer there'

const Group = ({
  title,
  problem,
  children,
}: {
  title: string
  problem?: string | undefined
  children: ReactNode
}) => (
  <fieldset className="pwa-find__group">
    <legend>{title}</legend>
    {children}
    {problem ? (
      <p className="pwa-field__problem" role="alert">
        {problem}
      </p>
    ) : null}
  </fieldset>
)

const Field = ({
  label,
  problem,
  children,
}: {
  label: string
  problem?: string | undefined
  children: ReactNode
}) => (
  <label className="pwa-field">
    <span className="pwa-field__label">{label}</span>
    {children}
    {problem ? (
      <span className="pwa-field__problem" role="alert">
        {problem}
      </span>
    ) : null}
  </label>
)

const Ticks = ({
  name,
  choices,
  chosen,
  none,
}: {
  name: string
  choices: readonly Choice[]
  chosen: readonly string[]
  none?: string
}) =>
  choices.length === 0 ? (
    <p className="pwa-field__about">{none}</p>
  ) : (
    <div className="pwa-find__ticks">
      {choices.map(({ id, name: label }) => (
        <label key={id} className="pwa-find__tick">
          <input type="checkbox" name={name} value={id} defaultChecked={chosen.includes(id)} />
          <span>{label}</span>
        </label>
      ))}
    </div>
  )
