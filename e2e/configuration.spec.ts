import type { FunctionConfig } from '@/api/generated/schema'
import type { Page } from '@playwright/test'
import { configurationSettings } from '@/pages/function/configuration/settings'
import { sections } from './configuration-cases'
import { expect, expectAccessible, test } from './fixtures'
import type { PlatformClient } from './platform'
import { expectDeployed, response, sendAndExpect } from './workbench'

const node = {
  runtime: 'nodejs',
  source: 'exports.handler = (context) => context.callback(process.env.GREETING ?? "none")\n',
}

/** A function with nothing special, its Configuration tab open. */
async function openConfiguration(
  page: Page,
  platform: PlatformClient,
  unique: (prefix: string) => string,
  spec: FunctionConfig['spec'] = {},
  fragment = '',
): Promise<string> {
  const project = unique('conf')
  const name = unique('fn')
  await platform.createProject(project)
  await platform.deploy({ name, project, ...node, spec })
  await page.goto(`/projects/${project}/functions/${name}/configuration${fragment}`)
  await expect(page.getByRole('navigation', { name: 'Sections of Configuration' })).toBeVisible()
  return name
}

/** Deploys, and answers the body that the page sent. */
async function deployedBody(page: Page): Promise<FunctionConfig> {
  const sent = page.waitForRequest(
    (request) => request.method() === 'PUT' && request.url().includes('/api/functions/'),
  )
  await page
    .getByRole('button', { name: /^Deploy\b/ })
    .first()
    .click()
  return (await sent).postDataJSON() as FunctionConfig
}

const keysWithDots = ['nvidia.com/gpu']

/** What stands at a place, its keys joined by dots. */
function at(body: unknown, place: string): unknown {
  const dotted = keysWithDots.find((key) => place.endsWith(`.${key}`))
  const keys = dotted ? [...place.slice(0, -dotted.length - 1).split('.'), dotted] : place.split('.')
  return keys.reduce<unknown>((tree, key) => (tree as Record<string, unknown> | undefined)?.[key], body)
}

for (const [section, cases] of Object.entries(sections))
  test(`every setting of “${section}” is in the body of the deploy`, async ({ page, platform, unique }) => {
    const name = await openConfiguration(page, platform, unique)
    const before = await platform.getFunction(name)
    await page.getByRole('link', { name: section, exact: true }).click()
    for (const { act } of cases) await act(page)

    const body = await deployedBody(page)
    const expected = Object.assign({}, ...cases.map((one) => one.expected)) as Record<string, unknown>
    const found = Object.fromEntries(Object.keys(expected).map((place) => [place, at(body, place)]))
    expect(found).toEqual(expected)
    // What was not touched goes back as it came.
    const touched = new Set(Object.keys(expected).map((place) => place.split('.').slice(0, 2).join('.')))
    for (const [key, value] of Object.entries(before.spec))
      if (key !== 'build' && !touched.has(`spec.${key}`)) expect(at(body, `spec.${key}`)).toEqual(value)
  })

test('no setting of the tab is without such a test', () => {
  const places = Object.values(sections).flatMap((cases) =>
    cases.flatMap(({ expected }) => Object.keys(expected)),
  )
  const untested = Object.values(configurationSettings)
    .map(({ path }) => path.join('.'))
    .filter((path) => !places.some((place) => place === path || place.startsWith(`${path}.`)))
  expect(untested).toEqual([])
})

test('a setting is found by a few letters, on this tab and on another one', async ({
  page,
  platform,
  unique,
}) => {
  await openConfiguration(page, platform, unique)
  await page.keyboard.press('f')
  const dialog = page.getByRole('dialog', { name: 'Find a setting' })
  const field = dialog.getByRole('combobox', { name: 'Name of a setting' })
  await expect(field).toBeFocused()
  await field.fill('ram lim')
  await expect(dialog.getByRole('option')).toHaveText([/Memory limit.*Configuration · Resources/])
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Memory limit' })).toBeFocused()

  // One that stands in a folded section.
  await page.getByRole('button', { name: 'Find a setting…' }).click()
  await field.fill('taints')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#spec\.tolerations$/)
  await expect(page.getByRole('button', { name: 'Edit Tolerations as YAML' })).toBeFocused()

  await page.getByRole('button', { name: 'Find a setting…' }).click()
  await field.fill('nothing like it')
  await expect(dialog.getByText('Nothing by this name')).toBeVisible()
  await field.fill('image name')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/code#/)
})

