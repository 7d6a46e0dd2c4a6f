import type { LineTax } from './invoice-line'

/** Standard rate when there is one; without a rate the service lies outside the scope of tax. */
export const lineTaxFor = (rateBp: number): LineTax =>
  rateBp > 0 ? { category: 'S', rateBp } : { category: 'O', rateBp: 0 }
