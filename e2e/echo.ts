import type { Trigger } from '@/api/generated/schema'
import type { PlatformClient } from './platform'

/** Tells what reached it, as JSON, and answers as the path asks. */
const source = `
const { existsSync } = require('fs')
exports.handler = (context, event) => {
  const say = (body, type = 'text/plain', status = 200, headers = {}) =>
    context.callback(new context.Response(body, headers, type, status))
  switch (event.path.split('?')[0]) {
    case '/text': return say('<b>no markup</b> & nothing more')
    case '/logs':
      context.logger.infoWith('found', { rows: 3, where: 'till' })
      context.logger.error('and broken')
      return say('logged')
    case '/wait': {
      const file = event.body.toString()
      const look = () => (existsSync(file) ? say('waited for ' + file) : setTimeout(look, 20))
      return look()
    }
    default:
      return say(JSON.stringify({
        method: event.method,
        path: event.path,
        fields: event.fields,
        headers: event.headers,
        body: Buffer.from(event.body || '').toString('hex'),
      }), 'application/json')
  }
}`

/** A function of its own that echoes, with four workers, and the address of its page. */
export async function deployEcho(
  platform: PlatformClient,
  unique: (prefix: string) => string,
  others: Record<string, Trigger> = {},
) {
  const project = unique('console')
  const name = unique('echo')
  await platform.createProject(project)
  const triggers = { http: { kind: 'http', name: 'http', class: '', numWorkers: 4 }, ...others }
  await platform.deploy({ name, project, runtime: 'nodejs', source, spec: { triggers } })
  return { project, name, at: `/projects/${project}/functions/${name}` }
}
