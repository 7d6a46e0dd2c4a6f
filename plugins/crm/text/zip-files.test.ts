import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { zipArchive } from './zip-archive'
import { zipFiles } from './zip-files'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'placewright-zip-'))
})

afterAll(async () => {
  await rm(folder, { recursive: true })
})

const read = async (archive: Buffer): Promise<Record<string, string>> => {
  const file = path.join(folder, 'files.zip')
  await writeFile(file, archive)
  const found: Record<string, string> = {}
  for await (const one of zipFiles(file)) {
    const content = await one.read()
    found[one.path] = 'bytes' in content ? content.bytes.toString() : `! ${content.problem}`
  }
  return found
}

const text = (name: string, content: string) => ({ name, bytes: Buffer.from(content) })

/** Changes two bytes of the directory entry and, where asked, of the local header of one file. */
const tampered = ({
  archive,
  name,
  at,
  value,
}: {
  archive: Buffer
  name: string
  /** In the directory entry. */
  at: number
  value: number
}): Buffer => {
  const copy = Buffer.from(archive)
  const entry = copy.lastIndexOf(Buffer.from(name)) - 46
  copy.writeUInt16LE(value, entry + at)
  return copy
}

describe('files of an archive', () => {
  it('are read one by one, with those of folders, without what packers add', async () => {
    expect(
      await read(
        zipArchive([
          text('cvs/Zoë.txt', 'one'),
          text('__MACOSX/._x', 'no'),
          text('cvs/', ''),
          text('b.txt', 'two'),
        ]),
      ),
    ).toEqual({ 'cvs/Zoë.txt': 'one', 'b.txt': 'two' })
  })

  it('say why they are not taken while the others are', async () => {
    const archive = zipArchive([
      text('good.txt', 'good'),
      text('../../etc/cron.d/x', 'bad'),
      text('/root.txt', 'bad'),
      text('empty.txt', ''),
      text('Twin.txt', 'first'),
      text('twin.TXT', 'second'),
      text('locked.txt', 'locked'),
      text('broken.txt', 'broken'),
      { name: 'large.bin', bytes: Buffer.alloc(10_000_001) },
    ])
    const locked = tampered({ archive, name: 'locked.txt', at: 8, value: 0x0801 })
    expect(await read(tampered({ archive: locked, name: 'broken.txt', at: 16, value: 1 }))).toEqual(
      {
        'good.txt': 'good',
        '../../etc/cron.d/x': '! odd-path',
        '/root.txt': '! odd-path',
        'empty.txt': '! empty',
        'Twin.txt': 'first',
        'twin.TXT': '! twin',
        'locked.txt': '! encrypted',
        'broken.txt': '! unreadable',
        'large.bin': '! too-large',
      },
    )
  })

  it('that lie about their size or share their bytes are not unpacked', async () => {
    const bomb = zipArchive([{ name: 'bomb.bin', bytes: Buffer.alloc(9_000_000) }])
    expect(await read(tampered({ archive: bomb, name: 'bomb.bin', at: 24, value: 9 }))).toEqual({
      'bomb.bin': '! unreadable',
    })
    const two = zipArchive([text('a.txt', 'a'.repeat(500)), text('b.txt', 'b'.repeat(500))])
    const shared = tampered({ archive: two, name: 'b.txt', at: 42, value: 0 })
    expect(Object.values(await read(shared))).toEqual(['! unreadable', '! unreadable'])
  })

  it('in something that is no archive are refused in words', async () => {
    const whole = zipArchive([text('a.txt', 'a')])
    for (const broken of [Buffer.from('%PDF-1.4'), whole.subarray(0, -5), Buffer.alloc(0)])
      await expect(read(broken)).rejects.toThrow(/no ZIP archive/)
  })
})
