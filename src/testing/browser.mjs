import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

const systemPaths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

const cache = resolve(
  dirname(fileURLToPath(import.meta.url)),
  '../../node_modules/.cache/placewright',
)

/** Quiet, and able to run as root and where there is no graphics card. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
]

/**
 * The bundled Chromium brings one bold font and looks for it in a fixed place. DejaVu, which the
 * product's PDFs use as well, stands in where the system has no fonts.
 */
const fontsConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <dir prefix="relative">../../../../dejavu-fonts-ttf/ttf</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
  <alias><family>sans-serif</family><prefer><family>DejaVu Sans</family></prefer></alias>
  <alias><family>serif</family><prefer><family>DejaVu Serif</family></prefer></alias>
  <alias><family>monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>
</fontconfig>
`

/**
 * Starts a headless Chromium: the one at CHROMIUM_PATH, else the system's, else the one that comes
 * with the development dependencies.
 * @returns {Promise<import('playwright-core').Browser>}
 */
export const launchBrowser = () => {
  const { executablePath, env } = findChromium()
  return chromium.launch({ executablePath, args, env: { ...definedEnvironment(), ...env } })
}

/**
 * @returns {{ executablePath: string, env: Record<string, string> }} the program, and what it needs
 *   in its environment
 * @throws {Error} when CHROMIUM_PATH leads to nothing that can be run
 */
const findChromium = () => {
  const asked = process.env.CHROMIUM_PATH
  if (asked) {
    if (!canRun(asked)) throw new Error(`CHROMIUM_PATH is ${asked}, which cannot be run.`)
    return { executablePath: asked, env: {} }
  }
  const system = systemPaths.find(canRun)
  return system ? { executablePath: system, env: {} } : bundledChromium()
}

/** @returns {{ executablePath: string, env: Record<string, string> }} */
const bundledChromium = () => {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const manifest = join(dirname(entry), '../../package.json')
  const { version } = JSON.parse(readFileSync(manifest, 'utf8'))
  const home = join(cache, `chromium-${version}`)
  if (!existsSync(home)) unpack({ home })
  return {
    executablePath: join(home, 'chromium'),
    env: {
      FONTCONFIG_PATH: join(home, 'fonts'),
      LD_LIBRARY_PATH: [join(home, 'al2023/lib'), process.env.LD_LIBRARY_PATH]
        .filter(Boolean)
        .join(':'),
    },
  }
}

/**
 * Unpacks beside and renames, so that what is there is whole. The package unpacks into the
 * temporary directory, and its libraries only when it takes the machine for a cloud function's.
 * @param {{ home: string }} options
 */
const unpack = ({ home }) => {
  const incoming = join(cache, `incoming-${process.pid}-${randomBytes(4).toString('hex')}`)
  mkdirSync(incoming, { recursive: true })
  try {
    const { status, stderr } = spawnSync(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `const { default: chromium } = await import('@sparticuz/chromium'); await chromium.executablePath()`,
      ],
      {
        cwd: dirname(fileURLToPath(import.meta.url)),
        env: { ...process.env, TMPDIR: incoming, VERCEL: '1' },
        encoding: 'utf8',
      },
    )
    if (status !== 0) throw new Error(`Chromium could not be unpacked: ${stderr}`)
    writeFileSync(join(incoming, 'fonts/fonts.conf'), fontsConfiguration)
    renameSync(incoming, home)
  } catch (error) {
    // Another test process was faster, with the same files.
    if (!existsSync(home)) throw error
  } finally {
    rmSync(incoming, { recursive: true, force: true })
  }
}

/** @param {string} path @returns {boolean} */
const canRun = (path) => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false
    throw error
  }
}

/** @returns {Record<string, string>} */
const definedEnvironment = () =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  )
