import { addDays, weekdayOf, type Day, type Weekday } from '#plugins/kernel/domain'

/** A holiday: the day itself, and the day on which offices are closed for it. */
export type HolidayDay = { name: string; dayOn: Day; observedOn: Day }

/** Where the day off goes when the holiday falls on a weekend. */
type Move = 'nearest-weekday' | 'next-free-weekday' | 'stays'

type Rule = {
  name: string
  dayIn: (year: number) => Day
  /** The first year in which the law has it. */
  since?: number
  move: Move
}

const fixed =
  (month: number, day: number) =>
  (year: number): Day =>
    `${year}-${two(month)}-${two(day)}`

const two = (value: number): string => String(value).padStart(2, '0')

/** The nth weekday of a month. */
const nth =
  ({ month, weekday, n }: { month: number; weekday: Weekday; n: number }) =>
  (year: number): Day => {
    const first = fixed(month, 1)(year)
    return addDays({ day: first, days: ((weekday - weekdayOf(first) + 7) % 7) + (n - 1) * 7 })
  }

const last =
  ({ month, weekday }: { month: number; weekday: Weekday }) =>
  (year: number): Day => {
    const end = addDays({
      day: fixed((month % 12) + 1, 1)(month === 12 ? year + 1 : year),
      days: -1,
    })
    return addDays({ day: end, days: -((weekdayOf(end) - weekday + 7) % 7) })
  }

/** Easter Sunday of the Gregorian calendar (Meeus/Jones/Butcher). */
export const easterSunday = (year: number): Day => {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  const day = ((h + l - 7 * m + 114) % 31) + 1
  return fixed(month, day)(year)
}

const easter =
  (days: number) =>
  (year: number): Day =>
    addDays({ day: easterSunday(year), days })

/** 5 U.S.C. 6103; on a Saturday the Friday before is off, on a Sunday the Monday after. */
const usFederal: readonly Rule[] = [
  { name: 'New Year’s Day', dayIn: fixed(1, 1), move: 'nearest-weekday' },
  {
    name: 'Birthday of Martin Luther King, Jr.',
    dayIn: nth({ month: 1, weekday: 1, n: 3 }),
    since: 1986,
    move: 'stays',
  },
  { name: 'Washington’s Birthday', dayIn: nth({ month: 2, weekday: 1, n: 3 }), move: 'stays' },
  { name: 'Memorial Day', dayIn: last({ month: 5, weekday: 1 }), move: 'stays' },
  {
    name: 'Juneteenth National Independence Day',
    dayIn: fixed(6, 19),
    since: 2021,
    move: 'nearest-weekday',
  },
  { name: 'Independence Day', dayIn: fixed(7, 4), move: 'nearest-weekday' },
  { name: 'Labor Day', dayIn: nth({ month: 9, weekday: 1, n: 1 }), move: 'stays' },
  { name: 'Columbus Day', dayIn: nth({ month: 10, weekday: 1, n: 2 }), move: 'stays' },
  { name: 'Veterans Day', dayIn: fixed(11, 11), move: 'nearest-weekday' },
  { name: 'Thanksgiving Day', dayIn: nth({ month: 11, weekday: 4, n: 4 }), move: 'stays' },
  { name: 'Christmas Day', dayIn: fixed(12, 25), move: 'nearest-weekday' },
]

const newYear: Rule = { name: 'New Year’s Day', dayIn: fixed(1, 1), move: 'next-free-weekday' }
const goodFriday: Rule = { name: 'Good Friday', dayIn: easter(-2), move: 'stays' }
const earlyMay: Rule = {
  name: 'Early May bank holiday',
  dayIn: nth({ month: 5, weekday: 1, n: 1 }),
  move: 'stays',
}
const spring: Rule = {
  name: 'Spring bank holiday',
  dayIn: last({ month: 5, weekday: 1 }),
  move: 'stays',
}
const christmas: readonly Rule[] = [
  { name: 'Christmas Day', dayIn: fixed(12, 25), move: 'next-free-weekday' },
  { name: 'Boxing Day', dayIn: fixed(12, 26), move: 'next-free-weekday' },
]

