import { connect } from 'node:net'

/** What the scanner says about a file. */
export type ScanVerdict = { kind: 'clean' } | { kind: 'infected'; signature: string }

/** The scanner cannot be reached, or answered with something that is no verdict. */
export class ScannerUnavailable extends Error {}

const chunkBytes = 64 * 1024

/** Has clamd look at bytes (its INSTREAM command over TCP). */
export const scanBytes = async ({
  clamdUrl,
  bytes,
  timeoutMs = 60_000,
}: {
  clamdUrl: string
  bytes: Uint8Array
  /** Without a sign of life for so long, the scanner counts as gone. */
  timeoutMs?: number
}): Promise<ScanVerdict> => {
  const answer = await ask({
    clamdUrl,
    timeoutMs,
    request: [commandOf('INSTREAM'), ...chunksOf(bytes), lengthOf(0)],
  })
  if (/^stream: OK$/.test(answer)) return { kind: 'clean' }
  const signature = /^stream: (.+) FOUND$/.exec(answer)?.[1]
  if (signature) return { kind: 'infected', signature: signature.slice(0, 200) }
  throw new ScannerUnavailable(`The virus scanner gave no verdict: ${answer.slice(0, 200)}`)
}

/** Whether the scanner answers at all, for those who look after the installation. */
export const scannerAnswers = async ({ clamdUrl }: { clamdUrl: string }): Promise<boolean> => {
  try {
    return (await ask({ clamdUrl, timeoutMs: 2_000, request: [commandOf('PING')] })) === 'PONG'
  } catch (error) {
    if (error instanceof ScannerUnavailable) return false
    throw error
  }
}

/** Commands that begin with z end with a zero byte, and so do their answers. */
const commandOf = (name: string): Buffer => Buffer.from(`z${name}\0`)

const lengthOf = (length: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(length)
  return bytes
}

const chunksOf = (bytes: Uint8Array): Buffer[] => {
  const chunks: Buffer[] = []
  for (let from = 0; from < bytes.length; from += chunkBytes) {
    const chunk = bytes.subarray(from, from + chunkBytes)
    chunks.push(lengthOf(chunk.length), Buffer.from(chunk))
  }
  return chunks
}

const mostAnswerBytes = 4_096

const ask = async ({
  clamdUrl,
  timeoutMs,
  request,
}: {
  clamdUrl: string
  timeoutMs: number
  request: readonly Buffer[]
}): Promise<string> => {
  const { hostname, port } = new URL(clamdUrl)
  return await new Promise<string>((resolve, reject) => {
    const socket = connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 3310) })
    let answer = ''
    const fail = (reason: string, cause?: unknown) => {
      socket.destroy()
      reject(new ScannerUnavailable(reason, { cause }))
    }
    socket.setTimeout(timeoutMs, () => fail('The virus scanner is silent.'))
    socket.once('error', (error) => fail('The virus scanner cannot be reached.', error))
    socket.once('connect', () => {
      for (const part of request) socket.write(part)
    })
    socket.setEncoding('utf8').on('data', (text: string) => {
      answer += text
      const end = answer.indexOf('\0')
      if (end >= 0) {
        socket.destroy()
        resolve(answer.slice(0, end).trim())
      } else if (answer.length > mostAnswerBytes) fail('The virus scanner answers without an end.')
    })
    socket.once('close', () => reject(new ScannerUnavailable('The virus scanner broke off.')))
  })
}