test('an address leads to a field, also of a folded section and of a line', async ({
  page,
  platform,
  unique,
}) => {
  const name = await openConfiguration(page, platform, unique, { nodeName: 'node-1' }, '#spec.nodeName')
  await expect(page.getByRole('textbox', { name: 'Node name' })).toBeFocused()
  const { labels } = (await platform.getFunction(name)).metadata
  const tab = `/projects/${labels?.['nuclio.io/project-name']}/functions/${name}/configuration`
  await page.goto(`${tab}?x=1#spec.env`)
  await expect(page.getByRole('button', { name: 'Add variable' })).toBeFocused()
  const ids = Object.values(configurationSettings).map(({ path }) => path.join('.'))
  const withoutField = (all: string[]) => all.filter((id) => document.getElementById(id) === null)
  expect(await page.evaluate(withoutField, ids)).toEqual([])
})

test('variables are edited and pasted as text, and secrets stay covered until asked for', async ({
  page,
  platform,
  unique,
}) => {
  await openConfiguration(page, platform, unique, {
    env: [
      { name: 'GREETING', value: 'hi' },
      { name: 'DB_PASSWORD', value: 'hunter2' },
      { name: 'KEY', valueFrom: { secretKeyRef: { name: 's', key: 'k' } } },
    ],
  })
  const password = page.getByLabel('Value of DB_PASSWORD', { exact: true })
  await expect(password).toHaveAttribute('type', 'password')
  await page.getByRole('button', { name: 'Show Value of DB_PASSWORD' }).click()
  await expect(password).toHaveAttribute('type', 'text')

  await page.getByRole('button', { name: 'Edit as text (.env)' }).click()
  const env = page.getByRole('textbox', { name: 'Variables as text (.env)' })
  await expect(env).toHaveValue(/^GREETING=hi\nDB_PASSWORD=•+\n$/)
  await env.fill('broken\nGREETING=bye')
  await expect(page.getByText(/^Line 1: There is no NAME=value here/)).toBeVisible()
  await env.fill(`# mine\nexport GREETING="good\\nbye"\nDB_PASSWORD=••••••\nEMPTY=\n`)
  const readable = await env.inputValue()
  await env.fill(`${readable}\nno variable`)
  await expect(page.getByText(/There is no NAME=value here/)).toBeVisible()
  await page.getByRole('link', { name: 'Triggers', exact: true }).click()
  await page.getByRole('link', { name: 'Configuration', exact: true }).click()
  await expect(env).toHaveValue(`${readable}\nno variable`)
  await env.fill(readable)
  await page.getByRole('button', { name: 'Edit in fields' }).click()
  await expect(page.getByLabel('Value of EMPTY', { exact: true })).toBeVisible()

  await page.getByRole('button', { name: 'Add variable' }).click()
  const added = page.getByRole('textbox', { name: 'Name of variable 5' })
  await added.evaluate((element) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', 'ONE=1\nEMPTY=full\n')
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })
  await page.getByRole('button', { name: 'Take them all' }).click()
  await expect(page.getByLabel('Value of ONE', { exact: true })).toHaveValue('1')

  const { spec } = await deployedBody(page)
  expect(spec.env).toEqual([
    { name: 'GREETING', value: 'good\nbye' },
    { name: 'DB_PASSWORD', value: 'hunter2' },
    { name: 'KEY', valueFrom: { secretKeyRef: { name: 's', key: 'k' } } },
    { name: 'EMPTY', value: 'full' },
    { name: 'ONE', value: '1' },
  ])
  await expectDeployed(page)
  await page.getByRole('link', { name: 'Code', exact: true }).click()
  await sendAndExpect(page, /^200/)
  await expect(response(page)).toContainText('bye')
})

test('YAML that cannot be read stays, and the draft keeps the last that could', async ({
  page,
  platform,
  unique,
}) => {
  await openConfiguration(page, platform, unique, { tolerations: [{ key: 'a' }] }, '#spec.tolerations')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: /^Tolerations as YAML/ })).toBeAttached()
  await page.getByRole('textbox', { name: /^Tolerations as YAML/ }).focus()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.insertText('}')
  await expect(
    page.getByText(/The text stays here; the function keeps what could last be read/),
  ).toBeVisible()
  // The keyboard gets out of the editor, and the text is there on coming back.
  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('textbox', { name: /^Tolerations as YAML/ })).not.toBeFocused()
  await page.getByRole('link', { name: 'Triggers', exact: true }).click()
  await expect(page).toHaveURL(/\/triggers$/)
  await page.goBack()
  await expect(page.getByText(/The text stays here/)).toBeVisible()
  const { spec } = await deployedBody(page)
  expect(spec.tolerations).toEqual([{ key: 'a' }])
})

