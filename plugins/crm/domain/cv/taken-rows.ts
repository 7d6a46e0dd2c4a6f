import { foldSkill } from '../skill-words'

type Text = string | null | undefined

const isSameText = (one: Text, other: Text): boolean =>
  foldSkill(one ?? '') === foldSkill(other ?? '')

export type JobRow = { title?: Text; employer?: Text; startedIn?: Text }

/** The same job: begun in the same month at the same firm; under the same title where no firm is known. */
export const isSameJob = (one: JobRow, other: JobRow): boolean =>
  (one.startedIn ?? null) === (other.startedIn ?? null) &&
  (one.employer && other.employer
    ? isSameText(one.employer, other.employer)
    : isSameText(one.title, other.title))

export type StudyRow = { institution?: Text; degree?: Text }

export const isSameStudy = (one: StudyRow, other: StudyRow): boolean =>
  isSameText(one.institution, other.institution) && isSameText(one.degree, other.degree)

/** What is known, and behind it of what is given all that is not known yet: nothing known is changed. */
export const withNewRows = <Known, Given extends Known>({
  known,
  given,
  isSame,
}: {
  known: readonly Known[]
  given: readonly Given[]
  isSame: (one: Known, other: Known) => boolean
}): Known[] => {
  const rows: Known[] = [...known]
  for (const row of given) if (!rows.some((one) => isSame(one, row))) rows.push(row)
  return rows
}
