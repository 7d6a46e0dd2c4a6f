import { access, constants, stat, statfs } from 'node:fs/promises'
import type { AfterErrorHook } from 'payload'

/** Less than the largest file that may be sent, and then some. */
const leastFreeBytes = 20_000_000

type Answer = { status: 503 | 507; message: string }

const full: Answer = {
  status: 507,
  message:
    'The disk of this installation is full, so the file was not kept. Tell whoever runs it, then send the file again.',
}

const broken: Answer = {
  status: 503,
  message:
    'The disk of this installation cannot be written to, so the file was not kept. Tell whoever runs it, then send the file again.',
}

/**
 * A file that could not be kept because of the disk is our fault, not that of who sent it: Payload says
 * only that it could not be kept, so the disk itself is asked.
 */
export const answerDiskErrors: AfterErrorHook = async ({ error, collection }) => {
  const folder = collection?.upload?.staticDir
  if (!folder) return undefined
  const answer =
    answerToCode(Reflect.get(error, 'code')) ??
    (error.name === 'FileUploadError' ? await answerOfDisk(folder) : null)
  return answer
    ? { status: answer.status, response: { errors: [{ message: answer.message }] } }
    : undefined
}

/** By the codes with which systems refuse to write (POSIX errno). */
export const answerToCode = (code: unknown): Answer | null => {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return full
    case 'EROFS':
    case 'EIO':
    case 'EACCES':
    case 'EPERM':
    case 'ENOTDIR':
    case 'EEXIST':
    case 'EMFILE':
    case 'ENFILE':
      return broken
    default:
      return null
  }
}

const answerOfDisk = async (folder: string): Promise<Answer | null> => {
  try {
    await access(folder, constants.W_OK)
    if (!(await stat(folder)).isDirectory()) return broken
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize < leastFreeBytes ? full : null
  } catch (error) {
    return answerToCode(Reflect.get(Object(error), 'code')) ?? broken
  }
}
