import { addDays, instantOf, minutesBetween, type Day, type Zone } from '#plugins/kernel/domain'

/** How the clocks of a zone change on a day: by how many minutes the day is longer or shorter. */
export const clockChange = ({ day, zone }: { day: Day; zone: Zone }): number =>
  minutesBetween({
    from: instantOf({ day, time: '00:00', zone }).instant,
    to: instantOf({ day: addDays({ day, days: 1 }), time: '00:00', zone }).instant,
  }) - 1440