test('YAML within the form is completed, explained and marked by the schema of its place', async ({
  page,
  platform,
  unique,
}) => {
  const sidecars = [{ name: 'proxy', image: 'envoy:1' }]
  await openConfiguration(page, platform, unique, { sidecars }, '#spec.sidecars')
  await page.keyboard.press('Enter')
  const part = page.getByRole('group', { name: 'Sidecars', exact: true })
  const editor = part.getByRole('textbox', { name: /^Sidecars as YAML/ })
  await expect(editor).toBeAttached()
  await editor.focus()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.insertText('  imagePull')
  await page.keyboard.press('ControlOrMeta+Space')
  await page.getByRole('option', { name: /imagePullPolicy/ }).click()
  await expect(part.locator('.view-lines')).toContainText('imagePullPolicy:')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Shift+Home')
  // The editor indents what follows by itself.
  await page.keyboard.insertText('imagePullPolicy: Sometimes\nports: none\n')
  await expect(part.locator('.squiggly-error')).toHaveCount(2)
  await expect(part.getByText('imagePullPolicy must be one of Always, IfNotPresent, Never')).toBeVisible()
  await expect(part.getByText('ports must be an array')).toBeVisible()
  await part.locator('.view-line').getByText('image', { exact: true }).hover()
  await expect(page.locator('.monaco-hover').getByText('Its image.')).toBeVisible()

  await page.keyboard.insertText('{')
  await expect(part.getByText(/The text stays here/)).toBeVisible()
  await page.reload()
  await expect(part.getByText(/The text stays here/)).toBeVisible()
  await expect(part.locator('.view-lines')).toContainText('ports: none')
  await part.getByRole('button', { name: 'Back to what could be read of Sidecars' }).click()
  await expect(part.getByText(/The text stays here/)).toHaveCount(0)
  await expect(part.getByRole('button', { name: 'Close the YAML of Sidecars' })).toBeFocused()
  await expect(part.locator('.view-lines')).toContainText('ports: none')
})

test('the form says what the platform does not heed, and what contradicts itself', async ({
  page,
  platform,
  unique,
}) => {
  await openConfiguration(page, platform, unique)
  await page.getByRole('link', { name: 'Scheduling', exact: true }).click()
  await expect(
    page.locator('#scheduling').getByText('Only Kubernetes heeds this; here it is kept and has no effect.'),
  ).toBeVisible()
  await page.getByRole('textbox', { name: 'Memory request' }).fill('2Gi')
  await page.getByRole('textbox', { name: 'Memory limit' }).fill('1')
  await page.getByLabel('Unit of Memory limit').selectOption('Gi')
  await expect(page.getByText('More is requested than the limit allows')).toBeVisible()
  await page.getByRole('textbox', { name: 'Minimum of replicas' }).fill('5')
  await page.getByRole('textbox', { name: 'Maximum of replicas' }).fill('2')
  const said = page
    .locator('#scaling')
    .getByText('Min replicas must be less than or equal to max replicas', { exact: true })
  await expect(said).toBeVisible()
  await expect(page.getByRole('link', { name: /^Replicas and scaling.*needs a change/ })).toBeVisible()
  await page.getByRole('button', { name: 'Undo the edit of Minimum of replicas' }).click()
  await expect(said).toHaveCount(0)
})

test('the tab is accessible wide and narrow, with everything unfolded', async ({
  page,
  platform,
  unique,
}) => {
  await openConfiguration(page, platform, unique, {
    env: [{ name: 'A', value: '1' }],
    volumes: [
      {
        volume: { name: 'data', hostPath: { path: '/srv' } },
        volumeMount: { name: 'data', mountPath: '/data' },
      },
    ],
    tolerations: [{ key: 'a' }],
    customScalingMetricSpecs: [{ type: 'Pods', pods: { metric: { name: 'waiting' } } }],
  })
  await page.evaluate(() => document.querySelectorAll('details').forEach((fold) => (fold.open = true)))
  for (const width of [1920, 360]) {
    await page.setViewportSize({ width, height: 900 })
    if (width === 1920) await expect(page.getByRole('region', { name: /as YAML$/ })).toBeVisible()
    else await expect(page.getByRole('combobox', { name: 'Go to section' })).toBeVisible()
    await expectAccessible(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  }
  await page.getByRole('combobox', { name: 'Go to section' }).selectOption('Volumes')
  await expect(page).toHaveURL(/#volumes$/)
  await expect(page.getByRole('region', { name: 'Volumes' })).toBeInViewport()
})
