import { z } from 'zod'

import { defineReaction } from '#plugins/kernel'
import { cvParserVersion, parseCv } from '../domain/cv/parse-cv'
import { homeCountry } from '../queries/home-country'
import { knownSkills } from '../queries/known-skills'

/**
 * Reads a profile out of a CV as soon as its text is there, for somebody to review; of one that cannot
 * be read the draft says why. Twice done changes nothing: only a draft that is still being read moves.
 */
export const draftReadCvs = defineReaction({
  name: 'draft-read-cvs',
  on: ['document.updated', 'document.infected'],
  run: async ({ req, sql, event }) => {
    const waiting = await sql.first({
      schema: z.object({
        id: z.string(),
        text: z.string().nullable(),
        problem: z.string().nullable(),
        is_read: z.boolean(),
        is_infected: z.boolean(),
      }),
      text: `select draft.id, d.text, d.text_problem as problem,
          d.text_state::text = 'done' as is_read, d.scan_status::text = 'infected' as is_infected
        from cv_drafts draft join documents d on d.id = draft.document_id
        where d.id::text = $1 and draft.state = 'reading'
          and (d.text_state::text in ('done', 'failed') or d.scan_status::text = 'infected')
        for update of draft`,
      values: [event.subject.id],
    })
    if (!waiting) return
    const isReadable = waiting.is_read && !waiting.is_infected
    await req.payload.update({
      collection: 'cv-drafts',
      id: waiting.id,
      data: isReadable
        ? {
            state: 'parsed',
            parserVersion: cvParserVersion,
            parsed: parseCv({
              text: waiting.text ?? '',
              skills: await knownSkills(req),
              country: await homeCountry(req),
            }),
          }
        : {
            state: 'unreadable',
            problem: waiting.is_infected
              ? 'The virus scanner found something in this file. Nobody is given it.'
              : (waiting.problem ?? 'There is no text in this file.'),
          },
      req,
      overrideAccess: true,
      depth: 0,
    })
  },
})
