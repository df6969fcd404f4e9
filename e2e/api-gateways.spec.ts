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

test('a gateway is made, tried, split with a canary, promoted and deleted', async ({
  page,
  context,
  platform,
  unique,
}) => {
  const [project, old, fresh, name] = [unique('gates'), unique('old'), unique('new'), unique('shop')]
  await platform.createProject(project)
  await deployNamed(platform, project, [old, fresh])
  const { port } = await listenerOf(platform)
  const url = `http://${name}.localhost:${port}/v1`

  await page.goto(`/projects/${project}/functions`)
  await page.getByRole('navigation', { name: 'Project' }).getByRole('link', { name: 'API gateways' }).click()
  await expect(page.getByRole('heading', { name: 'No API gateways yet' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'New gateway' }).click()

  const create = page.getByRole('button', { name: 'Create', exact: true })
  const route = page.getByRole('group', { name: 'The resulting route' })
  const named = page.getByRole('textbox', { name: 'Name', exact: true })
  await expect(named).toBeFocused()
  await expect(create).toHaveAccessibleDescription('Enter a name')
  await named.fill('Shop')
  await expect(named).toHaveAccessibleDescription(/Use lower-case letters only/)
  await named.fill(name)
  const path = page.getByRole('textbox', { name: 'Path', exact: true }).first()
  await path.fill('/v1.0')
  await expect(path).toHaveAccessibleDescription(/Use letters, digits/)
  await path.fill('v1')
  await expect(create).toHaveAccessibleDescription('Choose a function')
  await page.getByRole('combobox', { name: 'Function', exact: true }).fill(old)
  await expect(route).toHaveText(`${url}→open to everybody→${old}`)
  await page.getByRole('button', { name: 'Add a canary' }).click()
  const canary = page.getByRole('combobox', { name: 'Canary', exact: true })
  await canary.fill(old)
  await expect(canary).toHaveAccessibleDescription(/gets the rest, too/)
  await canary.fill(fresh)
  const share = page.getByRole('textbox', { name: 'Share of the canary in percent' })
  await share.fill('0')
  await expect(create).toHaveAccessibleDescription('Give the canary 1 to 100 percent')
  await share.fill('9')
  const slider = page.getByRole('slider', { name: 'Share of the canary' })
  await slider.press('ArrowRight')
  await expect(share).toHaveValue('10')
  await expect(route).toHaveText(`${url}→open to everybody→${old} 90 %, ${fresh} 10 %`)
  await expectAccessible(page)
  await create.click()

  await expect(page).toHaveURL(`/projects/${project}/api-gateways/${name}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('ready')
  await expect(page).toHaveTitle(`${name} · API gateway · ${project} · Nuclio`)
  const opening = context.waitForEvent('page')
  await page.getByRole('link', { name: url }).click()
  const opened = await opening
  await expect(opened.locator('body')).toHaveText(/ \/v1$/)
  await opened.close()

  let ofCanary = 0
  const ask = async () => {
    const { status, body } = await askGateway(port, `${name}.localhost`, '/v1/x')
    expect([200, [`${old} /v1/x`, `${fresh} /v1/x`].includes(body)]).toEqual([status, true])
    if (body.startsWith(fresh)) ofCanary += 1
  }
  for (let sent = 0; sent < 2_000; sent += 16) await Promise.all(Array.from({ length: 16 }, ask))
  // Five standard deviations of 13.4: chance alone leaves these bounds once in two million runs.
  expect(ofCanary).toBeGreaterThan(200 - 67)
  expect(ofCanary).toBeLessThan(200 + 67)

  const tried = page.getByRole('region', { name: 'Try it' })
  await tried.getByRole('textbox', { name: 'Path' }).fill('/v1/tried?x=1')
  await tried.getByRole('button', { name: 'Send' }).click()
  await expect(tried.getByRole('region', { name: 'Answer' })).toContainText('200 OK')
  await expect(tried.getByLabel('Body of the answer')).toHaveText(/ \/v1\/tried$/)
  await tried.getByRole('textbox', { name: 'Path' }).fill('/elsewhere')
  await tried.getByRole('button', { name: 'Send' }).click()
  await expect(tried.getByRole('region', { name: 'Answer' })).toContainText('404 Not Found')
  await expect(tried.getByLabel('Body of the answer')).toContainText('answers for the path /elsewhere')
  await expect(tried.getByRole('group', { name: 'As cURL' })).toContainText(
    `${name}.localhost:${port}/elsewhere`,
  )
  await expectAccessible(page)

  await page.getByRole('textbox', { name: 'Description, if you like' }).fill('edited')
  const promote = page.getByRole('button', { name: `Promote ${fresh}…` })
  await expect(promote).toHaveAccessibleDescription('Save or undo the edits first')
  await page.getByRole('button', { name: 'Undo the edits' }).click()
  await promote.click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText(`${fresh} gets every request to ${name}, and ${old} none`)
  await expectAccessible(page)
  await dialog.getByRole('button', { name: `Promote ${fresh}` }).click()
  await expect(dialog).toHaveCount(0)
  await expect(route).toHaveText(`${url}→open to everybody→${fresh}`)
  expect((await askGateway(port, `${name}.localhost`, '/v1')).body).toBe(`${fresh} /v1`)

  await page.getByRole('navigation', { name: 'Project' }).getByRole('link', { name: 'API gateways' }).click()
  await expect(gatewayRow(page, name)).toContainText('ready')
  await expect(gatewayRow(page, name)).toContainText(url)
  await page.getByRole('button', { name: `Actions on ${name}` }).click()
  await page.getByRole('menuitem', { name: `Delete ${name}…` }).click()
  await expect(dialog).toContainText(`${url} stops answering`)
  await expect(dialog).toContainText(`${fresh} stays as it is`)
  await expectAccessible(page)
  await dialog.getByRole('button', { name: `Delete ${name}` }).click()
  await expect(page.getByRole('heading', { name: 'No API gateways yet' })).toBeVisible()
  expect((await askGateway(port, `${name}.localhost`, '/v1')).status).toBe(404)
})

test('who may call is decided on the page, and shown by what a gateway answers', async ({
  page,
  platform,
  unique,
}) => {
  const [project, fn, name] = [unique('gates'), unique('fn'), unique('shop')]
  await platform.createProject(project)
  await deployNamed(platform, project, [fn])
  await makeGateway(platform, project, name, { upstreams: upstreamsTo([fn]) })
  const { port, accessKey } = await listenerOf(platform)
  const status = async (headers = {}) => (await askGateway(port, `${name}.localhost`, '/', headers)).status

  await page.goto(`/projects/${project}/api-gateways/${name}`)
  const save = page.getByRole('button', { name: 'Save', exact: true })
  await expect(save).toHaveAccessibleDescription('Nothing has been edited')
  const who = page.getByLabel('Who may call')
  await expect(who.getByRole('option')).toHaveText([
    'Everybody',
    'Who knows user and password',
    'Who has the access key',
  ])
  await who.selectOption('basic')
  await expect(save).toHaveAccessibleDescription('Basic authentication needs a username')
  await page.getByRole('textbox', { name: 'User', exact: true }).fill('ann')
  const password = page.getByRole('textbox', { name: 'Password', exact: true })
  await expect(password).toHaveAttribute('type', 'password')
  await password.fill('secret')
  await save.click()
  await expect(page.getByText(`${name} saved`)).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('ready')
  expect(await status()).toBe(401)
  expect(await status(basic('ann', 'wrong'))).toBe(401)
  expect(await status(basic('ann', 'secret'))).toBe(200)

  const tried = page.getByRole('region', { name: 'Try it' })
  const answer = tried.getByRole('region', { name: 'Answer' })
  await tried.getByRole('button', { name: 'Send' }).click()
  await expect(answer).toContainText('200 OK')
  await tried.getByRole('checkbox', { name: /^Send what the gateway asks for/ }).uncheck()
  await tried.getByRole('button', { name: 'Send' }).click()
  await expect(answer).toContainText('401 Unauthorized')
  await expect(answer).toContainText('user and password are needed')

  await who.selectOption('accessKey')
  await expect(page.getByRole('textbox', { name: 'Access key of this server' })).toHaveValue(accessKey)
  await expectAccessible(page)
  await save.click()
  await expect
    .poll(() => gatewayOf(platform, name))
    .toMatchObject({ spec: { authenticationMode: 'accessKey' }, status: { state: 'ready' } })
  expect((await gatewayOf(platform, name)).spec.authentication).toBeUndefined()
  expect(await status({ 'x-v3io-session-key': 'another' })).toBe(401)
  expect(await status({ 'x-v3io-session-key': accessKey })).toBe(200)
  expect((await askGateway(port, 'nobody.localhost')).status).toBe(404)
})

test('a gateway says what is wrong with it and with what it leads to, and its functions say that they are used', async ({
  page,
  context,
  platform,
  unique,
}) => {
  const [project, fn, stored] = [unique('gates'), unique('fn'), unique('stored')]
  const [good, broken] = [unique('good'), unique('broken')]
  await platform.createProject(project)
  await deployNamed(platform, project, [fn])
  await platform.send('POST', '/api/functions', {
    metadata: {
      name: stored,
      labels: { 'nuclio.io/project-name': project },
      annotations: { 'skip-build': 'true', 'skip-deploy': 'true' },
    },
    spec: { runtime: 'nodejs', handler: 'main:handler', build: { functionSourceCode: 'eA==' } },
  })
  await makeGateway(platform, project, good, { upstreams: upstreamsTo([fn], [stored, 50]) })
  await makeGateway(platform, project, broken, { upstreams: upstreamsTo([stored, 10]), path: '/b' })
  const { port } = await listenerOf(platform)
  const dialog = page.getByRole('dialog')

  await page.goto(`/projects/${project}/api-gateways`)
  const reason = 'A single upstream gets every request: its percentage must be 0'
  await expect(gatewayRow(page, broken)).toContainText(`error${reason}`)
  await expect(page.getByRole('row').nth(1)).toContainText(broken)
  await expect(gatewayRow(page, good)).toContainText(`${fn}50 %${stored}50 %open to everybody`)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: `Copy the URL of ${good}` }).click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`http://${good}.localhost:${port}`)
  await page.getByRole('searchbox', { name: 'Search the gateways' }).fill(fn)
  await expect(gatewayRow(page, broken)).toHaveCount(0)
  await expect(page.getByText('1 of 2')).toBeVisible()
  await page.getByRole('searchbox', { name: 'Search the gateways' }).fill('')
  await expectAccessible(page)
  await page.getByRole('link', { name: broken, exact: true }).press('Enter')
  await expect(page.getByRole('status').filter({ hasText: reason })).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'Function', exact: true })).toHaveAccessibleDescription(
    'Requests will fail for now. It was never deployed',
  )
  await page.getByRole('textbox', { name: 'Description, if you like' }).fill('mended')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('ready')
  expect(await askGateway(port, `${broken}.localhost`, '/b')).toMatchObject({
    status: 502,
    body: `API gateway ${broken} leads to the function ${stored}, which does not run: it is in state imported\n`,
  })
  const tried = page.getByRole('region', { name: 'Try it' })
  await tried.getByRole('button', { name: 'Send' }).click()
  await expect(tried.getByRole('region', { name: 'Answer' })).toContainText('502 Bad Gateway')

  await page.goto(`/projects/${project}/functions`)
  await page.getByRole('button', { name: `Actions on ${fn}` }).click()
  for (const act of ['Disable', 'Delete'])
    await expect(page.getByRole('menuitem', { name: new RegExp(`^${act}`) })).toContainText(
      `The API gateway ${good} uses it`,
    )
  await page.keyboard.press('Escape')
  await page.goto(`/projects/${project}/functions/${fn}/console`)
  const target = page.getByRole('combobox', { name: 'Target' })
  await target.selectOption({ label: `part of ${good}.localhost:${port} (${good})` })
  await expect(page.getByRole('group', { name: 'URL' })).toContainText(`http://${good}.localhost:${port}/`)

  await page.goto(`/projects/${project}/api-gateways`)
  await page.getByRole('button', { name: `Actions on ${good}` }).click()
  await page.getByRole('menuitem', { name: `Roll back to ${fn}…` }).click()
  await expect(dialog).toContainText(`${fn} gets every request to ${good}, and ${stored} none`)
  await dialog.getByRole('button', { name: `Roll back to ${fn}` }).click()
  await expect(gatewayRow(page, good)).toContainText(`${fn}open to everybody`)
  expect((await gatewayOf(platform, good)).spec.upstreams).toEqual(upstreamsTo([fn]))

  await page.goto(`/projects?q=${project}`)
  await page.getByRole('button', { name: `Actions on ${project}`, exact: true }).click()
  await page.getByRole('menuitem', { name: 'Delete', exact: true }).click()
  await expect(dialog).toContainText(`2 API gateways: ${broken}, ${good}`)
  await dialog.getByRole('checkbox', { name: /everything in it/ }).check()
  await dialog.getByLabel(`Type “${project}” to go on`).fill(project)
  await dialog.getByRole('button', { name: `Delete ${project} and its contents` }).click()
  await expect(page.getByText(`Project ${project} deleted`)).toBeVisible()
  await expect(gatewayOf(platform, good)).rejects.toThrow('404')
  await expect(platform.getFunction(fn)).rejects.toThrow('404')
})