/** Banking and Financial Dealings Act 1971; days proclaimed once are added by hand. */
const englandAndWales: readonly Rule[] = [
  newYear,
  goodFriday,
  { name: 'Easter Monday', dayIn: easter(1), move: 'stays' },
  earlyMay,
  spring,
  { name: 'Summer bank holiday', dayIn: last({ month: 8, weekday: 1 }), move: 'stays' },
  ...christmas,
]

const scotland: readonly Rule[] = [
  newYear,
  { name: '2nd January', dayIn: fixed(1, 2), move: 'next-free-weekday' },
  goodFriday,
  earlyMay,
  spring,
  { name: 'Summer bank holiday', dayIn: nth({ month: 8, weekday: 1, n: 1 }), move: 'stays' },
  { name: 'St Andrew’s Day', dayIn: fixed(11, 30), since: 2007, move: 'next-free-weekday' },
  ...christmas,
]

const northernIreland: readonly Rule[] = [
  ...englandAndWales,
  { name: 'St Patrick’s Day', dayIn: fixed(3, 17), move: 'next-free-weekday' },
  { name: 'Battle of the Boyne', dayIn: fixed(7, 12), move: 'next-free-weekday' },
]

/** The nine days that hold in every Land; a weekend takes the day with it. */
const germany: readonly Rule[] = [
  { name: 'Neujahr', dayIn: fixed(1, 1), move: 'stays' },
  { name: 'Karfreitag', dayIn: easter(-2), move: 'stays' },
  { name: 'Ostermontag', dayIn: easter(1), move: 'stays' },
  { name: 'Tag der Arbeit', dayIn: fixed(5, 1), move: 'stays' },
  { name: 'Christi Himmelfahrt', dayIn: easter(39), move: 'stays' },
  { name: 'Pfingstmontag', dayIn: easter(50), move: 'stays' },
  { name: 'Tag der Deutschen Einheit', dayIn: fixed(10, 3), since: 1990, move: 'stays' },
  { name: '1. Weihnachtstag', dayIn: fixed(12, 25), move: 'stays' },
  { name: '2. Weihnachtstag', dayIn: fixed(12, 26), move: 'stays' },
]

type Land = { code: string; name: string }

const lands: readonly Land[] = [
  { code: 'BW', name: 'Baden-Württemberg' },
  { code: 'BY', name: 'Bayern' },
  { code: 'BE', name: 'Berlin' },
  { code: 'BB', name: 'Brandenburg' },
  { code: 'HB', name: 'Bremen' },
  { code: 'HH', name: 'Hamburg' },
  { code: 'HE', name: 'Hessen' },
  { code: 'MV', name: 'Mecklenburg-Vorpommern' },
  { code: 'NI', name: 'Niedersachsen' },
  { code: 'NW', name: 'Nordrhein-Westfalen' },
  { code: 'RP', name: 'Rheinland-Pfalz' },
  { code: 'SL', name: 'Saarland' },
  { code: 'SN', name: 'Sachsen' },
  { code: 'ST', name: 'Sachsen-Anhalt' },
  { code: 'SH', name: 'Schleswig-Holstein' },
  { code: 'TH', name: 'Thüringen' },
]

/** What single Länder have beside; holidays of single towns are added by hand. */
const ofLands: readonly (Omit<Rule, 'move'> & { lands: string })[] = [
  { name: 'Heilige Drei Könige', dayIn: fixed(1, 6), lands: 'BW BY ST' },
  { name: 'Internationaler Frauentag', dayIn: fixed(3, 8), since: 2019, lands: 'BE' },
  { name: 'Internationaler Frauentag', dayIn: fixed(3, 8), since: 2023, lands: 'MV' },
  { name: 'Ostersonntag', dayIn: easter(0), lands: 'BB' },
  { name: 'Pfingstsonntag', dayIn: easter(49), lands: 'BB' },
  { name: 'Fronleichnam', dayIn: easter(60), lands: 'BW BY HE NW RP SL' },
  { name: 'Mariä Himmelfahrt', dayIn: fixed(8, 15), lands: 'SL' },
  { name: 'Weltkindertag', dayIn: fixed(9, 20), since: 2019, lands: 'TH' },
  { name: 'Reformationstag', dayIn: fixed(10, 31), lands: 'BB MV SN ST TH' },
  { name: 'Reformationstag', dayIn: fixed(10, 31), since: 2018, lands: 'HB HH NI SH' },
  { name: 'Allerheiligen', dayIn: fixed(11, 1), lands: 'BW BY NW RP SL' },
  {
    name: 'Buß- und Bettag',
    // The Wednesday before 23 November.
    dayIn: (year) => {
      const before = fixed(11, 22)(year)
      return addDays({ day: before, days: -((weekdayOf(before) - 3 + 7) % 7) })
    },
    since: 1995,
    lands: 'SN',
  },
]

