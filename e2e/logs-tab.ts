import type { Locator, Page } from '@playwright/test'

import { expect } from './fixtures'
import type { PlatformClient } from './platform'

/** Writes what the path asks for; `/lines` writes as many numbered lines as the body says. */
const source = `
let line = 0
exports.handler = (context, event) => {
  const { logger } = context
  switch (event.path) {
    case '/levels':
      logger.debug('looking')
      logger.infoWith('found', { rows: 3, user: 'ada' })
      logger.warnWith('slow', { took: 912, user: 'bob' })
      logger.error('and broken')
      console.log('printed beside it')
      break
    case '/trace':
      console.error(new RangeError('no such drawer').stack)
      break
    case '/lines': {
      const until = line + Number(event.body.toString())
      while (line < until) console.log('line ' + (line += 1) + ' ends here')
      break
    }
    case '/same':
      for (let i = 0; i < Number(event.body.toString()); i += 1) console.log('=')
      break
    case '/say':
      logger.info(event.body.toString())
      break
    case '/write':
      process.stdout.write(event.body)
      break
  }
  context.callback('written')
}`

/** A project with a function that writes what it is told. */
export async function deployWriter(
  platform: PlatformClient,
  unique: (prefix: string) => string,
  replicas = 1,
): Promise<{ project: string; name: string; path: string }> {
  const project = unique('logs')
  const name = unique('writer')
  await platform.createProject(project)
  const spec = replicas > 1 ? { minReplicas: replicas, maxReplicas: replicas } : {}
  await platform.deploy({ name, project, runtime: 'nodejs', source, spec })
  return { project, name, path: `/projects/${project}/functions/${name}/logs` }
}

/** Has the function write. */
export async function write(platform: PlatformClient, name: string, path: string, body = ''): Promise<void> {
  await platform.send('POST', '/api/function_invocations', body || ' ', {
    'content-type': 'text/plain',
    'x-nuclio-function-name': name,
    'x-nuclio-path': path,
  })
}

export const grid = (page: Page): Locator => page.getByRole('grid', { name: 'Lines of the log' })
/** Lines in view, without the heads of the columns. */
export const lines = (page: Page): Locator => grid(page).locator('[data-id]')
export const line = (page: Page, text: RegExp | string): Locator => lines(page).filter({ hasText: text })
export const follow = (page: Page): Locator => page.getByRole('button', { name: /^Follow new lines/ })

/** The log is open and follows. */
export async function openLog(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await expect(follow(page)).toHaveText('live')
}

/** Every byte that the server has of a replica's log. */
export async function serverLog(platform: PlatformClient, name: string, replica: string): Promise<Buffer> {
  const answer = await platform.send('GET', `/api/functions/${name}/logs/${replica}?follow=false`)
  return Buffer.from(await answer.arrayBuffer())
}

/** Downloads what an entry of the menu says. */
export async function download(page: Page, entry: string): Promise<Buffer> {
  await page.getByRole('button', { name: 'Download', exact: true }).click()
  const coming = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: entry, exact: true }).click()
  const stream = await (await coming).createReadStream()
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(part as Buffer)
  return Buffer.concat(parts)
}
