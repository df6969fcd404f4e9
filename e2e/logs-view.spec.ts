import { expect, test } from './fixtures'
import { deployWriter, follow, grid, line, lines, openLog, write } from './logs-tab'
import { openTab, sendAndExpect } from './workbench'

test('lines are folded, wrapped, shown as they were sent, dated otherwise, and found by their time', async ({
  page,
  platform,
  unique,
}) => {
  const { name, path } = await deployWriter(platform, unique)
  await openLog(page, path)
  await write(platform, name, '/levels')
  await write(platform, name, '/same', '50')
  await expect(line(page, /^=$/).last()).toBeVisible()

  const settings = page.getByRole('button', { name: 'How the log is shown' })
  await settings.click()
  const dialog = page.getByRole('dialog', { name: 'How the log is shown' })
  await dialog.getByRole('switch', { name: 'Fold equal lines in a row' }).click()
  await expect(line(page, /^=×50$/)).toBeVisible()
  await expect(page).toHaveURL(/repeats=folded/)
  await dialog.getByLabel('Times').selectOption('utc')
  const time = line(page, 'found').getByRole('gridcell').first()
  const whole = (await time.getAttribute('title')) ?? ''
  await expect(time).toHaveText(whole.slice(11, 23))
  await dialog.getByRole('switch', { name: /^Raw/ }).click()
  await expect(line(page, 'found')).toContainText('␛[')
  await dialog.getByRole('switch', { name: 'Wrap long lines' }).click()
  await expect(grid(page)).toHaveAttribute('data-wrapped', 'true')
  await page.keyboard.press('Escape')
  // All that is remembered.
  await page.reload()
  await expect(line(page, 'found')).toContainText('␛[')
  await expect(line(page, /^=×50$/)).toBeVisible()
  await expect(grid(page)).toHaveAttribute('data-wrapped', 'true')

  await page.getByRole('slider', { name: 'Lines over time' }).focus()
  await page.keyboard.press('Home')
  await expect(lines(page).first()).toBeInViewport()
  await page.getByRole('button', { name: 'Read as plain text' }).click()
  await expect(page.getByRole('region', { name: 'Lines in view, as plain text' })).toContainText('found')
})

test('on a small screen the lines are in sight where there is the least room for them', async ({
  page,
  platform,
  unique,
}) => {
  const { name, path } = await deployWriter(platform, unique)
  await write(platform, name, '/lines', '9')
  await page.setViewportSize({ width: 360, height: 640 })
  await page.goto(`${path}?q=line&show=matching`)
  await grid(page).scrollIntoViewIfNeeded()
  await expect(line(page, 'line 9 ends here')).toBeInViewport()
  await grid(page).press('Home')
  await expect(line(page, 'line 1 ends here')).toBeInViewport()
})

test('requests of this page stand between the lines, and every state has words of its own', async ({
  page,
  platform,
  unique,
  expectedErrors,
}) => {
  expectedErrors.push(/status of 40[34]/)
  const { project, name, path } = await deployWriter(platform, unique)
  await page.goto(`/projects/${project}/functions/${name}/console`)
  await sendAndExpect(page, /^200/)
  await openTab(page, 'Logs')
  await expect(line(page, /^POST \/ sent from here: answered 200, [\d,]+ ms/)).toBeVisible()

  await platform.control('POST', 'faults', {
    path: `/api/functions/${name}/replicas`,
    status: 403,
    count: 99,
  })
  await page.goto(path)
  await expect(page.getByRole('heading', { name: 'The server does not give this log' })).toBeVisible()
  await platform.control('DELETE', 'faults')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(follow(page)).toHaveText('live')
  await expect(line(page, /Deploy ready/)).toBeVisible()

  // Its lines stay while one looks at them.
  await write(platform, name, '/say', 'one of the last')
  await expect(line(page, 'one of the last')).toBeVisible()
  await platform.send('DELETE', '/api/functions', { metadata: { name, namespace: 'nuclio' } })
  await expect(follow(page)).toHaveText('ended')
  await expect(line(page, 'one of the last')).toBeVisible()
})
