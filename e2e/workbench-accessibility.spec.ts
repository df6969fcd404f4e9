import type { Page } from '@playwright/test'

import {
  behind,
  behindAct,
  button,
  escape,
  field,
  layer,
  layered,
  look,
  tab,
  type State,
} from './accessible-states'
import { changeBehind } from './deploys'
import { accessibilityFindings, expect, test } from './fixtures'
import { deployRich, openWhole, richTabs } from './rich-function'
import { openTab, replaceSource, sourceEditor } from './workbench'
import { typeLineBehind, yamlEditor, yamlLines } from './yaml-tab'

/** What the editor shows over its text. */
const overEditor = (of: string, shown: string, open: State['open']): State => ({
  of,
  within: shown,
  open: async (page) => {
    await open(page)
    await expect(page.locator(shown).first()).toBeVisible()
  },
  close: async (page) => {
    await escape(page)
    await expect(page.locator(shown).first()).toBeHidden()
  },
})

const openFile = (name: string, text: string) =>
  layered(name, async (page) => {
    const file = { name, mimeType: 'application/yaml', buffer: Buffer.from(text) }
    await page.getByLabel('A function.yaml to open').setInputFiles(file)
    await expect(page.getByRole('dialog').getByRole('button', { name: /^(Cancel|Close)$/ })).not.toHaveCount(
      0,
    )
  })

async function dragFileOver(page: Page, target: string): Promise<void> {
  const dataTransfer = await page.evaluateHandle(() => {
    const carried = new DataTransfer()
    carried.items.add(new File([''], 'function.yaml'))
    return carried
  })
  await page.locator(target).first().dispatchEvent('dragover', { dataTransfer })
}

test('axe finds nothing on any tab with everything open, edited, refused, in conflict and gone', async ({
  page,
  platform,
  unique,
  expectedErrors,
}) => {
  expectedErrors.push(/status of 404/)
  const { name, at } = await deployRich(platform, unique)
  await page.goto(`${at}/code`)
  await replaceSource(page, 'exports.handler = (context) => context.callback("edited")')
  await openTab(page, 'Configuration')
  await field(page, 'Value of STAGE').fill('two')
  await field(page, 'Event timeout').fill('soon')
  await page.reload()
  await expect(page.getByText(/^Restored your edits/)).toBeVisible()

  await look(
    page,
    richTabs.map((one) => ({ of: one.label, open: () => openWhole(page, one) })),
  )

  const { metadata, spec } = await platform.getFunction(name)
  const env = spec.env?.map((one) => (one.name === 'STAGE' ? { ...one, value: 'three' } : one))
  await platform.send(
    'PUT',
    `/api/functions/${name}`,
    { metadata, spec: { ...spec, env } },
    { 'x-nuclio-wait-function-action': 'true' },
  )
  await look(page, [
    {
      of: 'conflict',
      open: async () => {
        await page.getByRole('link', { name: 'Decide' }).click({ timeout: 45_000 })
        await page.getByRole('radio', { name: 'Something else' }).check()
      },
    },
    {
      of: 'gone',
      open: async () => {
        await platform.send('DELETE', '/api/functions', { metadata: { name, namespace: 'nuclio' } })
        await openTab(page, 'Deploys')
        await expect(button(page, `Create ${name} again`)).toBeVisible({ timeout: 45_000 })
      },
    },
  ])
})

