import type { PayloadRequest } from 'payload'

import { brandOfMail } from '#plugins/agency'
import { idOf } from '#plugins/crm/domain'
import { messageTemplate, messageWords } from '#plugins/work'
import { templateProblems } from '#plugins/work/domain'
import { coverKind, coverValues, writtenCover, type Cover } from '../domain/shortlist-cover'
import { readShortlist, type ReadShortlist } from './read-shortlist'

/** What is wrong with own words for the mail of a shortlist, by the field of the command. */
export const coverProblems = async ({
  req,
  cover,
}: {
  req: PayloadRequest
  cover: Cover
}): Promise<Record<string, string>> => {
  if (cover.subject === null && cover.text === null) return {}
  const { template, fields } = await messageTemplate({ req, kind: coverKind })
  const { subject, opening } = templateProblems({
    template: { ...template, ...writtenCover(cover) },
    fields,
  })
  return {
    ...(subject ? { coverSubject: subject } : {}),
    ...(opening ? { coverText: opening } : {}),
  }
}

/** The words that the mail of a shortlist begins with, merge fields and all. */
export const coverTemplate = async (req: PayloadRequest) => {
  const { template } = await messageTemplate({ req, kind: coverKind })
  return { subject: template.subject, text: template.opening }
}

export type ShortlistPreview = {
  mail: { subject: string; opening: string; button: string; missing: readonly string[] }
  shortlist: ReadShortlist
}

/** What the client gets: the mail, and the page behind its link. */
export const previewOfShortlist = async ({
  req,
  shortlistId,
}: {
  req: PayloadRequest
  shortlistId: string
}): Promise<ShortlistPreview | null> => {
  const shortlist = await readShortlist({ req, shortlistId })
  if (!shortlist) return null
  const stored = await req.payload.findByID({
    collection: 'shortlists',
    id: shortlistId,
    depth: 0,
    req,
    overrideAccess: true,
  })
  const contact = await req.payload.findByID({
    collection: 'client-contacts',
    id: idOf(stored.contact),
    depth: 0,
    req,
    overrideAccess: true,
  })
  const brand = await brandOfMail({ req, id: shortlist.brandId })
  const { subject, opening, button, missing } = await messageWords({
    req,
    kind: coverKind,
    values: {
      'reader.firstName': contact.firstName,
      'reader.name': shortlist.contactName,
      agency: brand?.name ?? shortlist.agencyName,
      'order.title': shortlist.jobTitle,
      'order.ref': shortlist.orderRef,
      'client.name': shortlist.clientName,
      ...coverValues(shortlist.items.length),
    },
    written: writtenCover({ subject: stored.coverSubject ?? null, text: stored.coverText ?? null }),
  })
  return { mail: { subject, opening, button, missing }, shortlist }
}
