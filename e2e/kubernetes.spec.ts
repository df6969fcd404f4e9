import type { Locator, Page, Request } from '@playwright/test'

import type { FrontendSpec, FunctionConfig } from '@/api/generated/schema'

import { deployButton, node } from './deploys'
import { expect, expectAccessible, test } from './fixtures'
import { row } from './functions-list'
import { DashboardServer } from './server'
import { chooseAct, expectState } from './workbench'

/** What a Nuclio on Kubernetes says of itself, with everything configured that a form can make use of. */
const kubernetes: FrontendSpec = {
  platformKind: 'kube',
  defaultHTTPIngressHostTemplate: '{{ .ResourceName }}.{{ .ProjectName }}.example.com',
  imageNamePrefixTemplate: '{{ .ProjectName }}-{{ .FunctionName }}-',
  validFunctionPriorityClassNames: ['low', 'normal', 'high'],
  defaultFunctionPodResources: {
    requests: { cpu: '30m', memory: '2Mi' },
    limits: { cpu: '2', memory: '20Gi' },
  },
  scaleToZero: {
    mode: 'enabled',
    inactivityWindowPresets: ['3m', '7m'],
    scaleResources: [{ metricName: 'quiet', windowSize: '7m', threshold: 0 }],
  },
  autoScaleMetrics: {
    customMetricsEnabled: true,
    metricPresets: [
      { metricName: 'gpu', sourceType: 'Pods', displayType: 'percentage', threshold: 0 },
      { metricName: 'lag', sourceType: 'External', displayType: 'int', threshold: 0 },
    ],
    windowSizePresets: ['1m', '2m'],
  },
  defaultFunctionConfig: {
    attributes: {
      spec: {
        nodeSelector: { pool: 'functions' },
        priorityClassName: 'normal',
        serviceAccount: 'fn-sa',
        preemptionMode: 'prevent',
        // What triggers of the kind get that say nothing.
        triggers: {
          http: {
            kind: '',
            workerAvailabilityTimeoutMilliseconds: 12_000,
            attributes: { serviceType: 'ClusterIP' },
          },
        },
      },
    },
  },
}

const notHeeded =
  /^.*(Only (Kubernetes|the local platform) heeds this|The embedded platform|This platform does not).*$/

// A page of the server itself says what the platform of its tests leaves undone; behind another server it is any Nuclio.
let front: DashboardServer
test.beforeAll(async ({ server }) => {
  front = await DashboardServer.start({ NUCLIO_DASHBOARD_URL: server.url })
})
test.afterAll(() => front.dispose())
test.afterEach(({ platform }) => platform.passFor(undefined))

const at = (project: string, name: string, tab: string, fragment = '') =>
  `${front.url}/projects/${project}/functions/${name}/${tab}${fragment}`
const options = (field: Locator) => field.getByRole('option')
const field = (page: Page, path: string) => page.locator(`[id="${path}"]`)

/** Every part of the tab that is open, unfolded. */
const unfoldAll = (page: Page) =>
  page.evaluate(() => document.querySelectorAll('details').forEach((fold) => (fold.open = true)))

const changes = (request: Request) =>
  ['PUT', 'PATCH'].includes(request.method()) && request.url().includes('/api/functions/')

/** What the page sends when something is done. */
async function sentBy(
  page: Page,
  act: () => Promise<void>,
): Promise<{ method: string; body: FunctionConfig }> {
  const request = page.waitForRequest(changes)
  await act()
  const sent = await request
  return { method: sent.method(), body: sent.postDataJSON() as FunctionConfig }
}

