import { spawn } from 'node:child_process'
import { join } from 'node:path'

/**
 * Runs one of PostgreSQL's programs as the server's owner, in the server's directory, with an
 * environment of its own: the server must not carry the application's secrets.
 * @param {{
 *   native: string,
 *   program: 'postgres' | 'initdb' | 'pg_ctl',
 *   args: string[],
 *   owner: import('./owner.mjs').Owner | undefined,
 *   cwd: string,
 *   input?: string,
 * }} options
 * @returns {Promise<{ code: number | null, output: string }>} both streams of output, in order
 */
export const runBinary = ({ native, program, args, owner, cwd, input }) =>
  new Promise((resolve, reject) => {
    const child = spawn(join(native, 'bin', program), args, {
      cwd,
      env: { PATH: process.env.PATH ?? '/usr/bin:/bin', HOME: cwd, LC_ALL: 'C', TZ: 'UTC' },
      stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
      detached: true,
      ...owner,
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8')
      stream.on('data', (text) => {
        output += text
      })
    }
    child.once('error', reject)
    child.once('exit', (code) => {
      const done = () => {
        clearTimeout(patience)
        child.stdout.destroy()
        child.stderr.destroy()
        resolve({ code, output: output.trim() })
      }
      // Its last words may still be under way, but a server that it started may keep the streams open.
      const patience = setTimeout(done, 1000)
      child.once('close', done)
    })
    // A program that ended before it read what it was told says why in its output and its code.
    child.stdin?.on('error', (error) => {
      if (!('code' in error) || error.code !== 'EPIPE') reject(error)
    })
    child.stdin?.end(input)
  })
