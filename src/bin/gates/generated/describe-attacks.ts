import { attacks, kills, type Attack, type Proof } from '../../../testing/security/attacks'
import { code, table, withSection } from './markdown'

/**
 * The root README with every attack and fault, the tests that hold it off, and what no test tries
 * yet. A test is looked up by its title, so the table cannot name one that is gone.
 */
export const describeAttacks = ({
  readme,
  contentOf,
}: {
  readme: string
  contentOf: (path: string) => string | null
}): string => {
  const rows = attacks.flatMap(({ rows: inArea }) => inArea)
  const lost = missingProofs({
    proofs: [...rows.flatMap(({ proofs }) => proofs), ...kills],
    contentOf,
  })
  if (lost.length > 0)
    throw new Error(
      `src/testing/security/attacks.ts names tests that are not there:\n${lost
        .map(({ file, title }) => `  ${file}: ${title}`)
        .join('\n')}`,
    )
  const body = [
    figures(rows),
    table({
      head: ['Killed', 'Test', 'Rounds', 'Acknowledged writes lost'],
      rows: kills.map(({ kills: what, rounds, lostWrites, ...proof }) => [
        what,
        linkTo(proof),
        String(rounds),
        String(lostWrites),
      ]),
    }),
    ...attacks.map(({ area, rows: inArea }) =>
      [
        `<details><summary>${area}</summary>`,
        table({
          head: ['', 'Attack or fault', 'Held off by', 'Not tried'],
          rows: inArea.map(({ id, what, proofs, open }) => [
            id,
            what,
            proofs.map(linkTo).join('<br>'),
            open ?? '',
          ]),
        }),
        '</details>',
      ].join('\n\n'),
    ),
  ].join('\n\n')
  return withSection({ markdown: readme, name: 'attacks', title: 'Attacks and faults', body })
}

const figures = (rows: readonly Attack[]): string => {
  const tried = rows.filter(({ proofs }) => proofs.length > 0)
  const whole = tried.filter(({ open }) => open === undefined)
  const proofs = new Set(tried.flatMap((row) => row.proofs.map(keyOf)))
  const lost = kills.reduce((sum, { lostWrites }) => sum + lostWrites, 0)
  const rounds = kills.reduce((sum, { rounds: each }) => sum + each, 0)
  return `${rows.length} attacks and faults: ${whole.length} tried and held off, ${tried.length - whole.length} in part, ${rows.length - tried.length} not tried, by ${proofs.size} tests of ${code('npm test')}. ${rounds} kill rounds, ${lost} acknowledged writes lost. Any answer of 500 is a failure of those tests.`
}

const missingProofs = ({
  proofs,
  contentOf,
}: {
  proofs: readonly Proof[]
  contentOf: (path: string) => string | null
}): Proof[] => proofs.filter(({ file, title }) => !contentOf(file)?.includes(title))

const keyOf = ({ file, title }: Proof): string => `${file} ${title}`

const linkTo = ({ file, title }: Proof): string =>
  `[${title}](${encodeURI(file).replaceAll('(', '%28').replaceAll(')', '%29')})`
