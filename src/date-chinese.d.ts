/** The part of `date-chinese` that is used; what it ships declares nothing that resolves. */
declare module 'date-chinese' {
  export class CalendarVietnamese {
    /** `leap` other than 0: the leap month of that number. */
    set(cycle: number, year: number, month: number, leap: number, day: number): this
    get(): number[]
    fromJDE(jde: number): this
    toGregorian(year: number): { year: number; month: number; day: number }
    /** Julian ephemeris day of the lunar new year that falls into a Gregorian year. */
    newYear(year: number): number
  }
}
