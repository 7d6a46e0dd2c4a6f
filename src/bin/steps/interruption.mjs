/**
 * Turns Ctrl-C, SIGTERM and a closed terminal into one request to stop. A second request, at least
 * a second after the first (npm passes on the Ctrl-C that the terminal has sent already), ends this
 * process at once; its children then end by themselves. Below npm the end of npm counts too: its
 * shell does not pass a SIGTERM on.
 * @param {{
 *   now?: () => number,
 *   source?: NodeJS.EventEmitter,
 *   endAtOnce?: () => void,
 *   parent?: () => number,
 *   isBelowNpm?: boolean,
 * }} [options] `now` in milliseconds, `parent` the process id of who started this one
 * @returns {AbortSignal}
 */
export const interruption = ({
  now = () => performance.now(),
  source = process,
  endAtOnce = () => process.exit(130),
  parent = () => process.ppid,
  isBelowNpm = process.env.npm_lifecycle_event !== undefined,
} = {}) => {
  const controller = new AbortController()
  let askedAt = 0
  const ask = () => {
    if (!controller.signal.aborted) {
      askedAt = now()
      controller.abort()
    } else if (now() - askedAt > 1000) endAtOnce()
  }
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) source.on(name, ask)
  if (isBelowNpm) {
    const first = parent()
    const watch = setInterval(() => {
      if (parent() === first) return
      clearInterval(watch)
      ask()
    }, 500)
    watch.unref()
  }
  return controller.signal
}