const rulesOfLand = (code: string): readonly Rule[] => [
  ...germany,
  ...ofLands
    .filter(({ lands: codes }) => codes.split(' ').includes(code))
    .map(
      ({ name, dayIn, since }): Rule => ({
        name,
        dayIn,
        move: 'stays',
        ...(since ? { since } : {}),
      }),
    ),
]

type HolidaySet = { id: string; label: string; country: string; rules: readonly Rule[] }

/** The laws whose holidays the product knows by rule. */
const sets: readonly HolidaySet[] = [
  { id: 'us-federal', label: 'United States, federal', country: 'US', rules: usFederal },
  { id: 'gb-england-wales', label: 'England and Wales', country: 'GB', rules: englandAndWales },
  { id: 'gb-scotland', label: 'Scotland', country: 'GB', rules: scotland },
  { id: 'gb-northern-ireland', label: 'Northern Ireland', country: 'GB', rules: northernIreland },
  { id: 'de', label: 'Germany, all Länder', country: 'DE', rules: germany },
  ...lands.map(({ code, name }) => ({
    id: `de-${code.toLowerCase()}`,
    label: `Germany, ${name}`,
    country: 'DE',
    rules: rulesOfLand(code),
  })),
]

export const holidaySets: readonly { id: string; label: string; country: string }[] = sets

/**
 * The holidays of a law whose day or day off lies in the year, by day: the first of January 2028 is a
 * Saturday, so it is in the list of 2027, too. None for a law nobody knows.
 */
export const holidaysOf = ({ set, year }: { set: string; year: number }): HolidayDay[] => {
  const rules = sets.find(({ id }) => id === set)?.rules ?? []
  const isIn = (day: Day) => day.startsWith(`${year}-`)
  return [year - 1, year, year + 1]
    .flatMap((one) => observed({ rules, year: one }))
    .filter(({ dayOn, observedOn }) => isIn(dayOn) || isIn(observedOn))
    .sort((one, other) => (one.dayOn < other.dayOn ? -1 : 1))
}

const observed = ({ rules, year }: { rules: readonly Rule[]; year: number }): HolidayDay[] => {
  const days = rules
    .filter(({ since }) => year >= (since ?? 0))
    .map(({ name, dayIn, move }) => ({ name, dayOn: dayIn(year), move }))
    .sort((one, other) => (one.dayOn < other.dayOn ? -1 : 1))
  const taken = new Set(days.map(({ dayOn }) => dayOn))
  return days.map(({ name, dayOn, move }) => {
    const observedOn = isWeekend(dayOn) ? dayOff({ dayOn, move, taken }) : dayOn
    taken.add(observedOn)
    return { name, dayOn, observedOn }
  })
}

const dayOff = ({
  dayOn,
  move,
  taken,
}: {
  dayOn: Day
  move: Move
  taken: ReadonlySet<Day>
}): Day => {
  switch (move) {
    case 'stays':
      return dayOn
    case 'nearest-weekday':
      return addDays({ day: dayOn, days: weekdayOf(dayOn) === 6 ? -1 : 1 })
    case 'next-free-weekday': {
      let day = addDays({ day: dayOn, days: 1 })
      while (isWeekend(day) || taken.has(day)) day = addDays({ day, days: 1 })
      return day
    }
  }
}

const isWeekend = (day: Day): boolean => weekdayOf(day) >= 6
