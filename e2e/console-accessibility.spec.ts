import type { Page } from '@playwright/test'

import type { FunctionEvent } from '@/api/generated/schema'
import { behind, behindAct, button, field, layer, layered, look, type State } from './accessible-states'
import { accessibilityFindings, expect, test } from './fixtures'
import { media } from './media'
import { response, sendAndExpect } from './workbench'

/** Answers with a body of the kind that the path names. */
const source = `
exports.handler = (context, event) => {
  const say = (body, type, headers = {}) => context.callback(new context.Response(body, headers, type, 200))
  switch (event.path) {
    case '/image': return say(Buffer.from('${media.png.toString('base64')}', 'base64'), 'image/png')
    case '/sound': return say(Buffer.from('${media.wav.toString('base64')}', 'base64'), 'audio/wav')
    case '/film': return say(Buffer.from('${media.webm.toString('base64')}', 'base64'), 'video/webm')
    case '/pdf': return say(Buffer.from('${media.pdf.toString('base64')}', 'base64'), 'application/pdf')
    case '/html': return say('<h1>Drawn</h1>', 'text/html')
    case '/form': return say('who=somebody&n=1', 'application/x-www-form-urlencoded')
    case '/fields': return say('n=1&'.repeat(1000), 'application/x-www-form-urlencoded')
    case '/code': return say('// text\\\\nconst one = { two: /three/g, four: "5\\\\\\\\n" + 6 }\\\\nclass Seven {}\\\\n', 'text/javascript')
    case '/bytes': return say(Buffer.alloc(500, 7), 'application/octet-stream')
    case '/large': return say(Buffer.alloc(11000000, 'line of text\\\\n'), 'text/plain')
    default: return say(JSON.stringify({ at: Date.now(), deep: { is: [true, null, 1, 'text'] } }), 'application/json')
  }
}`

const path = (page: Page) => page.getByRole('textbox', { name: 'Path and query' })
const inResponse = (page: Page, name: string) => response(page).getByRole('tab', { name }).click()
const view = (name: string): State => ({
  of: name,
  within: 'main',
  open: (page) => page.getByRole('tab', { name, exact: true }).click(),
})

async function send(page: Page, what: string): Promise<void> {
  await path(page).fill(what)
  await sendAndExpect(page, /^200/)
  await expect(response(page)).toHaveAttribute('aria-busy', 'false')
}

/** What is drawn of an answer, once it is. */
const answer = (what: string, drawn: string): State => ({
  of: what,
  within: '[aria-label=Response]',
  open: async (page) => {
    await send(page, what)
    await expect(response(page).locator(drawn).first()).toBeVisible()
  },
})

test('axe finds nothing in the dialogs, menus and answers of the console', async ({
  page,
  platform,
  unique,
}) => {
  const project = unique('console')
  const name = unique('kinds')
  const event = unique('event')
  await platform.createProject(project)
  await platform.deploy({ name, project, runtime: 'nodejs', source })
  const saved = {
    metadata: {
      name: event,
      namespace: 'nuclio',
      labels: { 'nuclio.io/project-name': project, 'nuclio.io/function-name': name },
    },
    spec: {
      displayName: 'Kept',
      triggerKind: 'http',
      attributes: { method: 'GET', path: '/', others: { kept: true } },
    },
  } satisfies FunctionEvent
  await platform.send('POST', '/api/function_events', saved)
  await page.goto(`/projects/${project}/functions/${name}/console`)
  await look(page, [
    behind('More for the request'),
    behindAct('More for the request', 'Save as event…'),
    layered('Import from cURL', async () => {
      await button(page, 'More for the request').click()
      await page.getByRole('menuitem', { name: 'Import from cURL…' }).click()
      await field(page, 'Command').fill('curl "')
      expect.soft(await accessibilityFindings(page, layer), 'a broken command').toEqual([])
      await field(page, 'Command').fill('curl --http3 --proxy a https://example.com/ -H "Host: b"')
      await expect(page.getByRole('list', { name: 'What is not taken over as it was' })).toBeVisible()
    }),
    answer('/image', 'img'),
    answer('/sound', 'audio'),
    answer('/film', 'video'),
    answer('/html', 'iframe'),
    answer('/form', 'dl'),
    answer('/fields', 'dl'),
    answer('/bytes', 'pre'),
    answer('/code', 'pre span'),
    answer('/large', 'text=Show all of it'),
    {
      of: 'the first part of it',
      within: '[aria-label=Response]',
      open: async () => {
        await button(page, /^Show the first/).click()
        await expect(response(page).locator('pre')).toBeVisible()
      },
    },
    answer('/json', '[role=treeitem]'),
    {
      of: 'a search in JSON',
      within: '[aria-label=Response]',
      open: async () => {
        await response(page).getByRole('searchbox', { name: 'Search in the JSON' }).fill('text')
        await expect(response(page)).toContainText('1 of 1')
      },
    },
    behind('Actions on the JSON'),
    {
      of: 'compared, with something ignored',
      within: '[aria-label=Response]',
      open: async () => {
        await send(page, '/json')
        await inResponse(page, 'Compare')
        await button(page, 'Ignore $.at from now on').click()
        await expect(response(page).getByRole('list', { name: 'Ignored as noise' })).toBeVisible()
      },
    },
    {
      of: 'texts compared',
      within: '[aria-label=Response]',
      open: async () => {
        const others = response(page).getByLabel('Compare with the response of')
        const code = await others.locator('option', { hasText: 'POST /code' }).getAttribute('value')
        await others.selectOption(code)
        await expect(response(page).getByRole('region', { name: 'Differences of the body' })).toBeVisible()
      },
    },

    view('History'),
    behind(/^Actions on POST \/large/),
    behind('Clear'),

    view('Events'),
    behind('More for events'),
    behindAct('More for events', 'Import…'),
    behind('Actions on Kept'),
    behindAct('Actions on Kept', 'Duplicate…'),
    behindAct('Actions on Kept', 'Delete…'),
    layered('an event that somebody else changed', async () => {
      await button(page, 'Actions on Kept').click()
      await page.getByRole('menuitem', { name: 'Edit and rename…' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByText('Further attributes', { exact: true }).click()
      await field(page, 'Name').fill('Mine')
      const spec = { ...saved.spec, displayName: 'Theirs' }
      await platform.send('PUT', '/api/function_events', { ...saved, spec })
      await dialog.getByRole('button', { name: 'Save event' }).click()
      await expect(dialog.getByRole('button', { name: 'Write over it' })).toBeVisible()
    }),
  ])
})
