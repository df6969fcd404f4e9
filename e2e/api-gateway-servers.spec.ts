import { expect, expectAccessible, test } from './fixtures'
import {
  askGateway,
  basic,
  deployNamed,
  gatewayOf,
  gatewayRow,
  listenerOf,
  makeGateway,
  upstreamsTo,
} from './gateways'
import { comeBack } from './functions-list'
import { DashboardServer } from './server'

test.afterEach(({ platform }) => platform.control('DELETE', ''))

test('on Kubernetes the words, the modes and the hidden password are its own, and requests are commands', async ({
  page,
  platform,
  server,
  unique,
}) => {
  const [project, fn, name] = [unique('gates'), unique('fn'), unique('shop')]
  await platform.createProject(project)
  await deployNamed(platform, project, [fn])
  const authentication = { basicAuth: { username: 'ann', password: 'secret' } }
  await makeGateway(platform, project, name, {
    authenticationMode: 'basicAuth',
    authentication,
    upstreams: upstreamsTo([fn]),
  })
  const front = await DashboardServer.start({ NUCLIO_DASHBOARD_URL: server.url })
  await platform.control('POST', 'dialect', { dialect: 'nuclio' })
  await platform.passFor({
    platformKind: 'kube',
    allowedAuthenticationModes: ['none', 'basicAuth'],
    defaultHTTPIngressHostTemplate: '{{ .ResourceName }}.{{ .ProjectName }}.example.com',
  })

  await page.goto(`${front.url}/projects/${project}/api-gateways/${name}`)
  await expect(page.getByLabel('Who may call').getByRole('option')).toHaveText([
    'Everybody',
    'Who knows user and password',
  ])
  await expect(page.getByText('The server keeps the password and does not show it')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('textbox', { name: 'User', exact: true }).fill('bob')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText(`${name} saved`)).toBeVisible()
  const tried = page.getByRole('region', { name: 'Try it' })
  await expect(tried.getByRole('button', { name: 'Send' })).toHaveCount(0)
  await expect(tried.getByRole('group', { name: 'As cURL' })).toContainText(
    `curl --fail-with-body -X GET 'http://${name}.localhost/'`,
  )

  const other = unique('made')
  await page.goto(`${front.url}/projects/${project}/create-api-gateway`)
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(other)
  await page.getByRole('combobox', { name: 'Function', exact: true }).fill(fn)
  await page.getByRole('textbox', { name: 'Host', exact: true }).fill('a.example.com:8080')
  const host = page.getByRole('textbox', { name: 'Host', exact: true })
  await expect(host).toHaveAccessibleDescription(/inner hyphens between dots/)
  await host.fill(`${other}.${project}.example.com`)
  await page.getByLabel('Who may call').selectOption('basic')
  await page.getByRole('textbox', { name: 'User', exact: true }).fill('ann')
  await page.getByRole('textbox', { name: 'Password', exact: true }).fill('hidden')
  await page.getByRole('button', { name: 'Create', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('ready')

  await platform.control('DELETE', '')
  expect((await gatewayOf(platform, name)).spec.authentication).toEqual({
    basicAuth: { username: 'bob', password: 'secret' },
  })
  expect((await gatewayOf(platform, other)).spec).toMatchObject({
    host: `${other}.${project}.example.com`,
    authenticationMode: 'basicAuth',
  })
  const { port } = await listenerOf(platform)
  expect((await askGateway(port, `${name}.localhost`, '/', basic('bob', 'secret'))).status).toBe(200)
  await front.dispose()
})

test('on Docker the page says that there are no gateways, and why', async ({ page, platform, unique }) => {
  const project = unique('gates')
  await platform.createProject(project)
  await platform.control('POST', 'dialect', { dialect: 'nuclio' })
  for (const place of ['api-gateways', 'api-gateways/any', 'create-api-gateway']) {
    await page.goto(`/projects/${project}/${place}`)
    await expect(page.getByRole('heading', { name: 'This server has no API gateways' })).toBeVisible()
    await expect(page.getByText('It runs functions with Docker alone')).toBeVisible()
  }
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Go to the functions' }).click()
  await expect(page).toHaveURL(`/projects/${project}/functions`)
})

test('what fails is said where it fails, and all of it fits a narrow screen', async ({
  page,
  platform,
  unique,
  expectedErrors,
}) => {
  expectedErrors.push(/Failed to load resource/)
  const [project, fn, name] = [unique('gates'), unique('fn'), unique('shop')]
  await platform.createProject(project)
  await deployNamed(platform, project, [fn])
  await makeGateway(platform, project, name, { upstreams: upstreamsTo([fn]) })
  const at = `/projects/${project}/api-gateways`
  const path = '/api/api_gateways'

  await platform.control('POST', 'faults', { path, status: 403, method: 'GET' })
  await page.goto(at)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You are not allowed to see or do this')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(gatewayRow(page, name)).toBeVisible()
  await platform.control('POST', 'faults', { path, status: 500, method: 'GET', count: 1_000 })
  await comeBack(page)
  const stale = page.getByText(/^last updated .* ago, retrying$/)
  await expect(stale).toBeVisible()
  await expect(gatewayRow(page, name)).toBeVisible()
  await platform.control('DELETE', 'faults')
  await expect(stale).toHaveCount(0)
  await page.goto(`${at}/nobody`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing at this address')

  await page.goto(`${at}/${name}`)
  await page.getByRole('textbox', { name: 'Description, if you like' }).fill('x')
  await platform.control('POST', 'faults', { path, status: 500, method: 'PUT' })
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('Failed on request of a test control with 500')
  await page.getByRole('button', { name: 'Undo the edits' }).click()

  await page.setViewportSize({ width: 360, height: 740 })
  for (const place of [at, `${at}/${name}`, `/projects/${project}/create-api-gateway`]) {
    await page.goto(place)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    await expectAccessible(page)
  }
})
