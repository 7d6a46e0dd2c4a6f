import { describe, expect, it } from 'vitest'

import { descriptionBlocks } from './description-blocks'

describe('the text of a posting', () => {
  it('becomes paragraphs, headings and lists', () => {
    expect(
      descriptionBlocks(
        'You run the desk.\nAlone at night.\n\nWhat you bring\n- A year\n- Patience\n\n* Spanish\n\n',
      ),
    ).toEqual([
      { kind: 'paragraph', text: 'You run the desk. Alone at night.' },
      { kind: 'heading', text: 'What you bring' },
      { kind: 'list', items: ['A year', 'Patience'] },
      { kind: 'list', items: ['Spanish'] },
    ])
  })

  it('leaves a dash inside a sentence alone, and is nothing when there is nothing', () => {
    expect(descriptionBlocks('Nights - and some days')).toEqual([
      { kind: 'paragraph', text: 'Nights - and some days' },
    ])
    expect(descriptionBlocks(' \n\n ')).toEqual([])
  })
})
