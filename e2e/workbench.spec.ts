import type { Page } from '@playwright/test'

import { address, deployButton } from './deploys'
import { expect, test } from './fixtures'
import type { PlatformClient } from './platform'
import { expectDeployed, expectSource, openTab, replaceSource, response, sendAndExpect } from './workbench'
import { caretBehind, typeLineBehind, yamlLines } from './yaml-tab'

const deployed = 'exports.handler = (context) => context.callback(`${process.env.GREETING} first`)'
/** Answers after a moment with what it is set to and by which of its workers, and never when asked to be slow. */
const edited = `exports.handler = (context, event) => {
  const words = process.env.GREETING + ' second ' + process.pid
  if (event.path !== '/slow') setTimeout(() => context.callback(words), 400)
}`

const text = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true })

async function invoke(platform: PlatformClient, name: string, path = '/'): Promise<string> {
  const response = await platform.send('POST', '/api/function_invocations', '', {
    'x-nuclio-function-name': name,
    'x-nuclio-path': path,
  })
  return response.text()
}

test('source, forms and YAML edit one draft, it outlives a reload, and the function behaves as it says @dialects', async ({
  page,
  platform,
  unique,
}) => {
  const project = unique('bench')
  const name = unique('fn')
  await platform.createProject(project)
  await platform.deploy({
    name,
    project,
    runtime: 'nodejs',
    source: deployed,
    spec: {
      env: [{ name: 'GREETING', value: 'hello' }],
      eventTimeout: '30s',
      triggers: { web: { kind: 'http', name: 'web', numWorkers: 1, attributes: {} } },
    },
  })
  expect(await invoke(platform, name)).toBe('hello first')
  const trigger = page.getByRole('region', { name: 'Trigger web' })
  const workers = page.locator('[id="spec.triggers.web.numWorkers"]')

  await test.step('what is edited in the source and in the form stands in the YAML', async () => {
    await page.goto(address(project, name))
    await replaceSource(page, edited)
    await openTab(page, 'Configuration')
    await text(page, 'Value of GREETING').fill('good morning')
    await openTab(page, 'YAML')
    await expect(yamlLines(page)).toContainText('value: good morning')
  })

  await test.step('what is edited in the YAML stands in the forms', async () => {
    await caretBehind(page, 'eventTimeout: 30s')
    await page.keyboard.press('Shift+ArrowLeft')
    await page.keyboard.press('Shift+ArrowLeft')
    await page.keyboard.press('Shift+ArrowLeft')
    await page.keyboard.type('2s')
    await typeLineBehind(page, 'kind: http', 'workerAvailabilityTimeoutMilliseconds: 3000')
    await openTab(page, 'Configuration')
    await expect(text(page, 'Event timeout')).toHaveValue('2s')
    await openTab(page, 'Triggers')
    await trigger.getByRole('heading').getByRole('button').click()
    await trigger.getByText('Workers', { exact: true }).first().click()
    await expect(workers).toHaveValue('1')
    await expect(page.locator('[id="spec.triggers.web.workerAvailabilityTimeoutMilliseconds"]')).toHaveValue(
      '3000',
    )
    await workers.fill('2')
  })

  await test.step('after a reload all of it is there, and only there', async () => {
    await page.reload()
    await expect(page.getByText(/^Restored your edits from \d\d:\d\d$/)).toBeVisible()
    await expect(page.getByRole('link', { name: 'Review 5 changes' })).toBeVisible()
    await openTab(page, 'YAML')
    for (const line of ['value: good morning', 'eventTimeout: 2s', 'numWorkers: 2'])
      await expect(yamlLines(page)).toContainText(line)
    await openTab(page, 'Code')
    await expectSource(page, edited)
    expect(await invoke(platform, name)).toBe('hello first')
  })

  await test.step('deployed, the function is what the draft says', async () => {
    await deployButton(page).click()
    await expectDeployed(page)
    await expect(page.getByRole('link', { name: /^Review/ })).toHaveCount(0)
    await sendAndExpect(page, /^200/)
    await expect(response(page)).toContainText(/good morning second \d+/)
    // Two at once are answered by two workers, and an event has two seconds.
    const both = await Promise.all([invoke(platform, name), invoke(platform, name)])
    expect(new Set(both).size).toBe(2)
    await expect(invoke(platform, name, '/slow')).rejects.toThrow(/→ 408/)
  })
})
