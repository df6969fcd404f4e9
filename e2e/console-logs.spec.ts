import { writeFile } from 'node:fs/promises'

import type { Locator, Page } from '@playwright/test'

import { accessibilityFindings, expect, test } from './fixtures'
import type { PlatformClient } from './platform'

/** Logs as the path asks, and prints beside it. */
const source = `
const { existsSync } = require('fs')
exports.handler = (context, event) => {
  const { logger } = context
  switch (event.path) {
    case '/levels':
      logger.debug('looking')
      logger.infoWith('found', { rows: 3, till: { id: 7, open: true }, apiKey: 'shown-to-nobody' })
      logger.warnWith('slow', { with: process.env.STORE_PASSWORD })
      logger.error('and broken')
      console.log('printed beside it')
      break
    case '/many':
      for (let row = 0; row < 700; row += 1) logger.infoWith('row', { row })
      break
    case '/trace':
      console.error(new RangeError('no such drawer').stack)
      break
    case '/wait': {
      const [file, name] = event.body.toString().split(' ')
      logger.infoWith(name + ' began', { request: event.headers['x-request-id'] || event.headers['X-Request-Id'] })
      const look = () => {
        if (!existsSync(file)) return setTimeout(look, 20)
        logger.info(name + ' in between')
        logger.infoWith(name + ' ended', { request: event.headers['x-request-id'] || event.headers['X-Request-Id'] })
        context.callback('waited')
      }
      return look()
    }
  }
  context.callback('logged')
}`

const path = (page: Page) => page.getByRole('textbox', { name: 'Path and query' })
const part = (page: Page, name: RegExp) =>
  page.getByRole('form', { name: 'Request', exact: true }).getByRole('tab', { name })
const logs = (page: Page) => page.getByRole('region', { name: 'Logs of this invocation' })
const records = (page: Page) => logs(page).getByRole('list', { name: 'Records' }).getByRole('listitem')
const mark = (page: Page, words: RegExp | string): Locator => logs(page).getByText(words)

async function openConsole(page: Page, platform: PlatformClient, unique: (prefix: string) => string) {
  const project = unique('logs')
  const name = unique('logging')
  await platform.createProject(project)
  const spec = {
    env: [{ name: 'STORE_PASSWORD', value: 'opens-the-till' }],
    triggers: { http: { kind: 'http', name: 'http', class: '', numWorkers: 3 } },
  }
  await platform.deploy({ name, project, runtime: 'nodejs', source, spec })
  await page.goto(`/projects/${project}/functions/${name}/console`)
  return name
}

async function send(page: Page, to: string): Promise<void> {
  await path(page).fill(to)
  await page.getByRole('button', { name: 'Send', exact: true }).click()
}

test(
  'what a call logged stands under its answer, wherever it comes from',
  { tag: '@dialects' },
  async ({ page, platform, unique, dialect }) => {
    await openConsole(page, platform, unique)
    await expect(logs(page)).toContainText('stands here')
    await send(page, '/levels')
    const ofAnswer = [
      /debug\s*looking/,
      /info\s*found.*rows=3.*till=\{"id":7,"open":true\}.*apiKey=••••/,
      /warn\s*slow.*with=••••/,
      /error\s*and broken/,
    ]
    // Nuclio 1.14 keeps the records to itself; what a process prints is in the replica's log only.
    const ofReplica = [...ofAnswer, /printed beside it/]
    const isTold = dialect === 'documented'
    await expect(records(page)).toHaveText(isTold ? ofAnswer : ofReplica)
    await expect(mark(page, isTold ? 'from the answer' : 'from the replica’s log, by worker')).toBeVisible()
    if (isTold) await logs(page).getByRole('button', { name: 'Look in the replica’s log' }).click()
    await expect(records(page)).toHaveText(ofReplica)
    await expect(mark(page, 'from the replica’s log, by worker')).toBeVisible()

    const found = records(page).nth(1)
    await found.getByRole('button', { name: 'Show all of it' }).click()
    await expect(found).toContainText(/"till": \{\s*"id": 7,\s*"open": true\s*\}/)
    await expect(found).toContainText('"worker_id"')
    for (const secret of ['shown-to-nobody', 'opens-the-till']) await expect(found).not.toContainText(secret)
    expect(await accessibilityFindings(page, '[aria-label="Logs of this invocation"]')).toEqual([])
    await found.getByRole('button', { name: 'Show less' }).click()

    const levels = logs(page).getByRole('combobox', { name: 'Levels of the logs' })
    await expect(levels.getByRole('option')).toHaveText([
      'All levels (5)',
      'Info and above (4)',
      'Warnings and errors (2)',
      'Errors (1)',
    ])
    await levels.selectOption('warn')
    await expect(records(page)).toHaveText([/slow/, /and broken/])
    await expect(logs(page)).toContainText('2 of 5 lines')
    await logs(page).getByRole('searchbox', { name: 'Search the logs' }).fill('BROKEN')
    await expect(records(page)).toHaveText([/and broken/])
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await logs(page).getByRole('button', { name: 'Copy the logs' }).click()
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toMatch(/^\d\d:\d\d:\d\d\.\d{3} error and broken$/)

    // The next call has its own, and nothing of the one before.
    await send(page, '/trace')
    if (isTold) {
      await expect(logs(page)).toContainText('It logged nothing.')
      await logs(page).getByRole('button', { name: 'Look in the replica’s log' }).click()
    }
    await expect(records(page)).toHaveText([/^error\s*RangeError: no such drawer \(\d+ lines\)$/])
    await records(page).getByRole('button', { name: 'Show all of it' }).click()
    await expect(records(page)).toContainText(/at exports\.handler/)
  },
)

