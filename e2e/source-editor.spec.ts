import type { Page } from '@playwright/test'
import { prepare, putBody, runtimeField, source } from './code-tab'
import { expect, expectAccessible, test } from './fixtures'
import { expectSource, replaceSource, sourceEditor } from './workbench'

test('the source is compared with what is deployed, and typed in meanwhile', async ({
  page,
  platform,
  unique,
}) => {
  await prepare(page, platform, unique('compare'))
  await page.setViewportSize({ width: 1920, height: 1080 })
  await sourceEditor(page).focus()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type('// second')
  await page.getByRole('button', { name: 'Compare', exact: true }).click()
  const pane = page.getByRole('region', { name: 'Source', exact: true })
  const original = pane.locator('.original-in-monaco-diff-editor .view-lines')
  const draft = pane.locator('.modified-in-monaco-diff-editor .view-lines:not(.line-delete)')
  await expect(draft).toContainText('// second')
  await expect(original).toBeVisible()
  await expect(original).not.toContainText('second')

  // What is deployed can be read by keyboard as well.
  await runtimeField(page).focus()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('textbox', { name: /^Deployed: Source of/ })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('textbox', { name: /^Source of/ })).toBeFocused()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type(' and third')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Compare', exact: true })).toBeFocused()
  await expect(pane.locator('.monaco-diff-editor.side-by-side')).toBeVisible()
  await page.setViewportSize({ width: 700, height: 900 })
  await expect(pane.locator('.monaco-diff-editor.side-by-side')).toHaveCount(0)
  await expect(draft).toContainText('// second and third')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Compare', exact: true }).click()
  await expectSource(page, `${source}// second and third`)
  // The history of the text is the same one.
  await sourceEditor(page).focus()
  await page.keyboard.press('ControlOrMeta+z')
  await expectSource(page, `${source}// second and`)
})

test('words of the source are offered, and taken with Tab or the arrows, never with Enter alone', async ({
  page,
  platform,
  unique,
}) => {
  const words = 'exports.handler = (context) => context.callback(remarkableName)\n'
  await prepare(page, platform, unique('words'), { source: words })
  await sourceEditor(page).focus()
  await page.keyboard.press('ControlOrMeta+End')
  const offered = page.getByRole('listbox', { name: 'Suggest' }).getByRole('option')
  const typeWord = async (word: string) => {
    await page.keyboard.type(word.slice(0, 1))
    await expect(offered.first()).toBeVisible()
    await page.keyboard.type(word.slice(1))
    await expect(offered).toHaveText('remarkableName')
  }
  await typeWord('remar')
  await expectAccessible(page)
  await page.keyboard.press('Tab')
  await expectSource(page, `${words}remarkableName`)
  await page.keyboard.press('Enter')
  await typeWord('remark')
  await page.keyboard.press('Enter')
  await expectSource(page, `${words}remarkableName\nremark\n`)
  await typeWord('remarkableN')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expectSource(page, `${words}remarkableName\nremark\nremarkableName`)
  // Escape closes the list first; then it is the way out.
  await page.keyboard.type(' ')
  await typeWord('remarkabl')
  await page.keyboard.press('Escape')
  await expect(offered).toHaveCount(0)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Compare', exact: true })).toBeFocused()
})

test('an address leads to a line', async ({ page, platform, unique }) => {
  const lines = Array.from({ length: 200 }, (_, line) => `// line ${line + 1}`).join('\n')
  const { project, name } = await prepare(page, platform, unique('line'), { source: `${lines}\n${source}` })
  await page.goto(`/projects/${project}/functions/${name}/code#line-120`)
  await expect(page.getByText('// line 120', { exact: true })).toBeVisible()
  await expect(sourceEditor(page)).toBeFocused()
  await page.keyboard.type('here ')
  const { spec } = await putBody(page)
  const sent = Buffer.from(spec.build?.functionSourceCode ?? '', 'base64').toString()
  expect(sent.split('\n')[119]).toBe('here // line 120')
})

