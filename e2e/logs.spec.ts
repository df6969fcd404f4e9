import { accessibilityFindings, expect, test } from './fixtures'
import { deployWriter, download, follow, grid, line, lines, openLog, serverLog, write } from './logs-tab'

test(
  'a line shows as it is written, is found, filtered, kept as a file, and found again by its link',
  { tag: '@dialects' },
  async ({ page, platform, unique }) => {
    const { name, path } = await deployWriter(platform, unique)
    await openLog(page, path)
    await write(platform, name, '/levels')
    await expect(line(page, 'looking')).toContainText('debug')
    await expect(line(page, 'found')).toContainText(/info\s*found.*rows=3.*user=ada/)
    await expect(line(page, 'slow')).toContainText(/warn/)
    await expect(line(page, 'and broken')).toContainText(/error/)
    await expect(line(page, 'printed beside it')).toBeVisible()
    await expect(line(page, /Deploy ready/)).toBeVisible()

    // Filters: by level, by a field, and back.
    const levels = page.getByRole('combobox', { name: 'Levels of the log' })
    await levels.selectOption('warn')
    await expect(line(page, 'found')).toHaveCount(0)
    await expect(line(page, 'slow')).toBeVisible()
    await expect(page).toHaveURL(/level=warn/)
    await levels.selectOption('debug')
    await line(page, 'slow').getByRole('button', { name: 'Show all of it' }).click()
    await page.getByRole('button', { name: 'Only lines with user=bob' }).click()
    await expect(line(page, 'found')).toHaveCount(0)
    await expect(line(page, 'slow')).toBeVisible()
    await page.getByRole('button', { name: /^Turn the filter round/ }).click()
    await expect(line(page, 'slow')).toHaveCount(0)
    await expect(line(page, 'found')).toBeVisible()
    await page.getByRole('button', { name: /^Drop the filter/ }).click()

    // Search: text, an expression, only what matches, lines around.
    const search = page.getByRole('searchbox', { name: 'Search the log' })
    await search.fill('BROKEN')
    await expect(page.getByText('1 match', { exact: true })).toBeVisible()
    await expect(line(page, 'and broken').locator('mark')).toHaveText('broken')
    await page.getByRole('button', { name: 'Match case' }).click()
    await expect(page.getByText('no match')).toBeVisible()
    await page.getByRole('button', { name: 'Match case' }).click()
    await page.getByRole('button', { name: 'Regular expression' }).click()
    await search.fill('found|slow')
    await expect(page.getByText('2 matches')).toBeVisible()
    await search.press('Enter')
    await expect(page.getByText(/^[12] of 2$/)).toBeVisible()
    await page.getByRole('combobox', { name: 'What the search shows' }).selectOption('matching')
    await expect(line(page, 'looking')).toHaveCount(0)
    await expect(line(page, 'slow')).toBeVisible()
    await page.getByRole('combobox', { name: 'Lines around each match' }).selectOption('2')
    await expect(line(page, 'looking')).toBeVisible()
    await page.getByRole('combobox', { name: 'What the search shows' }).selectOption('others')
    await expect(line(page, 'slow')).toHaveCount(0)
    await search.fill('(')
    await expect(page.locator('#log-search-said')).toContainText(/expression|group|parenthes/i)
    await search.fill('')

    // Every byte that the server has.
    const replica = `nuclio-nuclio-${name}`
    await page.getByLabel('From where the log is read').selectOption('all')
    await expect(line(page, 'and broken')).toBeVisible()
    expect(await download(page, 'Every byte as it was sent')).toEqual(
      await serverLog(platform, name, replica),
    )
    const records = (await download(page, 'What is shown, as JSON Lines')).toString().trim().split('\n')
    expect(records.map((record) => JSON.parse(record) as unknown)).toContainEqual(
      expect.objectContaining({
        level: 'info',
        message: 'found',
        fields: expect.objectContaining({ rows: 3 }),
      }),
    )

    // A link to a line, opened anew while more was written.
    await line(page, 'slow').getByRole('button', { name: 'Show all of it' }).click()
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.getByRole('button', { name: 'Copy a link to this line' }).click()
    const link = await page.evaluate(() => navigator.clipboard.readText())
    await write(platform, name, '/lines', '300')
    await page.goto(link)
    await expect(line(page, 'slow')).toHaveAttribute('data-linked', 'true')
    await expect(line(page, 'slow')).toBeInViewport()
    await page.reload()
    await expect(line(page, 'slow')).toHaveAttribute('data-linked', 'true')
    const gone = new URL(link)
    gone.searchParams.set('line', `${replica}~1700000000000~nothing`)
    await page.goto(gone.href)
    await expect(page.getByText(/The line that the link names is not in this log any more/)).toBeVisible()
  },
)