test('edits ask before they are lost, and before they write over those of somebody else', async ({
  page,
  platform,
  unique,
}) => {
  const [project, fn, name] = [unique('gates'), unique('fn'), unique('shop')]
  await platform.createProject(project)
  await deployNamed(platform, project, [fn])
  const made = await makeGateway(platform, project, name, { upstreams: upstreamsTo([fn]) })
  const change = (description: string) =>
    platform.send('PUT', `/api/api_gateways/${name}`, { ...made, spec: { ...made.spec, description } })

  const description = page.getByRole('textbox', { name: 'Description, if you like' })
  const leaving = page.getByRole('dialog', { name: 'Leave the edits behind' })
  await page.goto(`/projects/${project}/create-api-gateway`)
  await description.fill('a new one')
  await page.getByRole('link', { name: 'Cancel', exact: true }).click()
  await leaving.getByRole('button', { name: 'Stay' }).click()
  await expect(description).toHaveValue('a new one')
  await page.getByRole('link', { name: 'Cancel', exact: true }).click()
  await leaving.getByRole('button', { name: 'Leave' }).click()
  await page.getByRole('link', { name, exact: true }).click()
  await description.fill('mine')
  await page.getByRole('link', { name: 'Functions', exact: true }).click()
  await expectAccessible(page)
  await leaving.getByRole('button', { name: 'Stay' }).click()
  await expect(description).toHaveValue('mine')

  await change('theirs')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  const asked = page.getByRole('alert').filter({ hasText: 'Somebody else has changed this gateway' })
  await expect(asked).toBeVisible()
  expect((await gatewayOf(platform, name)).spec.description).toBe('theirs')
  await expectAccessible(page)
  await asked.getByRole('button', { name: 'Take what is on the server' }).click()
  await expect(description).toHaveValue('theirs')
  await description.fill('mine again')
  await change('theirs again')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await asked.getByRole('button', { name: 'Keep mine, to save it over that' }).click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText(`${name} saved`)).toBeVisible()
  expect((await gatewayOf(platform, name)).spec.description).toBe('mine again')
})