test('formatting is one edit, and says what it did', async ({ page, platform, unique }) => {
  const untidy = "exports.handler = ( context ) =>  context.callback( 'a' )\n\n\n\nconst b =  1"
  await prepare(page, platform, unique('format'), { source: untidy })
  await sourceEditor(page).focus()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.press('Home')
  await page.getByRole('button', { name: 'Format', exact: true }).click()
  await expect(page.getByText('Formatted with Prettier.')).toBeVisible()
  await expectSource(page, "exports.handler = (context) => context.callback('a')\n\nconst b = 1\n")
  // The caret is still before what it was before.
  await sourceEditor(page).focus()
  await page.keyboard.type('/**/')
  await expectSource(page, "exports.handler = (context) => context.callback('a')\n\n/**/const b = 1\n")
  await page.keyboard.press('ControlOrMeta+z')
  await page.keyboard.press('ControlOrMeta+z')
  await expectSource(page, untidy)

  await replaceSource(page, 'exports.handler = (')
  await page.getByRole('button', { name: 'Format', exact: true }).click()
  await expect(page.getByText(/^It cannot be formatted as it stands: /)).toBeVisible()
  await runtimeField(page).selectOption('python:3.11')
  await replaceSource(page, 'def handler(context, event):  \n    return 1')
  await page.getByRole('button', { name: 'Format', exact: true }).click()
  await expect(page.getByText(/^Took spaces from the ends of 1 line and ended the file/)).toBeVisible()
})

/** Lets go of a file over the editor, as one who drags it there from a folder does. */
async function drop(page: Page, name: string, bytes: number[] | string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([fileName, content]) => {
      const data = new DataTransfer()
      data.items.add(new File([typeof content === 'string' ? content : new Uint8Array(content)], fileName))
      return data
    },
    [name, bytes] as const,
  )
  const target = page.getByRole('region', { name: 'Source', exact: true }).locator('.monaco-editor').first()
  await target.dispatchEvent('dragover', { dataTransfer: transfer })
  await target.dispatchEvent('drop', { dataTransfer: transfer })
}

