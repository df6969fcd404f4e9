import { rm, writeFile } from 'node:fs/promises'

import type { Locator, Page } from '@playwright/test'

import type { PlatformClient } from './platform'

/** A Node.js function that answers with these words. */
export const saying = (words: string): string => `exports.handler = (context) => context.callback("${words}")`
/** What most of the functions here are at first. */
export const node = { runtime: 'nodejs', source: saying('first') }

/** A build command that stands still until the test lets it pass. */
export class Gate {
  readonly #file: string

  constructor(file: string) {
    this.#file = file
  }

  get command(): string {
    return `until [ -e '${this.#file}' ]; do sleep 0.05; done`
  }

  open(): Promise<void> {
    return writeFile(this.#file, '')
  }

  close(): Promise<void> {
    return rm(this.#file, { force: true })
  }
}

/** The button in the header of a function's page; it may say what it will cause. */
export const deployButton = (page: Page): Locator =>
  page.getByRole('button', { name: /^Deploy($| \()/ }).first()
/** Where the page of a function is. */
export const address = (project: string, name: string): string =>
  `/projects/${project}/functions/${name}/code`

/** Stores a function with other text in it and its spec, as a second person does, and waits for the end of its deploy. */
export async function changeBehind(
  platform: PlatformClient,
  name: string,
  source: string | undefined,
  wait = true,
): Promise<void> {
  const fn = await platform.getFunction(name)
  const build = {
    ...fn.spec.build,
    ...(source === undefined ? {} : { functionSourceCode: Buffer.from(source).toString('base64') }),
  }
  await platform.send(
    'PUT',
    `/api/functions/${name}`,
    { metadata: fn.metadata, spec: { ...fn.spec, build } },
    wait ? { 'x-nuclio-wait-function-action': 'true' } : {},
  )
}

/** The source as the server has it. */
export async function sourceOnServer(platform: PlatformClient, name: string): Promise<string> {
  const { spec } = await platform.getFunction(name)
  return Buffer.from(spec.build?.functionSourceCode ?? '', 'base64').toString()
}