test('what one reads stays while lines come, and the end is one key away', async ({
  page,
  platform,
  unique,
}) => {
  const { name, path } = await deployWriter(platform, unique)
  await write(platform, name, '/lines', '200')
  await openLog(page, path)
  await expect(line(page, 'line 200 ends here')).toBeInViewport()
  await grid(page).hover()
  await page.mouse.wheel(0, -600)
  await expect(follow(page)).toHaveText('paused')
  const seen = line(page, /line 1[5-9]\d ends here/).first()
  const text = (await seen.textContent()) ?? ''
  const before = await seen.boundingBox()
  await write(platform, name, '/lines', '120')
  await expect(page.getByRole('button', { name: '120 new lines' })).toBeVisible()
  expect((await line(page, text).first().boundingBox())?.y).toBe(before?.y)
  await page.getByRole('button', { name: '120 new lines' }).click()
  await expect(line(page, 'line 320 ends here')).toBeInViewport()
  await expect(follow(page)).toHaveText('live')

  // By keyboard: to the beginning, along the lines, open one, and back to the end.
  await grid(page).focus()
  await page.keyboard.press('Home')
  await expect(follow(page)).toHaveText('paused')
  await page.keyboard.press('PageDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  const active = grid(page).locator('[data-active]')
  await expect(active).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(active.getByLabel('The whole line')).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(grid(page).locator('[aria-selected="true"]')).toHaveCount(3)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.keyboard.press('ControlOrMeta+c')
  await expect(page.getByText('Copied 3 lines', { exact: true }).first()).toBeVisible()
  expect((await page.evaluate(() => navigator.clipboard.readText())).split('\n')).toHaveLength(3)
  await page.keyboard.press('End')
  await expect(line(page, 'line 320 ends here')).toBeInViewport()
})

test('the lines of several replicas stand in the order of their time, and each can be shown alone', async ({
  page,
  platform,
  unique,
}) => {
  const { name, path } = await deployWriter(platform, unique, 2)
  await openLog(page, path)
  // Both replicas take a turn.
  for (let i = 0; i < 6; i += 1) await write(platform, name, '/levels')
  const menu = page.getByRole('button', { name: '2 replicas' })
  await menu.click()
  const replicas = page.getByRole('dialog', { name: 'Replicas' })
  await expect(replicas.getByRole('checkbox')).toHaveCount(2)
  await replicas
    .getByRole('button', { name: /^Only / })
    .first()
    .click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: '1 of 2 replicas' })).toBeVisible()
  await expect(page).toHaveURL(/replicas=/)
  const letters = lines(page).locator('[data-hue]')
  await expect(letters.filter({ hasText: 'b' })).toHaveCount(0)
  const times = await lines(page).getByRole('gridcell').first().allTextContents()
  expect(times.filter(Boolean)).toEqual(times.filter(Boolean).toSorted())
})

test('axe finds nothing: live, paused, filtered, empty, open, at fault', async ({
  page,
  platform,
  unique,
  expectedErrors,
}) => {
  expectedErrors.push(/status of 500/)
  const { name, path } = await deployWriter(platform, unique)
  const findings = async (state: string) =>
    (await accessibilityFindings(page, '[aria-label="Logs"]')).map((found) => `${state}: ${found}`)
  const found: string[] = []
  await openLog(page, path)
  await write(platform, name, '/levels')
  await write(platform, name, '/trace')
  await expect(line(page, 'no such drawer')).toBeVisible()
  found.push(...(await findings('live')))
  await line(page, 'no such drawer').getByRole('button', { name: 'Show all of it' }).click()
  await line(page, 'slow').getByRole('button', { name: 'Show all of it' }).click()
  await expect(follow(page)).toHaveText('paused')
  found.push(...(await findings('paused, opened')))
  const search = page.getByRole('searchbox', { name: 'Search the log' })
  await search.fill('slow')
  await page.getByRole('combobox', { name: 'What the search shows' }).selectOption('matching')
  await expect(line(page, 'looking')).toHaveCount(0)
  found.push(...(await findings('filtered')))
  await search.fill('nothing like it')
  await expect(page.getByRole('heading', { name: 'No line matches' })).toBeVisible()
  found.push(...(await findings('empty')))
  await page.getByRole('button', { name: 'Show all lines' }).click()
  await platform.control('POST', 'faults', {
    path: `/api/functions/${name}/`,
    status: 500,
    count: 50,
  })
  await page.reload()
  await expect(page.getByText(/test control/).first()).toBeVisible()
  found.push(...(await findings('at fault')))
  await platform.control('DELETE', 'faults')
  expect(found).toEqual([])
})