test('axe finds nothing in the dialogs, menus and popups of the header and the forms', async ({
  page,
  platform,
  unique,
  expectedErrors,
}) => {
  expectedErrors.push(/status of 409/)
  const { name, at } = await deployRich(platform, unique)
  await page.goto(`${at}/configuration`)
  await look(page, [
    behind(/^Actions on /),
    behind('More ways to deploy'),
    behind(/^(\d+ more labels?|Whole description)$/),
    behind(/^Theme: /),
    behind(/^Server: /),
    behind(/^Switch project/),
    behind(/^Switch function/),
    behind(/^Switch namespace|^Jump to|^Search or jump/),
    behindAct(/^Actions on /, 'Duplicate'),
    behindAct('More ways to deploy', 'Save without deploying…'),
    layered('Delete, of what somebody changed meanwhile', async () => {
      await button(page, /^Actions on /).click()
      await page.getByRole('menuitem', { name: 'Delete' }).click()
      const asked = page.getByRole('dialog')
      await expect(asked.getByRole('heading', { name: `Delete ${name}` })).toBeVisible()
      expect.soft(await accessibilityFindings(page, layer), 'Delete').toEqual([])
      await changeBehind(platform, name, undefined)
      await asked.getByRole('button', { name: `Delete ${name}` }).click()
      await expect(asked.getByRole('heading', { name: `${name} has changed` })).toBeVisible()
    }),
    behind(/^Find a setting/),
    layered('no such setting', async () => {
      await page.keyboard.press('f')
      await page.getByRole('combobox', { name: 'Name of a setting' }).fill('nothing is called so')
    }),
    {
      of: 'the environment as text',
      within: 'main',
      open: async () => {
        await button(page, 'Edit as text (.env)').click()
        await field(page, 'Variables as text (.env)').fill('no variable')
      },
      close: () => button(page, 'Drop this text').click(),
    },
    {
      of: 'pasted variables',
      within: 'main',
      open: async () => {
        await button(page, 'Add variable').click()
        await page.evaluate(() => {
          const clipboardData = new DataTransfer()
          clipboardData.setData('text/plain', 'ONE=1\nTWO=2')
          document.activeElement?.dispatchEvent(
            new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
          )
        })
        await expect(page.getByText(/^The pasted text has 2 variables/)).toBeVisible()
      },
      close: () => button(page, 'Take them all').click(),
    },
    {
      of: 'a file over the page',
      open: async () => {
        await dragFileOver(page, 'main')
        await expect(page.getByText('Drop a function.yaml here to open it')).toBeVisible()
      },
    },
    {
      of: 'something that the server would refuse',
      within: 'header',
      open: () => field(page, 'Event timeout').fill('soon'),
    },
    behind(/problems?$/),
    behindAct('More ways to deploy', 'Build and deploy'),

    tab('Triggers'),
    behind('Add trigger'),
    behind('Actions on tick'),
    {
      of: 'a name that is taken',
      within: 'main',
      open: async () => {
        await button(page, 'Actions on tick').click()
        await page.getByRole('menuitem', { name: 'Rename' }).click()
        await field(page, 'Name').fill('orders')
      },
      close: escape,
    },
  ])
})

test('axe finds nothing in the dialogs, popups and lists of the YAML and the source', async ({
  page,
  platform,
  unique,
}) => {
  const { at } = await deployRich(platform, unique)
  await page.goto(`${at}/yaml`)
  await look(page, [
    openFile(
      'readable.yaml',
      'metadata: {name: a}\nspec: {runtime: nodejs, handler: a:b, description: new}\n',
    ),
    openFile('broken.yaml', 'metadata: ['),
    {
      of: 'a text that cannot be read',
      within: 'main',
      open: async () => {
        await expect(yamlLines(page)).toContainText('kind: NuclioFunction')
        await typeLineBehind(page, 'handler: main:handler', 'platform: "')
        await expect(page.getByText(/cannot be read as a function/)).toBeVisible()
      },
      close: () => button(page, 'Back to the draft’s YAML').click(),
    },
    overEditor('what completes a line', '.suggest-widget.visible', async () => {
      await yamlEditor(page).focus()
      await page.keyboard.press('ControlOrMeta+Home')
      await page.keyboard.press('ControlOrMeta+Space')
    }),

    tab('Code'),
    behind('Editor settings'),
    overEditor('find', '.find-widget.visible', () => button(page, 'Find').click()),
    overEditor('go to line', '.quick-input-widget', () => button(page, 'Go to line').click()),
    overEditor('commands of the editor', '.quick-input-widget', async () => {
      await sourceEditor(page).focus()
      await page.keyboard.press('F1')
    }),
    {
      of: 'beside what is deployed',
      within: 'main',
      open: async () => {
        await button(page, 'Compare').click()
        await expect(page.locator('.original-in-monaco-diff-editor .view-lines')).toBeVisible()
      },
      close: () => button(page, 'Compare').click(),
    },
    {
      of: 'a file over the source',
      within: 'main',
      open: async () => {
        await expect(page.locator('.monaco-diff-editor')).toHaveCount(0)
        await dragFileOver(page, '.monaco-editor')
        await expect(
          page.getByText('Drop a source to replace this one, or a function.yaml to open it'),
        ).toBeVisible()
      },
    },
  ])
})

test('axe finds nothing about a function that is being built', async ({ page, platform, unique }) => {
  const project = unique('building')
  await platform.control('POST', 'seed', {
    project,
    count: 1,
    status: {
      state: 'building',
      externalInvocationUrls: ['one.example.com', 'two.example.com/path'],
      internalInvocationUrls: ['nuclio-one.nuclio.svc.cluster.local:8080'],
    },
  })
  await page.goto(`/projects/${project}/functions/function-00001/deploys`)
  await look(page, [
    { of: 'deploys', open: () => expect(page.getByRole('region', { name: 'Latest deploy' })).toBeVisible() },
    behind(/more address(es)?$/),
    behindAct(/^Actions on /, 'Force deletion'),
  ])
})
