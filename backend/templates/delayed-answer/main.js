const { setTimeout: wait } = require('node:timers/promises')

const LONGEST_WAIT_MS = 5000

exports.handler = async (context, event) => {
  const asked = Number(event.fields?.ms ?? 250)

  if (!Number.isFinite(asked) || asked < 0) {
    const problem = { error: 'The query field ms must be a number of milliseconds' }
    context.callback(new context.Response(problem, {}, 'application/json', 400))
    return
  }

  const ms = Math.min(asked, LONGEST_WAIT_MS)
  const started = Date.now()
  context.logger.debugWith('Waiting', { ms })
  await wait(ms)

  const waited = Date.now() - started
  context.logger.infoWith('Waited', { waited })
  context.callback(new context.Response({ asked, waited }, {}, 'application/json', 200))
}
