import { pointIn, rangeIn, type DayOrder } from './dates'
import { pieceOf, piecesOf, type Found, type Line } from './lines'
import type { Section } from './sections'

export type Study = {
  institution: string | null
  degree: string | null
  subject: string | null
  endedIn: number | null
}

const degreeWord =
  /\b(?:b\.?sc|b\.?a|b\.?eng|b\.?ed|b\.?n|bsn|bachelor(?:['’]?s)?|m\.?sc|m\.?a|m\.?eng|m\.?ba|mba|msn|master(?:['’]?s)?|ph\.?d|doctor(?:ate)?|diploma|diplom|associate(?:['’]?s)?(?: degree| of)|a[- ]levels?|gcses?|btec|nvq|hnd|hnc|ged|abitur|fachabitur|mittlere reife|realschulabschluss|hauptschulabschluss|ausbildung|lehre|staatsexamen|magister|licence|baccalaur[eé]at|licenciatura|matura|certificate|certification|degree|apprenticeship|foundation degree|high school diploma)(?![\p{L}])\.?/iu
const institutionWord =
  /(?:universit|hochschule|college|school|institut|academy|akademie|gymnasium|polytechnic|politechnika|schule|faculty|fakult|escuela|école|liceum|\buni\b|\bcampus\b)/i

const mostStudies = 40

/** Schools and degrees: a new one begins when what is read would stand there twice. */
export const studiesIn = ({
  sections,
  order,
}: {
  sections: readonly Section[]
  order: DayOrder
}): Found<Study>[] => {
  const studies: Found<Study>[] = []
  for (const { lines } of sections.filter(({ kind }) => kind === 'education')) {
    let open: Found<Study> | null = null
    for (const line of lines) {
      const read = readLine({ line, order })
      const isNew: boolean =
        !open ||
        (['institution', 'degree', 'endedIn'] as const).some(
          (key) => read[key] !== null && open?.value[key] !== null,
        )
      const isEmpty = read.institution === null && read.degree === null && read.endedIn === null
      if (isEmpty) {
        if (open && open.value.subject === null && line.text.length <= 60 && open.value.degree)
          open = extend({ open, line, read: { ...read, subject: line.text } })
        else if (open && open.value.institution === null && line.text.length <= 80)
          open = extend({ open, line, read: { ...read, institution: line.text } })
        if (open) studies[studies.length - 1] = open
        continue
      }
      if (isNew || !open) {
        open = { value: read, start: line.start, end: line.end, confidence: 0.8 }
        studies.push(open)
      } else {
        open = extend({ open, line, read })
        studies[studies.length - 1] = open
      }
    }
  }
  return studies
    .filter(({ value: { institution, degree } }) => institution !== null || degree !== null)
    .slice(0, mostStudies)
}

const extend = ({
  open,
  line,
  read,
}: {
  open: Found<Study>
  line: Line
  read: Study
}): Found<Study> => ({
  value: {
    institution: open.value.institution ?? read.institution,
    degree: open.value.degree ?? read.degree,
    subject: open.value.subject ?? read.subject,
    endedIn: open.value.endedIn ?? read.endedIn,
  },
  start: Math.min(open.start, line.start),
  end: Math.max(open.end, line.end),
  confidence: 0.85,
})

const readLine = ({ line, order }: { line: Line; order: DayOrder }): Study => {
  const range = rangeIn({ line, order })
  const point = range ?? pointIn({ line, order })
  const endedIn = range
    ? range.to === 'present' || range.to === null
      ? null
      : range.to.year
    : point && 'year' in point
      ? point.year
      : null
  const rest = point
    ? [
        pieceOf({ line, from: 0, to: point.start - line.start }),
        pieceOf({ line, from: point.end - line.start, to: line.text.length }),
      ]
    : [line]
  const parts = rest
    .flatMap((one) =>
      piecesOf({ line: one, between: /\s*[|·•\t;]\s*|\s+[-–—]\s+|,(?:\s+|$)|\s{3,}/g }),
    )
    .filter(({ text }) => /\p{L}{2}/u.test(text))
  const degreePart = parts.find(({ text }) => degreeWord.test(text)) ?? null
  const institution =
    parts.find((part) => part !== degreePart && institutionWord.test(part.text)) ??
    (degreePart && institutionWord.test(degreePart.text) && !/diploma|degree/i.test(degreePart.text)
      ? degreePart
      : null)
  const { degree, subject } =
    degreePart && degreePart !== institution
      ? degreeIn(degreePart.text)
      : { degree: null, subject: null }
  const other = parts.find(
    (part) => part !== degreePart && part !== institution && part.text.length <= 80,
  )
  return {
    institution: institution?.text.slice(0, 200) ?? null,
    degree,
    subject: subject ?? (degree && other ? other.text.slice(0, 200) : null),
    endedIn,
  }
}

/** “BSc in Nursing”, “Bachelor of Science in Nursing”, “MEng Mechanical Engineering”. */
const degreeIn = (text: string): { degree: string; subject: string | null } => {
  const within = / (?:in|en|der|im Fach) (?=\p{L})/u.exec(text)
  if (within && within.index > 0)
    return {
      degree: text.slice(0, within.index).trim().slice(0, 200),
      subject:
        text
          .slice(within.index + within[0].length)
          .trim()
          .slice(0, 200) || null,
    }
  const short =
    /^((?:B|M)\.?(?:Sc|A|Eng|Ed|N|BA)\.?(?: ?\(?Hons\.?\)?)?|BSN|MSN|MBA|Ph\.?D\.?|Diplom|HND|HNC|Ausbildung(?: zum| zur| als)?) +(\p{L}.{2,})$/iu.exec(
      text,
    )
  if (short?.[1] && short[2])
    return { degree: short[1].slice(0, 200), subject: short[2].trim().slice(0, 200) }
  return { degree: text.slice(0, 200), subject: null }
}
