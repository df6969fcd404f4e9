import { deployButton } from './deploys'
import { expect, test } from './fixtures'
import { expectDeployed, expectSource, sendAndExpect, sourceEditor } from './workbench'

const node = {
  runtime: 'nodejs',
  source: 'exports.handler = (context) => context.callback("first")\n',
}

test('the keyboard gets into the editor, through it and out of it', async ({ page, platform, unique }) => {
  const project = unique('keys')
  const name = unique('fn')
  await platform.createProject(project)
  await platform.deploy({ name, project, ...node })
  await page.goto(`/projects/${project}/functions/${name}/code`)
  await expectSource(page, node.source)

  await page.getByLabel('Runtime').focus()
  await page.keyboard.press('Tab')
  await expect(sourceEditor(page)).toBeFocused()
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.press('Tab')
  await page.keyboard.type('// typed')
  await page.keyboard.press('Enter')
  await expect(sourceEditor(page)).toBeFocused()
  await page.keyboard.press('ControlOrMeta+s')
  await expectDeployed(page)
  await expect(sourceEditor(page)).toBeFocused()
  const { spec } = await platform.getFunction(name)
  expect(Buffer.from(spec.build?.functionSourceCode ?? '', 'base64').toString()).toMatch(/^\s+\/\/ typed\n/)

  await page.keyboard.press('Escape')
  await expect(page.getByText('Tab now leaves the editor.')).toBeVisible()
  await page.keyboard.press('Shift+Tab')
  await expect(page.getByLabel('Runtime')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(sourceEditor(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  await expect(sourceEditor(page)).not.toBeFocused()
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(page.getByText(/^200/)).toBeVisible()

  const background = page.locator('.monaco-editor-background').first()
  await page.emulateMedia({ colorScheme: 'light' })
  await expect(background).toHaveCSS('background-color', 'rgb(255, 255, 255)')
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect(background).not.toHaveCSS('background-color', 'rgb(255, 255, 255)')
})

test('a source of 1 MB opens, takes keys and deploys', async ({ page, platform, unique }) => {
  const project = unique('large')
  const name = unique('fn')
  const source = `${node.source}${'// a line that is there to be many\n'.repeat(30_000)}`
  expect(source.length).toBeGreaterThan(1_000_000)
  await platform.createProject(project)
  await platform.deploy({ name, project, ...node, source })
  await page.goto(`/projects/${project}/functions/${name}/code`)
  await expect(page.getByRole('region', { name: 'Source', exact: true })).toContainText(
    'context.callback("first")',
  )
  await sourceEditor(page).focus()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type('// the end')
  await expect(page.getByText(/^Edited \d\d:\d\d · kept in this browser/)).toBeVisible()

  await page.reload()
  await expect(page.getByText(/^Restored your edits/)).toBeVisible()
  await deployButton(page).click()
  await expectDeployed(page)
  const { spec } = await platform.getFunction(name)
  const stored = Buffer.from(spec.build?.functionSourceCode ?? '', 'base64').toString()
  expect(stored.length).toBe(source.length + '// the end'.length)
  await sendAndExpect(page, /^200/)
})
