import { once } from 'node:events'

import { eventOf, testFunctions } from './test-functions'

/** A server whose functions are all busy, for the tests of what is left when it goes away. Prints the processes' ids. */
export async function busyServer() {
  const functions = testFunctions(process.argv.at(-1) ?? 'stand-in')
  const busy = [
    functions.create('nodejs', { 'main.js': 'exports.handler = () => { for (;;); }' }),
    functions.create('shell', { 'main.sh': 'while :; do :; done' }),
    functions.create('python', { 'main.py': 'def handler(context, event):\n    while True: pass\n' }),
  ]
  const pids: number[] = []
  for (const fn of busy) {
    if (await fn.runtime.unavailable()) continue
    const worker = await fn.start()
    pids.push(worker.pid)
    worker.handle(eventOf(), () => undefined).catch(() => undefined)
  }
  const building = functions.create(
    'shell',
    { 'main.sh': '' },
    { build: { commands: ['echo "pid $$"; while :; do :; done'] } },
  )
  building.build().catch(() => undefined)
  const pid = async (): Promise<number> => {
    const line = building.buildLog.find((text) => text.startsWith('pid '))
    if (line !== undefined) return Number(line.slice('pid '.length))
    await new Promise((resolve) => setImmediate(resolve))
    return pid()
  }
  pids.push(await pid())
  process.on('SIGTERM', () => process.exit(0))
  process.stdout.write(`${JSON.stringify(pids)}\n`)
  await once(process, 'exit')
}
