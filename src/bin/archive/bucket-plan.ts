/** A file of the archive, with the sum that a bucket tells of its objects. */
export type ArchivedFile = { name: string; bytes: number; md5: string }

/** An object as the bucket lists it; without a sum it counts as another file. */
export type BucketObject = { name: string; bytes: number; md5: string | null }

export type BucketPlan<File> = {
  /** Not there yet: in nobody's way before the rows are in place. */
  add: File[]
  /** There under the same name with other contents. */
  replace: File[]
  /** Neither in the archive nor named by a row of it. */
  remove: string[]
}

/** What makes a bucket hold the files of an archive; an object that is equal already stays. */
export const bucketPlan = <File extends ArchivedFile>({
  archived,
  present,
  named,
}: {
  archived: readonly File[]
  present: readonly BucketObject[]
  /** By rows of the archive, which may lack a file that the bucket still has. */
  named: ReadonlySet<string>
}): BucketPlan<File> => {
  const there = new Map(present.map((object) => [object.name, object]))
  const known = new Set(archived.map(({ name }) => name))
  return {
    add: archived.filter(({ name }) => !there.has(name)),
    replace: archived.filter(({ name, bytes, md5 }) => {
      const object = there.get(name)
      return object !== undefined && (object.bytes !== bytes || object.md5 !== md5)
    }),
    remove: present.flatMap(({ name }) => (known.has(name) || named.has(name) ? [] : [name])),
  }
}
