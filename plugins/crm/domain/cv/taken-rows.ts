import { foldCompany, foldWords } from '../duplicates'
import { foldSkill } from '../skill-words'

type Text = string | null | undefined

const isSameText = (one: Text, other: Text): boolean =>
  foldSkill(one ?? '') === foldSkill(other ?? '')

/** Written out or not, with or without its full stops. A name that folds to nothing is compared as written. */
const isSameName = (one: Text, other: Text, fold: (text: string) => string): boolean => {
  const [left, right] = [fold(one ?? ''), fold(other ?? '')]
  return left === '' || right === '' ? isSameText(one, other) : left === right
}

export type JobRow = { title?: Text; employer?: Text; startedIn?: Text }

/** The same job: begun in the same month at the same firm; under the same title where no firm is known. */
export const isSameJob = (one: JobRow, other: JobRow): boolean =>
  (one.startedIn ?? null) === (other.startedIn ?? null) &&
  (one.employer && other.employer
    ? isSameName(one.employer, other.employer, foldCompany)
    : isSameText(one.title, other.title))

export type StudyRow = { institution?: Text; degree?: Text }

export const isSameStudy = (one: StudyRow, other: StudyRow): boolean =>
  isSameName(one.institution, other.institution, foldWords) && isSameText(one.degree, other.degree)

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