test('on Kubernetes the forms offer what the cluster has, and what was chosen goes out', async ({
  page,
  platform,
  unique,
}) => {
  const [project, name] = [unique('kube'), unique('fn')]
  await platform.createProject(project)
  const nodeSelector = { disk: 'ssd' }
  await platform.deploy({ name, project, ...node, spec: { nodeSelector } })
  await platform.passFor(kubernetes)
  await page.goto(at(project, name, 'configuration'))
  await expect(deployButton(page)).toBeVisible()
  await unfoldAll(page)

  const labels = page.getByRole('group', { name: 'Labels', exact: true })
  await expect(labels).toHaveAccessibleDescription(/keeps the labels that it was created with/)
  await expect(labels.getByRole('button')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Add annotation' })).toBeVisible()

  // Only the part for Docker is of no use here.
  const docker = page.locator('#docker')
  await expect(docker.getByText(notHeeded)).toHaveText(/^Only the local platform heeds this/)
  await expect(page.getByText(notHeeded)).toHaveCount(1)

  for (const [label, placeholder] of [
    ['CPU request', '30'],
    ['Memory request', '2'],
    ['CPU limit', '2'],
    ['Memory limit', '20'],
    ['Service account', 'fn-sa'],
  ] as const)
    await expect(page.getByRole('textbox', { name: label, exact: true })).toHaveAttribute(
      'placeholder',
      placeholder,
    )
  for (const [label, unit] of [
    ['CPU limit', ''],
    ['Memory limit', 'Gi'],
  ] as const)
    await expect(page.getByLabel(`Unit of ${label}`)).toHaveValue(unit)

  const priority = page.getByLabel('Priority class', { exact: true })
  await expect(options(priority)).toHaveText(['Platform’s default: normal', 'low', 'normal', 'high'])
  await priority.selectOption('high')
  await expect(options(page.getByLabel('Run on spot nodes')).first()).toHaveText(
    'Platform’s default: prevent',
  )
  await expect(options(page.locator('#rollout').getByLabel('Service type'))).toHaveText([
    /^As the http trigger/,
    'ClusterIP',
    'NodePort',
    'LoadBalancer',
  ])

  const selector = page.getByRole('group', { name: 'Node selector', exact: true })
  await expect(selector.getByRole('textbox', { name: 'Value of disk' })).toHaveValue('ssd')
  await expect(page.locator('#scheduling').getByText('pool=functions')).toBeVisible()
  await page.getByRole('button', { name: 'Revert the node selector to the defaults' }).click()
  await expect(selector.getByRole('textbox', { name: 'Value of pool' })).toHaveValue('functions')
  await expect(selector.getByRole('textbox')).toHaveCount(2)
  await expect(page.getByRole('button', { name: /^Revert the node selector/ })).toHaveCount(0)

  await page.getByRole('textbox', { name: 'Minimum of replicas' }).fill('0')
  await page.getByRole('textbox', { name: 'Maximum of replicas' }).fill('4')
  const scaling = page.locator('#scaling')
  await expect(scaling).toContainText('Without any, the platform’s own: quiet ≤ 0 over 7m.')
  const window = page.getByLabel('Inactivity window', { exact: true })
  await expect(options(window)).toHaveText(['The platform’s own', '3m', '7m'])
  await window.selectOption('3m')
  await page.getByRole('button', { name: 'Add metric', exact: true }).click()
  const metric = page.getByRole('combobox', { name: 'Name of metric 1' })
  const offered = (input: Locator) =>
    input.evaluate((element: HTMLInputElement) =>
      [...(element.list?.options ?? [])].map(({ value }) => value),
    )
  expect(await offered(metric)).toEqual(['gpu', 'lag'])
  await metric.fill('gpu')
  await expect(page.getByLabel('Source of metric 1')).toHaveValue('Pods')
  expect(await offered(page.getByRole('combobox', { name: 'Window of metric 1' }))).toEqual(['1m', '2m'])
  await page.getByRole('combobox', { name: 'Window of metric 1' }).fill('2m')
  await page.getByRole('textbox', { name: 'Threshold of metric 1', exact: true }).fill('80')

  await page.getByRole('link', { name: 'Code', exact: true }).click()
  await unfoldAll(page)
  await expect(field(page, 'spec.build.image')).toHaveAccessibleDescription(
    new RegExp(`The server puts “${project}-${name}-” before it`),
  )
  await expect(page.getByText(notHeeded)).toHaveCount(0)

  await page.getByRole('link', { name: 'Triggers', exact: true }).click()
  await page
    .getByRole('heading')
    .getByRole('button', { name: /default-http/ })
    .click()
  await unfoldAll(page)
  const trigger = 'spec.triggers.default-http.attributes'
  await expect(options(field(page, `${trigger}.serviceType`))).toHaveText([
    'ClusterIP (default)',
    'ClusterIP',
    'NodePort',
  ])
  await expect(
    field(page, 'spec.triggers.default-http.workerAvailabilityTimeoutMilliseconds'),
  ).toHaveAttribute('placeholder', '12000')
  await field(page, `${trigger}.serviceType`).selectOption('NodePort')
  await page.getByRole('button', { name: 'Add ingress' }).click()
  const host = `${name}.${project}.example.com`
  await expect(page.getByLabel('Host', { exact: true })).toHaveValue(host)
  await expect(page.getByText(notHeeded)).toHaveText([/^.*Only the local platform heeds this/])

  const { method, body } = await sentBy(page, () => deployButton(page).click())
  expect(method).toBe('PUT')
  expect(body.spec).toMatchObject({
    priorityClassName: 'high',
    nodeSelector: { pool: 'functions' },
    minReplicas: 0,
    maxReplicas: 4,
    scaleToZero: { scaleResources: [{ metricName: 'quiet', windowSize: '3m', threshold: 0 }] },
    autoScaleMetrics: [
      { metricName: 'gpu', sourceType: 'Pods', displayType: 'percentage', windowSize: '2m', threshold: 80 },
    ],
  })
  expect(body.spec?.nodeSelector).toEqual({ pool: 'functions' })
  expect(body.spec?.triggers?.['default-http']?.attributes).toMatchObject({
    serviceType: 'NodePort',
    ingresses: { '0': { host, paths: ['/'] } },
  })
})

test('what a platform on one machine leaves undone is said there, and labels are free', async ({
  page,
  platform,
  unique,
}) => {
  const [project, name] = [unique('local'), unique('fn')]
  await platform.createProject(project)
  await platform.send('POST', '/api/functions', {
    metadata: {
      name,
      namespace: 'nuclio',
      labels: { 'nuclio.io/project-name': project, team: 'a' },
      annotations: { 'skip-build': 'true', 'skip-deploy': 'true' },
    },
    spec: { runtime: 'python:3.12', handler: 'main:handler', build: { functionSourceCode: 'eA==' } },
  })
  await page.goto(at(project, name, 'configuration'))
  await expect(deployButton(page)).toBeVisible()
  await unfoldAll(page)
  const said = 'Only Kubernetes heeds this; here it is kept and has no effect.'
  // Once for a section of which nothing counts, otherwise at the field.
  for (const section of ['scheduling', 'containers', 'rollout'])
    await expect(page.locator(`#${section}`).getByText(said)).toHaveCount(1)
  for (const label of ['Memory request', 'Target CPU', 'Service account'])
    await expect(page.getByRole('textbox', { name: label, exact: true })).toHaveAccessibleDescription(
      /Only Kubernetes heeds this/,
    )
  for (const label of ['Memory limit', 'Run as user', 'Group of mounted storage'])
    await expect(page.getByRole('textbox', { name: label, exact: true })).not.toHaveAccessibleDescription(
      /Only Kubernetes heeds this/,
    )
  await expect(page.locator('#docker').getByText(notHeeded)).toHaveCount(0)
  await expect(page.locator('#scaling')).toContainText('This platform runs one replica of each function')
  await expect(page.locator('#volumes')).toContainText('This platform mounts only host paths')
  await expect(page.getByRole('textbox', { name: 'Value of team' })).toBeEditable()
  await expect(page.getByLabel('Priority class', { exact: true })).toHaveRole('textbox')

  // What hangs on the version of that Nuclio is said, and is no problem.
  await page.getByRole('link', { name: 'Code', exact: true }).click()
  await expect(page.getByText(/does not take a source in Python 3\.12, .*: python:3\.12”/)).toBeVisible()
  await expect(page.getByRole('button', { name: /problems?$/ })).toHaveCount(0)
  await page.getByRole('link', { name: 'Configuration', exact: true }).click()

  await page.getByRole('textbox', { name: 'Value of team' }).fill('b')
  const { body } = await sentBy(page, () => deployButton(page).click())
  expect(body.metadata.labels).toMatchObject({ team: 'b' })
})

test('deploying again is a PATCH on Kubernetes, and a PUT that builds nothing on one machine', async ({
  page,
  platform,
  unique,
}) => {
  const [project, name] = [unique('again'), unique('fn')]
  await platform.createProject(project)
  await platform.deploy({ name, project, ...node })
  for (const [spec, method, body] of [
    [kubernetes, 'PATCH', { desiredState: 'ready' }],
    [undefined, 'PUT', { spec: { build: { mode: 'neverBuild' } } }],
  ] as const) {
    await platform.passFor(spec)
    await page.goto(at(project, name, 'code'))
    await expectState(page, 'ready')
    const sent = await sentBy(page, () => chooseAct(page, name, 'Deploy again'))
    expect(sent.method).toBe(method)
    expect(sent.body).toMatchObject(body)
    await expectState(page, 'ready')
    await page.goto(at(project, name, 'review'))
    await page
      .getByRole('combobox', { name: 'What to show as code' })
      .selectOption('Start again as it is on the server (curl)')
    await expect(page.getByRole('region', { name: 'Code', exact: true })).toContainText(method)
  }
})

test('a function that API gateways lead to is neither disabled nor deleted, and each place says why', async ({
  page,
  platform,
  unique,
}) => {
  const project = unique('gates')
  await platform.control('POST', 'seed', {
    count: 2,
    project,
    status: {
      state: 'ready',
      apiGateways: ['front'],
      enrichedNodeSelector: { pool: 'functions' },
      containerImage: 'registry.example.com/shop/processor:1',
      internalInvocationUrls: ['nuclio-echo.nuclio.svc.cluster.local:8080'],
      externalInvocationUrls: ['echo.example.com/'],
    },
  })
  await platform.passFor(kubernetes)
  const name = 'function-00002'
  const why = 'The API gateway front uses it'

  const expectRefused = async () => {
    await page.getByRole('button', { name: `Actions on ${name}` }).click()
    for (const act of ['Disable', 'Delete']) {
      const item = page.getByRole('menuitem', { name: new RegExp(`^${act}`) })
      await expect(item).toHaveAttribute('aria-disabled', 'true')
      await expect(item).toContainText(why)
      await item.press('Enter')
    }
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await page.keyboard.press('Escape')
  }
  await page.goto(`${front.url}/projects/${project}/functions`)
  await expect(row(page, name)).toBeVisible()
  await expectRefused()

  await page.goto(at(project, name, 'configuration'))
  const enabled = page.getByRole('switch', { name: 'Enabled', exact: true })
  await expect(enabled).toHaveAccessibleDescription(
    /cannot be disabled while an API gateway leads to it: front/,
  )
  await enabled.press('Space')
  await expect(enabled).toBeChecked()
  await expect(deployButton(page)).toBeVisible()
  await expectRefused()

  await page.getByRole('link', { name: 'Deploys', exact: true }).click()
  const facts = page.getByRole('region', { name: 'Where it runs' })
  for (const fact of [
    /External invocation URLs.*echo\.example\.com/,
    /Internal invocation URLs.*nuclio-echo\.nuclio\.svc\.cluster\.local:8080/,
    /Image.*registry\.example\.com\/shop\/processor:1/,
    /Node selector in force.*pool=functions/,
    /API gateways.*front/,
  ])
    await expect(facts).toContainText(fact)
  await expectAccessible(page)
})