test('a file that is dropped becomes the source, unless it is none', async ({ page, platform, unique }) => {
  await prepare(page, platform, unique('drop'))
  await drop(page, 'orders.py', 'def handler(context, event):\n    return 1\n')
  await expect(
    page.getByText(/^The source is now that of orders\.py; .*another runtime than Node\.js/),
  ).toBeVisible()
  await expectSource(page, 'def handler(context, event):\n    return 1\n')
  await expect(page.getByText('This looks like Python, and the function runs on Node.js.')).toBeVisible()
  await page.getByRole('button', { name: 'Use Python' }).click()
  await expect(runtimeField(page)).toHaveValue(/^python/)
  await sourceEditor(page).focus()
  await page.keyboard.press('ControlOrMeta+z')
  await expectSource(page, source)

  await drop(page, 'a.zip', [80, 75, 3, 4, 0, 255])
  await expect(page.getByText('a.zip is not a text file, so it cannot be a source.')).toBeVisible()
  await drop(page, 'big.js', 'x'.repeat(5_000_001))
  await expect(page.getByText(/^big\.js is larger than 5 MB/)).toBeVisible()
  await expectSource(page, source)

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download', exact: true }).click()
  expect((await download).suggestedFilename()).toMatch(/^main\.(js|py)$/)

  // A whole function is opened as one, as anywhere else on the page.
  const whole =
    'metadata: {name: given}\nspec:\n  runtime: shell\n  description: from a file\n  build: {functionSourceCode: ZWNobyBoaQ==}\n'
  const dialog = page.getByRole('dialog')
  await drop(page, 'function.yaml', whole)
  await expect(dialog.getByText('The function given, runtime shell, 0 triggers.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expectSource(page, source)
  await page.getByLabel('File to replace the source').setInputFiles({
    name: 'exported.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(whole),
  })
  await dialog.getByRole('button', { name: 'Put it into the draft' }).click()
  await expectSource(page, 'echo hi')
  await expect(runtimeField(page)).toHaveValue('shell')
})

test('the look of editors is remembered', async ({ page, platform, unique }) => {
  await prepare(page, platform, unique('look'))
  await page.getByRole('button', { name: 'Editor settings', exact: true }).click()
  await page.getByLabel('Text size').selectOption('20')
  await page.getByLabel('Colours').selectOption('dark')
  await page.getByRole('switch', { name: 'Wrap long lines' }).check()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Editor settings', exact: true })).toBeFocused()
  await page.reload()
  const lines = page.getByRole('region', { name: 'Source', exact: true }).locator('.view-lines')
  await expect(lines).toHaveCSS('font-size', '20px')
  await expect(page.locator('.monaco-editor-background').first()).not.toHaveCSS(
    'background-color',
    'rgb(255, 255, 255)',
  )
})

test('find and go to line have buttons, and the keyboard goes through all of them', async ({
  page,
  platform,
  unique,
}) => {
  await prepare(page, platform, unique('tools'))
  await page.getByRole('button', { name: 'Find', exact: true }).click()
  await expect(page.getByRole('textbox', { name: 'Find' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(sourceEditor(page)).toBeFocused()
  await page.getByRole('button', { name: 'Go to line', exact: true }).click()
  // The box opens a moment after the button was pressed; what is typed before that goes into the source.
  const line = page.locator('.quick-input-widget input')
  await expect(line).toBeFocused()
  await page.keyboard.type('1')
  await page.keyboard.press('Enter')
  await expect(line).toBeHidden()
  await expect(sourceEditor(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  for (const name of [
    'Compare',
    'Format',
    'Find',
    'Go to line',
    'Open file…',
    'Download',
    'Editor settings',
  ]) {
    await expect(page.getByRole('button', { name, exact: true })).toBeFocused()
    await page.keyboard.press('Tab')
  }
  await expect(page.locator('summary').filter({ hasText: 'Build' })).toBeFocused()

  // Ctrl+M stays until it is pressed again.
  await sourceEditor(page).focus()
  await page.keyboard.press('Control+m')
  await expect(page.getByRole('status').filter({ hasText: 'Tab now leaves the editor' })).toBeAttached()
  await page.keyboard.type('//')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Compare', exact: true })).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Control+m')
  await page.keyboard.press('Tab')
  await expect(sourceEditor(page)).toBeFocused()
})

test('of code from elsewhere the source is shown where the server has put one in, and cannot be typed in', async ({
  page,
  platform,
  unique,
}) => {
  const project = unique('filled')
  await platform.createProject(project)
  const create = (name: string, filled: object) =>
    platform.send('POST', '/api/functions', {
      metadata: { name, namespace: 'nuclio', labels: { 'nuclio.io/project-name': project } },
      spec: {
        runtime: 'nodejs',
        handler: 'main:handler',
        build: { codeEntryType: 'archive', path: 'https://files.example/a.zip', ...filled },
      },
    })
  await create('filled', { functionSourceCode: Buffer.from('// put in').toString('base64') })
  await create('unseen', {})
  await page.goto(`/projects/${project}/functions/filled/code`)
  await expect(page.getByRole('heading', { name: 'What the server put in as source' })).toBeVisible()
  const shown = page.getByRole('textbox', { name: /^Source of filled, as the server put it in/ })
  await shown.focus()
  await page.keyboard.type('typed')
  await expect(page.getByText('// put in', { exact: true })).toBeVisible()
  await expect(page.getByText('typed')).toHaveCount(0)
  await page.goto(`/projects/${project}/functions/unseen/code`)
  await expect(page.getByText('Nuclio gives back no files of code that it fetches')).toBeVisible()
})
