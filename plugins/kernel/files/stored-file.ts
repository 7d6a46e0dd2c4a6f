export type StoredFile = { name: string; bytes: number; modifiedAt: string }

/** Where the files of one upload collection lie, for the product's own work with them. */
export type FileStore = {
  /** The bytes, or null when the store does not have the file. */
  read: (name: string) => Promise<Buffer | null>
  /** Every file, a page of names at a time. */
  list: () => AsyncGenerator<StoredFile[]>
  /** A file that is already gone is no fault. */
  remove: (name: string) => Promise<void>
}
