import type { Locator, Page } from '@playwright/test'
import type { FunctionSpec, ShardLags } from '@/api/generated/schema'
import { without } from '@/lib/without'

import { expect } from './fixtures'
import type { PlatformClient } from './platform'

/** A deployed function with a stream of its own, read by its trigger `orders`. */
export interface StreamFunction {
  name: string
  project: string
  /** A record into each of these shards. */
  put(shards: number[]): Promise<void>
  /** Deploys it again with another spec, and waits for the end of that. */
  update(spec: Partial<FunctionSpec>): Promise<void>
  /** Deletes the stream and makes it again, with records in it. */
  makeAnew(): Promise<void>
  remove(): Promise<void>
}

interface Wanted {
  shards: number
  project?: string
  disable?: boolean
  /** Where files say what the handler does: `block-<shard>` holds it, `slow` makes it take its time. */
  folder?: string
}

const handler = `const { existsSync } = require('node:fs')
const pause = (time) => new Promise((resolve) => setTimeout(resolve, time))
exports.handler = async (context, event) => {
  const folder = process.env.FOLDER
  while (folder && existsSync(folder + '/block-' + event.shard_id)) await pause(20)
  if (folder && existsSync(folder + '/slow')) await pause(60)
  context.callback('')
}
`

/** Makes a stream, and deploys a function that reads it. */
export async function streamFunction(
  platform: PlatformClient,
  unique: (prefix: string) => string,
  { shards, disable, folder, project = unique('streams') }: Wanted,
): Promise<StreamFunction> {
  const name = unique('reader')
  const stream = { containerName: 'shop', streamPath: `/${name}` }
  const embedded = '/api/embedded/streams'
  if (!(await hasProject(platform, project))) await platform.createProject(project)
  await platform.send('POST', embedded, { ...stream, shardCount: shards })
  const spec = (more: Partial<FunctionSpec>): FunctionSpec => ({
    ...(folder !== undefined && { env: [{ name: 'FOLDER', value: folder }] }),
    triggers: {
      orders: {
        kind: 'v3ioStream',
        numWorkers: 2,
        attributes: {
          ...stream,
          consumerGroup: 'g',
          seekTo: 'earliest',
          sequenceNumberCommitInterval: '20ms',
        },
      },
    },
    ...more,
  })
  const deployed = await platform.deploy({
    name,
    project,
    runtime: 'nodejs',
    source: handler,
    spec: spec({ ...(disable && { disable }) }),
  })
  expect(deployed.status.state, deployed.status.message).toBe('ready')
  const put = async (into: number[]) => {
    const records = into.map((shardId) => ({ data: 'x', shardId }))
    await platform.send('POST', `${embedded}/records`, { ...stream, records })
  }
  const remove = async () => {
    await platform.send('DELETE', embedded, stream)
  }
  return {
    name,
    project,
    put,
    async update(more) {
      const { metadata, spec: stored } = await platform.getFunction(name)
      const kept = without(stored, 'disable')
      await platform.send(
        'PUT',
        `/api/functions/${name}`,
        { metadata, spec: { ...kept, ...more, build: { ...kept.build, mode: 'neverBuild' } } },
        { 'x-nuclio-wait-function-action': 'true' },
      )
    },
    async makeAnew() {
      await remove()
      await platform.send('POST', embedded, { ...stream, shardCount: shards })
      await put(Array.from({ length: shards }, (_, shard) => shard))
    },
    remove,
  }
}

async function hasProject(platform: PlatformClient, name: string): Promise<boolean> {
  const projects = await (await platform.send('GET', '/api/projects')).json()
  return name in (projects as object)
}

/** Its group has handled and committed all. */
export async function expectDone(platform: PlatformClient, { name, project }: StreamFunction): Promise<void> {
  await expect
    .poll(async () => {
      const answer = await platform.send(
        'POST',
        '/api/v3io_streams/get_shard_lags',
        { containerName: 'shop', streamPath: name, consumerGroup: 'g' },
        { 'x-nuclio-project-name': project },
      )
      const groups = Object.values((await answer.json()) as ShardLags)[0]
      return Object.values(groups?.['g'] ?? {}).reduce((sum, { lag }) => sum + Number(lag), 0)
    })
    .toBe(0)
}

/** The row of a shard. */
export function shardRow(page: Page, shard: number): Locator {
  return page
    .getByRole('table', { name: 'Shards' })
    .getByRole('row')
    .filter({ has: page.getByRole('cell', { name: `shard ${shard}`, exact: true }) })
}

/** Lets the page look so many times, two seconds of its own clock apart, with something done before each look. */
export async function lookTimes(page: Page, times: number, before?: () => Promise<unknown>): Promise<void> {
  for (let count = 0; count < times; count += 1) {
    await before?.()
    const looked = page.waitForResponse(/get_shard_lags/)
    await page.clock.runFor(2_000)
    await looked
  }
}
