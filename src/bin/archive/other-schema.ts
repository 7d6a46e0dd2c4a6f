import { StepFailure } from '../steps/failure.mjs'

/** The refusal of an archive whose rows would not fit, with what differs by name. */
export const otherSchema = ({
  differences,
  version,
}: {
  differences: readonly string[]
  version: string
}): StepFailure => {
  const shown = differences.slice(0, 20)
  const more = differences.length - shown.length
  return new StepFailure(
    `The archive was made by Placewright ${version} with another schema:\n${shown
      .map((line) => `  ${line}`)
      .join(
        '\n',
      )}${more > 0 ? `\n  … and ${more} more.` : ''}\nNothing was changed. Check out the version that made it, restore there, and upgrade afterwards.`,
  )
}
