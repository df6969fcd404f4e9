import { expect, type Locator, type Page } from '@playwright/test'

import type { FunctionSpec, Trigger } from '@/api/generated/schema'

import { saying } from './deploys'
import type { PlatformClient } from './platform'
import { openTab } from './workbench'

const long = 'a-name-that-goes-on-and-on-for-as-long-as-the-server-lets-it'

/** The host of an ingress is taken but once, so it is the project's own. */
const triggersIn = (project: string): Record<string, Trigger> => ({
  [`web-${long}`]: {
    kind: 'http',
    name: `web-${long}`,
    attributes: {
      cors: { enabled: true },
      ingresses: { main: { host: `${project}.${long}.example.com`, paths: ['/one', `/${long}`] } },
    },
  },
  tick: { kind: 'cron', name: 'tick', attributes: { schedule: '*/5 * * * *' } },
  orders: {
    kind: 'kafka-cluster',
    name: 'orders',
    attributes: { brokers: [`${long}.example.com:9092`], topics: ['orders'], consumerGroup: long },
  },
  topics: {
    kind: 'mqtt',
    name: 'topics',
    url: 'tcp://a:1883',
    attributes: { subscriptions: [{ topic: 'a', qos: 1 }] },
  },
})

/** Long names, and something of everything that a form shows rows of. */
const spec: FunctionSpec = {
  description: `${long} ${'is a description that nobody would want to read as a whole in a header. '.repeat(60)}`,
  env: [
    { name: `TOKEN_${long.replaceAll('-', '_').toUpperCase()}`, value: `${long} `.repeat(3) },
    { name: 'STAGE', value: 'one' },
    { name: 'FROM_SECRET', valueFrom: { secretKeyRef: { name: long, key: 'a' } } },
  ],
  envFrom: [{ configMapRef: { name: long } }],
  minReplicas: 1,
  maxReplicas: 1,
  tolerations: [{ key: long, operator: 'Exists' }],
  nodeSelector: { [`example.com/${long}`]: long },
  volumes: [
    {
      volume: { name: 'data', hostPath: { path: `/srv/${long}` } },
      volumeMount: { name: 'data', mountPath: `/mnt/${long}` },
    },
    {
      volume: { name: 'kept', secret: { secretName: long } },
      volumeMount: { name: 'kept', mountPath: '/kept' },
    },
    {
      volume: {
        name: 'about',
        projected: {
          sources: [
            { secret: { name: long } },
            {
              downwardAPI: {
                items: [
                  { path: long, fieldRef: { fieldPath: 'metadata.labels' } },
                  { path: 'cpu', resourceFieldRef: { resource: 'limits.cpu', containerName: 'nuclio' } },
                ],
              },
            },
            { serviceAccountToken: { path: 'token' } },
          ],
        },
      },
      volumeMount: { name: 'about', mountPath: '/about' },
    },
    {
      volume: { name: 'store', csi: { driver: 'example.com', volumeAttributes: { a: long } } },
      volumeMount: { name: 'store', mountPath: '/store' },
    },
  ],
  build: { commands: [`true ${long}`] },
}

interface RichFunction {
  project: string
  name: string
  /** Where its page is; a tab follows. */
  at: string
}

/** Deploys a function that has something of everything. */
export async function deployRich(
  platform: PlatformClient,
  unique: (prefix: string) => string,
): Promise<RichFunction> {
  const project = unique('rich')
  const name = unique('a-function-with-a-name-that-is-rather-long')
  const labels = Object.fromEntries(['team', 'stage', 'owner', 'kind'].map((key) => [key, long]))
  await platform.createProject(project)
  await platform.deploy({
    name,
    project,
    labels,
    runtime: 'nodejs',
    source: saying('first'),
    spec: { ...spec, triggers: triggersIn(project) },
  })
  return { project, name, at: `/projects/${project}/functions/${name}` }
}

/** An editor of the page by the begin of its name. */
export const editorIn = (page: Page, name: RegExp): Locator => page.getByRole('textbox', { name })

/** Opens everything that folds on the tab at hand. */
export async function unfoldAll(page: Page): Promise<void> {
  const closed = page.locator('main h2 button[aria-expanded=false]')
  while ((await closed.count()) > 0) await closed.first().click()
  await page
    .getByRole('main')
    .evaluate((main) => main.querySelectorAll('details').forEach((fold) => (fold.open = true)))
}

interface RichTab {
  label: string
  /** Opens it and all that it folds, from a function whose draft has edits of source and configuration. */
  open: (page: Page) => Promise<void>
  /** Names of the editors that it has then. */
  editors: RegExp[]
}

/** Every tab of the workbench with all that it can show open. */
export const richTabs: readonly RichTab[] = [
  {
    label: 'code',
    editors: [/^Source of /],
    open: async (page) => {
      await openTab(page, 'Code')
      await expect(page.getByRole('combobox', { name: 'Code from' })).toBeVisible()
      await unfoldAll(page)
    },
  },
  {
    label: 'configuration',
    editors: [/^Tolerations as YAML/],
    open: async (page) => {
      await openTab(page, 'Configuration')
      await expect(page.getByRole('textbox', { name: 'Description', exact: true })).toBeVisible()
      await unfoldAll(page)
      await page.getByRole('button', { name: 'Edit Tolerations as YAML' }).click()
    },
  },
  {
    label: 'triggers',
    editors: [],
    open: async (page) => {
      await openTab(page, 'Triggers')
      await expect(page.getByRole('button', { name: 'Add trigger' })).toBeVisible()
      await unfoldAll(page)
    },
  },
  { label: 'yaml', editors: [/^YAML of /], open: (page) => openTab(page, 'YAML') },
  {
    label: 'review',
    editors: [
      /^Deployed: Configuration/,
      /^Configuration in the draft/,
      /^Deployed: Source/,
      /^Source in the draft/,
    ],
    open: (page) => page.getByRole('link', { name: /^Review \d/ }).click(),
  },
  {
    label: 'deploys',
    editors: [],
    open: async (page) => {
      await openTab(page, 'Deploys')
      await expect(page.getByRole('region', { name: 'Latest deploy' })).toBeVisible()
    },
  },
]

/** Opens a tab with everything on it, and waits for its editors. */
export async function openWhole(page: Page, { open, editors }: RichTab): Promise<void> {
  await open(page)
  for (const editor of editors) await expect(editorIn(page, editor)).toBeAttached()
}