test('the lines of a call are found in the replica’s log: when there are many, and beside another call', async ({
  page,
  platform,
  unique,
}, testInfo) => {
  const name = await openConsole(page, platform, unique)
  // More than an answer can carry.
  await send(page, '/many')
  await expect(mark(page, 'from the replica’s log, by worker')).toBeVisible()
  await expect(logs(page).getByRole('combobox').getByRole('option', { selected: true })).toHaveText(
    'All levels (700)',
  )
  await expect(records(page)).toHaveCount(300)
  await expect(records(page).last()).toContainText('row=699')
  await logs(page).getByRole('button', { name: 'Show 300 earlier of 400' }).click()
  await logs(page).getByRole('button', { name: 'Show 100 earlier of 100' }).click()
  await expect(records(page)).toHaveCount(700)

  // Beside another client's call only the time tells, unless the lines say whose they are.
  await page.getByRole('combobox', { name: 'Type of the body' }).selectOption('Text')
  const callBeside = async (run: string): Promise<void> => {
    const file = testInfo.outputPath(run)
    await page.getByRole('textbox', { name: 'Body', exact: true }).fill(`${file} mine`)
    await send(page, '/wait')
    await expect(logs(page)).toContainText('They come after the answer.')
    const other = platform.send('POST', '/api/function_invocations', `${file} other`, {
      'x-nuclio-function-name': name,
      'x-nuclio-path': '/wait',
      'x-request-id': 'order-of-another',
    })
    const replica = `/api/functions/${name}/logs/nuclio-nuclio-${name}?follow=false&since=60s`
    await expect
      .poll(async () => (await (await platform.send('GET', replica)).text()).match(/other began/g)?.length)
      .toBe(run === 'without' ? 1 : 2)
    await writeFile(file, '')
    await other
    await logs(page).getByRole('button', { name: 'Look in the replica’s log' }).click()
  }
  await callBeside('without')
  await expect(mark(page, /by time; may hold lines of other events$/)).toBeVisible()
  await expect(records(page).filter({ hasText: /other began/ })).toHaveCount(1)
  await expect(records(page).filter({ hasText: /mine began/ })).toHaveCount(1)

  await part(page, /^Headers/).click()
  await page.getByRole('button', { name: 'Add header' }).click()
  await page.getByLabel('Name of header 1').fill('X-Request-Id')
  await page.getByLabel('Value of header 1').fill('order-of-mine')
  await part(page, /^Body/).click()
  await callBeside('with')
  await expect(mark(page, 'from the replica’s log, by request id')).toBeVisible()
  await expect(records(page)).toHaveText([/mine began.*order-of-mine/, /mine in between/, /mine ended/])
})

test('a log that cannot be read, or has nothing, says so and is read again', async ({
  page,
  platform,
  unique,
  expectedErrors,
}) => {
  expectedErrors.push(/status of 500/)
  const name = await openConsole(page, platform, unique)
  await send(page, '/quiet')
  await expect(logs(page)).toContainText('It logged nothing.')
  await platform.control('POST', 'faults', {
    path: `/api/functions/${name}/logs`,
    status: 500,
    body: 'empty',
    count: 3,
  })
  await logs(page).getByRole('button', { name: 'Look in the replica’s log' }).click()
  await expect(logs(page).getByRole('alert')).toContainText('status 500')
  await platform.control('DELETE', 'faults')
  await logs(page).getByRole('button', { name: 'Read again' }).click()
  await expect(logs(page)).toContainText('It logged nothing, and the replica’s log has nothing of this time.')

  // What did not reach the function cannot be in its log.
  await platform.send('DELETE', '/api/functions', { metadata: { name, namespace: 'nuclio' } })
  expectedErrors.push(/status of 404/)
  await send(page, '/quiet')
  await expect(logs(page)).toContainText('The function did not run, so it logged nothing.')
})
