import { expect, test } from './fixtures'
import { response, sendAndExpect } from './workbench'

/** Answers what the path names, as a function that wants to act on the page that called it would. */
const hostile = `
exports.handler = (context, event) => {
  const answers = {
    '/clear': [200, { 'Clear-Site-Data': '"*"', 'Strict-Transport-Security': 'max-age=31536000' }],
    '/cookie': [200, { 'Set-Cookie': 'stolen=yes; Path=/' }],
    '/login': [401, { 'WWW-Authenticate': 'Basic realm="give me your password"' }],
    '/away': [302, { Location: '/projects?moved=yes' }],
  }
  const [status, headers] = answers[event.path]
  context.callback(new context.Response('said ' + event.path, headers, 'text/plain', status))
}`

test('an answer shows as it was and does nothing to the dashboard', async ({ page, platform, unique }) => {
  const project = unique('hostile')
  const name = unique('acts')
  await platform.createProject(project)
  await platform.deploy({ name, project, runtime: 'nodejs', source: hostile })
  const address = `/projects/${project}/functions/${name}/code`
  await page.goto(address)
  await page.evaluate(() => localStorage.setItem('kept', 'here'))

  const rows = [
    { path: '/clear', status: /^200/, header: 'clear-site-data' },
    { path: '/cookie', status: /^200/, header: 'set-cookie' },
    { path: '/login', status: /^401/, header: 'www-authenticate' },
    { path: '/away', status: /^302/, header: 'location' },
  ]
  for (const { path, status, header } of rows) {
    await page.getByRole('textbox', { name: 'Path and query' }).fill(path)
    await sendAndExpect(page, status)
    await expect(response(page)).toContainText(`said ${path}`)
    await response(page)
      .getByRole('tab', { name: /^Headers/ })
      .click()
    await expect(response(page).getByText(new RegExp(`^${header}$`, 'i'))).toBeVisible()
    await response(page).getByRole('tab', { name: 'Body' }).click()
  }

  expect(new URL(page.url()).pathname).toBe(address)
  expect(await page.evaluate(() => localStorage.getItem('kept'))).toBe('here')
  expect(await page.context().cookies()).toEqual([])
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
})
