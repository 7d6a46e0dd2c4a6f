import { createReadStream } from 'node:fs'
import type { BucketStore } from '#plugins/kernel'

import { StepFailure } from '../steps/failure.mjs'
import { bucketPlan, type ArchivedFile, type BucketObject, type BucketPlan } from './bucket-plan'
import { withBucket } from './bucket-words'
import { counted } from './in-words'

/** A file that waits on the disk for its place in the bucket. */
export type StagedFile = ArchivedFile & { at: string }

const atOnce = 8

/**
 * Brings the files of one collection into its bucket in two halves: `begin` adds what is in nobody's
 * way while the rows can still be undone, `finish` replaces and removes once they cannot.
 */
export const bucketFiller = ({
  collection,
  bucket,
}: {
  collection: string
  bucket: BucketStore
}) => {
  const added: string[] = []
  let plan: BucketPlan<StagedFile> = { add: [], replace: [], remove: [] }
  let typeOf = (_name: string): string => 'application/octet-stream'

  const write = async ({ name, bytes, md5, at }: StagedFile) => {
    await bucket.write({ name, bytes, md5, type: typeOf(name), body: () => createReadStream(at) })
  }

  return {
    begin: async ({
      staged,
      types,
      replaces,
    }: {
      staged: readonly StagedFile[]
      /** Of every file that a row names. */
      types: ReadonlyMap<string, string | null>
      replaces: boolean
    }): Promise<void> => {
      typeOf = (name) => types.get(name) ?? 'application/octet-stream'
      await withBucket({
        bucket: bucket.bucket,
        after: 'Nothing was changed.',
        run: async () => {
          const present: BucketObject[] = []
          for await (const page of bucket.list()) present.push(...page)
          plan = bucketPlan({ archived: staged, present, named: new Set(types.keys()) })
          const inTheWay = plan.replace.length + plan.remove.length
          if (inTheWay > 0 && !replaces)
            throw new StepFailure(
              `The bucket ${bucket.bucket} has ${counted({ count: inTheWay, noun: 'file' })} below ${collection} that the archive does not have so. Nothing was changed. To put the archive in their place, add --replace; or name another bucket in S3_BUCKET.`,
            )
          await forEach({
            items: plan.add,
            run: async (file) => {
              added.push(file.name)
              await write(file)
            },
          })
        },
      })
    },
    /** Takes out again what was added. */
    withdraw: async (): Promise<void> => {
      await forEach({ items: added, run: bucket.remove })
    },
    finish: async ({ file }: { file: string }): Promise<void> => {
      await withBucket({
        bucket: bucket.bucket,
        after: `The rows are those of the backup, the files of ${collection} not all. Run it again to the end: npm run restore -- ${file} --replace`,
        run: async () => {
          await forEach({ items: plan.replace, run: write })
          await forEach({ items: plan.remove, run: bucket.remove })
        },
      })
    },
  }
}

/** Several at once, for each is mostly a way there and back; after a fault none is begun any more. */
const forEach = async <Item>({
  items,
  run,
}: {
  items: readonly Item[]
  run: (item: Item) => Promise<void>
}): Promise<void> => {
  const left = items.values()
  let failed = false
  const takeOn = async () => {
    for (const item of left) {
      if (failed) return
      try {
        await run(item)
      } catch (error) {
        failed = true
        throw error
      }
    }
  }
  const outcomes = await Promise.allSettled(Array.from({ length: atOnce }, takeOn))
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason
}
