import type { Page } from '@playwright/test'

import type { FunctionConfig, FunctionSpec } from '@/api/generated/schema'

import { deployButton } from './deploys'
import { expect, test } from './fixtures'
import type { PlatformClient } from './platform'

const problems = (page: Page) => page.getByRole('button', { name: /^\d+ problems?$/ })
const list = (page: Page) => page.getByRole('dialog', { name: 'What the server would refuse' })
const at = (project: string, name: string, tab: string) => `/projects/${project}/functions/${name}/${tab}`

/** A function that is only stored: nothing of it runs. */
function stored(project: string, name: string, spec: FunctionSpec = {}): FunctionConfig {
  return {
    metadata: {
      name,
      namespace: 'nuclio',
      labels: { 'nuclio.io/project-name': project },
      annotations: { 'skip-build': 'true', 'skip-deploy': 'true' },
    },
    spec: { runtime: 'nodejs', handler: 'main:handler', build: { functionSourceCode: 'eA==' }, ...spec },
  }
}

/** The server's refusal of the function as it is stored, with something changed. */
async function refusalOf(platform: PlatformClient, name: string, change: Partial<FunctionSpec>) {
  const { metadata, spec } = await platform.getFunction(name)
  const put = platform.send('PUT', `/api/functions/${name}`, { metadata, spec: { ...spec, ...change } })
  const words = await put.then(
    () => '',
    (error: Error) => error.message,
  )
  const body = JSON.parse(words.slice(words.indexOf('{'))) as { error: string }
  return body.error
}

test('what the server would refuse is said beside the field, on the tab, and in a list that leads there', async ({
  page,
  platform,
  unique,
}) => {
  const project = unique('rules')
  const name = unique('fn')
  await platform.createProject(project)
  await platform.send('POST', '/api/functions', stored(project, name))
  await page.goto(at(project, name, 'configuration'))
  await expect(deployButton(page)).toBeVisible()
  await expect(problems(page)).toHaveCount(0)

  const timeout = page.getByRole('textbox', { name: 'Event timeout' })
  await timeout.fill('soon')
  const words = await refusalOf(platform, name, { eventTimeout: 'soon' })
  await expect(timeout).toHaveAccessibleDescription(new RegExp(words.replaceAll(/[().]/g, '.')))
  await expect(problems(page)).toHaveText(/1 problem$/)
  await expect(deployButton(page)).toHaveAccessibleDescription(`Event timeout: ${words}`)
  await expect(deployButton(page)).toHaveAttribute('aria-disabled', 'true')

  await page.getByRole('link', { name: 'Code', exact: true }).click()
  await page.getByRole('textbox', { name: 'Handler' }).fill('a:b:c')
  await expect(problems(page)).toHaveText(/2 problems$/)

  await problems(page).focus()
  await page.keyboard.press('Enter')
  const links = list(page).getByRole('link')
  await expect(links).toHaveText([/^Handler.*Invalid handler name a:b:c$/, /^Event timeout/])
  await expect(links.first()).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(list(page)).toHaveCount(0)
  await expect(problems(page)).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/configuration#spec\.eventTimeout$/)
  await expect(timeout).toBeFocused()

  await timeout.fill('30s')

  // An amount within a line of a list, in the words that the server has for it.
  const volumes = (sizeLimit: string) => [
    {
      volume: { name: 'scratch', emptyDir: { sizeLimit } },
      volumeMount: { name: 'scratch', mountPath: '/s' },
    },
  ]
  await page.getByRole('button', { name: 'Add volume' }).click()
  const volume = page.getByRole('group', { name: /^(volume 1|scratch)$/ })
  await volume.getByRole('textbox', { name: 'Name', exact: true }).fill('scratch')
  await volume.getByLabel('Kind', { exact: true }).selectOption({ label: 'Empty folder' })
  await volume.getByRole('textbox', { name: 'Mount path' }).fill('/s')
  const size = volume.getByRole('textbox', { name: 'Greatest size' })
  await size.fill('1GG')
  const unit = await refusalOf(platform, name, { volumes: volumes('1GG') })
  expect(unit).toBe("unable to parse quantity's suffix")
  await expect(size).toHaveAccessibleDescription(unit)
  await size.fill('1G')
  await expect(size).toHaveAccessibleDescription('')
  await page.getByRole('link', { name: 'Code', exact: true }).click()
  await page.getByRole('textbox', { name: 'Handler' }).fill('main:other')
  await expect(problems(page)).toHaveCount(0)
  await expect(deployButton(page)).not.toHaveAttribute('aria-disabled')
})

test('hosts and paths of other functions of the project are known before the server is asked', async ({
  page,
  platform,
  unique,
}) => {
  const project = unique('ingress')
  const [mine, theirs] = [unique('mine'), unique('theirs')]
  const triggers = (path: string) => ({
    web: {
      kind: 'http',
      attributes: { ingresses: { main: { host: `${project}.example`, paths: [path] } } },
    },
  })
  await platform.createProject(project)
  await platform.send('POST', '/api/functions', stored(project, mine, { triggers: triggers('/mine') }))
  await platform.send('POST', '/api/functions', stored(project, theirs, { triggers: triggers('/theirs') }))
  await page.goto(at(project, mine, 'triggers') + '#spec.triggers.web')
  await expect(problems(page)).toHaveCount(0)
  const paths = page.locator('[id="spec.triggers.web.attributes.ingresses.main.paths"]')
  await paths.fill('/mine\n/theirs/')
  await expect(problems(page)).toHaveText(/1 problem$/)
  const words = await refusalOf(platform, mine, { triggers: triggers('/theirs/') })
  expect(words).toBe('Ingress host and path are already in use')
  await problems(page).click()
  await expect(list(page).getByRole('link')).toHaveText([new RegExp(words)])
})
