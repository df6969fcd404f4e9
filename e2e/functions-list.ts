import type { Locator, Page } from '@playwright/test'

import type { FunctionConfig } from '@/api/generated/schema'

import type { PlatformClient } from './platform'

/** Answers with the number of the process that answers. */
export const sayPid = 'exports.handler = (context, event) => context.callback(String(process.pid))\n'

/** The row of a function. */
export const row = (page: Page, name: string): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) })

/** Opens the list of a project. */
export const open = (page: Page, project: string, search = '') =>
  page.goto(`/projects/${project}/functions${search}`)

/** The names in the order of the list. */
export const names = (page: Page): Promise<string[]> =>
  page.locator('tbody a[href$="/code"][title]').allTextContents()

/** Takes an item of a row’s menu. */
export async function choose(page: Page, name: string, item: string): Promise<void> {
  await page.getByRole('button', { name: `Actions on ${name}`, exact: true }).click()
  await page.getByRole('menuitem', { name: item, exact: true }).click()
}

/** As when one comes back to the tab: what is shown is asked for again. */
export async function comeBack(page: Page): Promise<void> {
  await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')))
}

/** Deploys a function that answers with its process’s number; resolves when it is ready. */
export function deployNode(
  platform: PlatformClient,
  project: string,
  name: string,
  spec: FunctionConfig['spec'] = {},
) {
  return platform.deploy({ name, project, runtime: 'nodejs', source: sayPid, spec })
}

/** Starts a deploy whose build goes on until the file is written. */
export async function holdBuild(
  platform: PlatformClient,
  project: string,
  name: string,
  gate: string,
  create = true,
): Promise<void> {
  await platform.send(create ? 'POST' : 'PUT', create ? '/api/functions' : `/api/functions/${name}`, {
    metadata: { name, namespace: 'nuclio', labels: { 'nuclio.io/project-name': project } },
    spec: {
      runtime: 'nodejs',
      handler: 'main:handler',
      build: {
        functionSourceCode: Buffer.from(sayPid).toString('base64'),
        commands: [`until [ -e '${gate}' ]; do sleep 0.1; done`],
      },
    },
  })
}

/** The text that a function answers; throws for anything but a success. */
export async function invoke(platform: PlatformClient, name: string): Promise<string> {
  const response = await platform.send('GET', '/api/function_invocations', undefined, {
    'x-nuclio-function-name': name,
  })
  return response.text()
}

/** Whether the server knows the function. */
export async function exists(platform: PlatformClient, name: string): Promise<boolean> {
  return platform.getFunction(name).then(
    () => true,
    () => false,
  )
}
