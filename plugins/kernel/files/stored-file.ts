import type { Readable } from 'node:stream'

export type StoredFile = { name: string; bytes: number; modifiedAt: string }

/** A file that is read piece by piece. */
export type OpenFile = {
  bytes: number
  /** The pieces in their order; to be read once. */
  body: AsyncIterable<Buffer>
  /** Lets go of it, read or not. */
  close: () => Promise<void>
}

/** Where the files of one upload collection lie, for the product's own work with them. */
export type FileStore = {
  /** The bytes, or null when the store does not have the file. */
  read: (name: string) => Promise<Buffer | null>
  /** As `read`, for files and sets of files that should not stand in memory. */
  open: (name: string) => Promise<OpenFile | null>
  /** Every file, a page of names at a time. */
  list: () => AsyncGenerator<StoredFile[]>
  /** A file that is already gone is no fault. */
  remove: (name: string) => Promise<void>
}

/** A store that others may share, or that may be out of reach. */
export type BucketStore = Omit<FileStore, 'list'> & {
  bucket: string
  /** With the MD5 in hex where the bucket tells it: of objects that came in one piece. */
  list: () => AsyncGenerator<(StoredFile & { md5: string | null })[]>
  /** Fails as any other call would when the bucket cannot be read. */
  demandAnswer: () => Promise<void>
  /** Puts a file there, in the place of one of that name. The bucket refuses it when the sum differs. */
  write: (file: {
    name: string
    type: string
    bytes: number
    /** In hex. */
    md5: string
    /** Begins the body anew for each attempt. */
    body: () => Readable
  }) => Promise<void>
}
