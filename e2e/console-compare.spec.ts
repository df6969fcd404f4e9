import type { Page } from '@playwright/test'

import { expect, expectAccessible, test } from './fixtures'
import { response, sendAndExpect } from './workbench'

/** Answers with a document in which a seed has changed some places, and says in no other way which. */
const source = `
exports.handler = (context, event) => {
  const seed = Number(event.fields.seed ?? 0)
  const items = Array.from({ length: 6 }, (_, id) => ({ id, name: 'item ' + id, price: 10 * id }))
  const body = { version: 1, items, nested: { a: { b: 'same' }, gone: true } }
  const headers = { 'X-Always': 'same', 'X-Seed': 'none' }
  if (seed > 0) {
    items[seed % 6].price += seed
    if (seed % 2) items.push(items.shift())
    if (seed % 3 === 0) delete body.nested.gone
    if (seed % 4 === 0) body.nested.fresh = seed
    if (seed % 5 === 0) headers['X-Seed'] = String(seed)
  }
  context.callback(new context.Response(JSON.stringify(body), headers, 'application/json', 200))
}`

/** The differences that the seed makes: paths in the second answer, with their kinds. */
function expected(seed: number): { headers: string[]; places: string[] } {
  const isRotated = seed % 2 === 1
  const index = seed % 6
  const at = isRotated ? (index + 5) % 6 : index
  const places = [`changed $.items[${at}].price`]
  if (isRotated) places.push('moved $.items[5]')
  if (seed % 3 === 0) places.push('removed $.nested.gone')
  if (seed % 4 === 0) places.push('added $.nested.fresh')
  return { headers: seed % 5 === 0 ? ['changed x-seed'] : [], places: places.sort() }
}

const path = (page: Page) => page.getByRole('textbox', { name: 'Path and query' })

async function shownRows(page: Page, name: string): Promise<string[]> {
  const rows = response(page).getByRole('region', { name, exact: true }).getByRole('listitem')
  const texts = await rows.evaluateAll((items) =>
    items.map((item) =>
      [...item.children]
        .slice(0, 2)
        .map(({ textContent }) => textContent)
        .join(' '),
    ),
  )
  return texts.sort()
}

test('exactly what differs between two answers is told, over 20 seeds; what is noise stays out', async ({
  page,
  platform,
  unique,
}) => {
  test.slow()
  const project = unique('compare')
  const name = unique('seeded')
  await platform.createProject(project)
  await platform.deploy({ name, project, runtime: 'nodejs', source })
  await page.goto(`/projects/${project}/functions/${name}/console`)
  await path(page).fill('/?seed=0')
  await sendAndExpect(page, /^200/)
  await path(page).fill('/?seed=1')
  await sendAndExpect(page, /^200/)
  await response(page).getByRole('tab', { name: 'Compare' }).click()
  // These are about the call, not about the function.
  for (const header of ['x-nuclio-logs', 'date']) {
    const ignore = response(page).getByRole('button', { name: `Ignore ${header} from now on` })
    if (await ignore.isVisible()) await ignore.click()
  }
  const compareWith = response(page).getByLabel('Compare with the response of')
  const first = await compareWith.locator('option').last().getAttribute('value')
  for (let seed = 1; seed <= 20; seed += 1)
    await test.step(`seed ${seed}`, async () => {
      await path(page).fill(`/?seed=${seed}`)
      await sendAndExpect(page, /^200/)
      await compareWith.selectOption(first ?? '')
      const { headers, places } = expected(seed)
      await expect.poll(() => shownRows(page, 'Differences of the body')).toEqual(places)
      expect(
        (await shownRows(page, 'Differences of headers')).filter(
          (row) => !/ (date|x-nuclio-logs)$/.test(row),
        ),
      ).toEqual(headers)
    })
  await expectAccessible(page)

  await response(page).getByRole('button', { name: 'Ignore $.items[2].price from now on' }).click()
  await expect(response(page).getByRole('list', { name: 'Ignored as noise' })).toContainText(
    '$.items[2].price',
  )
  await page.reload()
  await path(page).fill('/?seed=20')
  await sendAndExpect(page, /^200/)
  await response(page).getByRole('tab', { name: 'Compare' }).click()
  await compareWith.selectOption({ index: (await compareWith.locator('option').count()) - 1 })
  await expect.poll(() => shownRows(page, 'Differences of the body')).toEqual(['added $.nested.fresh'])
})
