import { describe, expect, it } from 'vitest'

import { renderMessage, templateProblems } from '#plugins/work/domain'
import { messages } from './messages'

describe('the letters as they came', () => {
  it.each(messages)('$kind uses only its own fields, and leaves none of them open', (message) => {
    const { fields, defaults: template } = message
    expect(templateProblems({ template, fields })).toEqual({})
    const values = Object.fromEntries(
      Object.entries(fields).map(([name, { sample }]): [string, string] => [name, sample]),
    )
    const { missing, ...words } = renderMessage({ template, fields, values })
    expect(missing).toEqual([])
    expect(Object.values(words).join(' ')).not.toMatch(/[{}]/)
  })
})
