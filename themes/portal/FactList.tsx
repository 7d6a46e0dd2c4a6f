import type { Fact } from '../contract'

export type FactListProps = { facts: readonly Fact[]; layout?: 'rows' | 'grid' }

export const FactList = ({ facts, layout = 'rows' }: FactListProps) => (
  <dl className={`pw-facts pw-facts--${layout}`}>
    {facts.map((fact) => (
      <div key={fact.label}>
        <dt>{fact.label}</dt>
        <dd>{fact.value}</dd>
      </div>
    ))}
  </dl>
)
