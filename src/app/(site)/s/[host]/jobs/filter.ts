import type { JobFilter } from '#plugins/site'

export type SearchParams = Record<string, string | string[] | undefined>

const mostPages = 500

/** The filter of the job list as the address says it; anything that makes no sense is left out. */
export const filterFrom = (params: SearchParams): JobFilter => {
  const type = textIn(params.type)
  const page = Number(textIn(params.page))
  return {
    text: textIn(params.q),
    place: textIn(params.place),
    type: type === 'permanent' || type === 'contract' || type === 'temp' ? type : null,
    page: Number.isInteger(page) && page >= 1 && page <= mostPages ? page : 1,
  }
}

const textIn = (value: string | string[] | undefined): string => {
  const text = (Array.isArray(value) ? value[0] : value) ?? ''
  return text.replaceAll('\u0000', '').toWellFormed().trim().slice(0, 120)
}
