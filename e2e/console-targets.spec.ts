import { expect, test } from './fixtures'
import { listenerOf } from './gateways'

test('a request goes where it is told to, inside, outside or through a gateway, and as its options say', async ({
  page,
  platform,
  unique,
  expectedErrors,
}) => {
  // Nothing answers at addresses that are only written in the status.
  expectedErrors.push(/status of 50\d/)
  const project = unique('targets')
  const name = 'function-00002'
  const inside = 'nuclio-shop.nuclio.svc.cluster.local:8080'
  const outside = 'node.example.com:31000'
  // All gateways of this platform answer at one port, whatever their hosts.
  const { port } = await listenerOf(platform)
  const status = {
    state: 'ready',
    internalInvocationUrls: [inside],
    externalInvocationUrls: [outside, 'shop.example.com/orders'],
    apiGateways: ['front'],
  }
  await platform.control('POST', 'seed', { count: 2, project, status })
  const upstream = (of: string, percentage?: number) => ({
    kind: 'nucliofunction',
    nucliofunction: { name: of },
    ...(percentage && { percentage }),
  })
  const gateway = (host: string, upstreams: object[]) => ({
    metadata: { name: host, namespace: 'nuclio', labels: { 'nuclio.io/project-name': project } },
    spec: { name: host, host, path: '/v1/', authenticationMode: 'none', upstreams },
  })
  await platform.control('POST', 'api-gateways', {
    front: gateway('gate.example.com', [upstream(name)]),
    canary: gateway('trial.example.com', [upstream('another', 80), upstream(name, 20)]),
    other: gateway('other.example.com', [upstream('another')]),
  })
  try {
    await page.goto(`/projects/${project}/functions/${name}/console`)
    const form = page.getByRole('form', { name: 'Request', exact: true })
    const target = form.getByLabel('Target')
    const url = form.getByRole('group', { name: 'URL' }).locator('> :first-child')
    await expect(target.getByRole('option')).toHaveText([
      'Chosen by the server',
      outside,
      'shop.example.com/orders',
      inside,
      `gate.example.com:${port}/v1 (gate.example.com)`,
      `20 % of trial.example.com:${port}/v1 (trial.example.com)`,
    ])
    await form.getByRole('textbox', { name: 'Path and query' }).fill('/things?q=a%20b')

    /** Sends, and tells how the request asked the dashboard to pass it on. */
    const sent = async () => {
      const asked = page.waitForRequest((request) => request.url().includes('function_invocations'))
      await form.getByRole('button', { name: 'Send', exact: true }).click()
      await expect(form.getByRole('button', { name: 'Send', exact: true })).toBeVisible()
      const call = await asked
      return {
        to: await call.headerValue('x-nuclio-invoke-url'),
        timeout: await call.headerValue('x-nuclio-invoke-timeout'),
        level: await call.headerValue('x-nuclio-log-level'),
        skipsTls: await call.headerValue('x-nuclio-skip-tls-verification'),
      }
    }
    // By itself the server takes the first that it lists, and is told none.
    await expect(url).toHaveText(`http://${inside}/things?q=a%20b`)
    expect(await sent()).toEqual({ to: null, timeout: null, level: 'debug', skipsTls: null })
    await target.selectOption(inside)
    await expect(url).not.toHaveAttribute('href')
    await expect(url).toHaveText(`http://${inside}/things?q=a%20b`)
    expect(await sent()).toMatchObject({ to: inside })
    await target.selectOption(outside)
    await expect(url).toHaveAttribute('href', `http://${outside}/things?q=a%20b`)
    await form.getByRole('tab', { name: 'Options' }).click()
    await form.getByRole('textbox', { name: 'Timeout' }).fill('20s')
    await form.getByLabel('Log level').selectOption('warn')
    await form.getByRole('checkbox', { name: 'Accept any certificate' }).check()
    expect(await sent()).toEqual({ to: outside, timeout: '20s', level: 'warn', skipsTls: 'true' })
    await target.selectOption('shop.example.com/orders')
    await expect(url).toHaveText('http://shop.example.com/orders/things?q=a%20b')

    // A gateway is no address of the function: the dashboard does not send there, a command does.
    await target.selectOption({ label: `gate.example.com:${port}/v1 (gate.example.com)` })
    await expect(url).toHaveText(`http://gate.example.com:${port}/v1/things?q=a%20b`)
    await expect(form).toContainText('The dashboard sends to the function itself and not to a gateway')
    await expect(form.getByRole('button', { name: 'Send', exact: true })).toBeDisabled()
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await form.getByRole('button', { name: 'More for the request', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Copy as cURL', exact: true }).click()
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toContain(`http://gate.example.com:${port}/v1/things?q=a%20b`)
  } finally {
    await platform.control('DELETE', 'api-gateways')
  }
})
