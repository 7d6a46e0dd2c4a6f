/** A search as a recruiter asks it, and by hand as conditions of SQL on `candidate_search` (alias s). */
export type RecordedSearch = {
  address: string
  /** A tsquery as text; null: no words. */
  words: string | null
  conditions: readonly string[]
  order: 'relevance' | 'newest' | 'distance'
  /** Degrees, longitude first, of the place that is asked for. */
  around: { longitude: number; latitude: number } | null
}

const around = {
  Newark: { latitude: 40.74, longitude: -74.17 },
  Dallas: { latitude: 32.78, longitude: -96.8 },
  Seattle: { latitude: 47.61, longitude: -122.33 },
  Miami: { latitude: 25.76, longitude: -80.19 },
} as const

const places = Object.entries(around)

const trades = [
  ['forklift', 'driver'],
  ['registered', 'nurse'],
  ['order', 'picker'],
  ['java', 'developer'],
  ['site', 'manager'],
  ['care', 'assistant'],
  ['payroll', 'clerk'],
  ['data', 'engineer'],
  ['machine', 'operator'],
  ['dental', 'nurse'],
] as const

const abilities = ['welding', 'ledgers', 'spanish', 'triage', 'wiring', 'scheduling', 'soldering']

const usual = { conditions: [], order: 'relevance', around: null } as const

const at = <Item>(items: readonly Item[], place: number): Item => {
  const item = items[place % items.length]
  if (item === undefined) throw new Error('A list of the bench is empty.')
  return item
}

/** So many are recorded; then they begin again. */
export const recorded = 200

/** Ten kinds of searches, each with other words in turn; every tenth is one broad word. */
export const recordedSearch = (turn: number): RecordedSearch => {
  const round = Math.floor(turn / 10)
  const [first, second] = at(trades, round + turn)
  const ability = at(abilities, round * 3 + turn)
  const [town, spot] = at(places, round + turn)
  const near = `kilometres(s.spot, point(${spot.longitude}, ${spot.latitude})) <= `
  switch (turn % 10) {
    case 0:
      return { ...usual, address: `q=${second}`, words: `'${second}'` }
    case 1:
      return {
        ...usual,
        address: `q=${first}+${second}+${ability}`,
        words: `'${first}' & '${second}' & '${ability}'`,
      }
    case 2:
      return {
        ...usual,
        address: `q=${second}+-${ability}+-english`,
        words: `'${second}' & !'${ability}' & !'english'`,
      }
    case 3:
      return {
        ...usual,
        address: `q=(${first}+OR+welder)+${ability}`,
        words: `('${first}' | 'welder') & '${ability}'`,
      }
    case 4:
      return {
        ...usual,
        address: `q=%22${first}+${second}%22&place=${town}%2C+US&within=40&unit=km`,
        words: `'${first}' <-> '${second}'`,
        around: spot,
        conditions: [`${near} 40`],
      }
    case 5:
      return {
        ...usual,
        address: `q=title:${second}+skill:${ability}&state=new`,
        words: `'${second}':A & '${ability}':B`,
        conditions: [`s.state = 'new'`],
      }
    case 6:
      return {
        ...usual,
        address: `q=${first}+${ability}&from=2026-04-01`,
        words: `'${first}' & '${ability}'`,
        conditions: [`s.available_from <= '2026-04-01'`],
      }
    case 7:
      return {
        ...usual,
        address: `q=${second}&pay=22.50&currency=USD&sort=newest`,
        words: `'${second}'`,
        conditions: ['s.pay_rate_e4 <= 225000', `s.currency = 'USD'`],
        order: 'newest',
      }
    case 8:
      return {
        ...usual,
        address: `q=${ability}&place=${town}%2C+US&within=30&unit=km&sort=distance`,
        words: `'${ability}'`,
        around: spot,
        conditions: [`${near} 30`],
        order: 'distance',
      }
    default:
      return {
        ...usual,
        address: `q=${first.slice(0, 3)}*+${ability}+%22night+shift%22`,
        words: `'${first.slice(0, 3)}':* & '${ability}' & ('night' <-> 'shift')`,
      }
  }
}
