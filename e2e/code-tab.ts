import { expect, type Locator, type Page, type Request } from '@playwright/test'
import type { FunctionConfig } from '../src/api/generated/schema'
import type { PlatformClient } from './platform'
import { sourceEditor } from './workbench'

export const source = 'exports.handler = (context) => context.callback("first")\n'

const isPut = (request: Request) => request.method() === 'PUT' && /\/api\/functions\//.test(request.url())

/** Deploys what the page holds, and gives the body of the request that does. */
export async function putBody(page: Page): Promise<FunctionConfig> {
  const request = page.waitForRequest(isPut)
  await page.keyboard.press('ControlOrMeta+s')
  return (await request).postDataJSON() as FunctionConfig
}

interface Prepared {
  project: string
  name: string
}

/** A function of its own with its code tab open. */
export async function prepare(
  page: Page,
  platform: PlatformClient,
  project: string,
  options: { source?: string; spec?: FunctionConfig['spec']; runtime?: string } = {},
): Promise<Prepared> {
  await platform.createProject(project)
  const name = 'fn'.concat(project.slice(-6))
  await platform.deploy({ name, project, runtime: 'nodejs', source, ...options })
  await page.goto(`/projects/${project}/functions/${name}/code`)
  await expect(sourceEditor(page)).toBeAttached()
  return { project, name }
}

export const entryField = (page: Page): Locator => page.getByRole('combobox', { name: 'Code from' })
export const runtimeField = (page: Page): Locator => page.getByRole('combobox', { name: 'Runtime' })
export const field = (page: Page, name: string): Locator => page.getByRole('textbox', { name, exact: true })
