/**
 * Ends the process it is loaded into (`node --import ./src/bin/with-parent.mjs …`) when the parent
 * that started it with an ipc channel is gone, however it ended: kindly by SIGTERM at first, which
 * lets a server answer what it has in hand, and for good after 25 seconds.
 */
// Workers forked by this program inherit the import, and have their own ways with their channel.
const isDirectChild = process.env.PLACEWRIGHT_SUPERVISOR === String(process.ppid)

if (process.channel && isDirectChild) {
  process.once('disconnect', () => {
    process.kill(process.pid, 'SIGTERM')
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), 25_000).unref()
  })
  // The listener would keep alive a program that has come to its end.
  process.channel.unref()
}
