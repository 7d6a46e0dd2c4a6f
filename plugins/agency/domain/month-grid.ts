import { addDays, weekStartOf, type Day, type Weekday } from '#plugins/kernel/domain'

export type MonthDay = { day: Day; isInMonth: boolean }

/** The weeks that a month touches, each of seven days; `month` is 'YYYY-MM'. */
export const monthGrid = ({
  month,
  startsOn,
}: {
  month: string
  startsOn: Weekday
}): MonthDay[][] => {
  const first = weekStartOf({ day: `${month}-01`, startsOn })
  const weeks: MonthDay[][] = []
  for (
    let monday = first;
    weeks.length === 0 || monday.startsWith(month);
    monday = addDays({ day: monday, days: 7 })
  )
    weeks.push(
      Array.from({ length: 7 }, (_, at) => {
        const day = addDays({ day: monday, days: at })
        return { day, isInMonth: day.startsWith(month) }
      }),
    )
  return weeks
}

/** 'YYYY-MM' so many months later; earlier when negative. */
export const addMonths = ({ month, months }: { month: string; months: number }): string => {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
}

export const isMonth = (text: string): boolean => /^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/.test(text)
