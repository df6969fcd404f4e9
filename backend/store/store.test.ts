import { createClient } from '@libsql/client'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FunctionRecord } from '../platform/functions/function-store'
import { DataDirectoryError, databaseUrl } from './data-directory'
import { allMigrations, migrate } from './schema'
import { openStore } from './store'

let directory: string
beforeEach(async () => (directory = await mkdtemp(join(tmpdir(), 'store-'))))
afterEach(() => rm(directory, { recursive: true, force: true }))

function record(name: string, more: Partial<FunctionRecord> = {}): FunctionRecord {
  return {
    namespace: 'nuclio',
    name,
    metadata: { name, namespace: 'nuclio' },
    spec: { runtime: 'python:3.11', handler: 'main:handler' },
    status: { state: 'ready' },
    logs: [],
    generation: 1,
    ...more,
  }
}

function database() {
  return createClient({ url: databaseUrl(directory, 'platform.db') })
}

describe('openStore', () => {
  it('keeps identity, projects, functions, events and gateways', async () => {
    const first = await openStore(directory)
    const project = { metadata: { name: 'p', namespace: 'nuclio' }, spec: { description: 'é "quoted"' } }
    const event = { metadata: { name: 'e', namespace: 'nuclio' }, spec: { body: 'x' } }
    await first.projects.insert({ namespace: 'nuclio', name: 'p' }, project)
    await first.functions.put([record('f', { port: 40123, builtIn: 'build-1' })])
    await first.events.insert({ namespace: 'nuclio', name: 'e' }, { functionName: 'f', event })
    const gateway = { metadata: { name: 'g', namespace: 'nuclio' }, spec: { host: 'g.localhost' } }
    const kept = { namespace: 'nuclio', name: 'g', gateway, listenerPort: 8091 }
    await first.gateways.put({ ...kept, listenerPort: 8092 })
    await first.gateways.put(kept)
    await first.gateways.put({ ...kept, name: 'gone' })
    await first.gateways.delete({ namespace: 'nuclio', name: 'gone' })
    await first.close()

    const second = await openStore(directory)
    expect(second.identity).toBe(first.identity)
    expect(second.accessKey).toBe(first.accessKey)
    expect(await second.projects.list('nuclio')).toEqual([project])
    expect(await second.functions.list()).toEqual([record('f', { port: 40123, builtIn: 'build-1' })])
    expect(await second.events.list({ namespace: 'nuclio', functionName: 'f' })).toEqual([event])
    expect(await second.gateways.list()).toEqual([kept])
    await second.close()
  })

  it('gives every folder an identity of its own', async () => {
    const one = await openStore(join(directory, 'one'))
    const other = await openStore(join(directory, 'other'))
    expect(one.identity).toMatch(/^[0-9a-f-]{36}$/)
    expect(one.identity).not.toBe(other.identity)
    await one.close()
    await other.close()
  })

  it('lets go of the folder when it cannot open the database', async () => {
    await writeFile(join(directory, 'platform.db'), 'this is no database at all '.repeat(200))
    for (let attempt = 0; attempt < 2; attempt++) {
      const refusal = openStore(directory)
      await expect(refusal).rejects.toThrow(DataDirectoryError)
      await expect(refusal).rejects.toThrow(/platform\.db is damaged .*not a database/)
    }
  })

  it('refuses a database of a newer server and leaves it as it is', async () => {
    await (await openStore(directory)).close()
    const client = database()
    await client.execute("INSERT INTO schema_version (version, applied_at) VALUES (99, '2030-01-01')")
    client.close()
    await expect(openStore(directory)).rejects.toThrow(/newer server \(schema version 99/)
  })

  it('opens a database of schema version 1', async () => {
    const client = database()
    await client.executeMultiple(`
      CREATE TABLE schema_version (version INTEGER PRIMARY KEY, applied_at TEXT NOT NULL) STRICT;
      CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
      CREATE TABLE projects (namespace TEXT NOT NULL, name TEXT NOT NULL, document TEXT NOT NULL, PRIMARY KEY (namespace, name)) STRICT;
      CREATE TABLE functions (namespace TEXT NOT NULL, name TEXT NOT NULL, record TEXT NOT NULL, PRIMARY KEY (namespace, name)) STRICT;
      CREATE TABLE function_events (namespace TEXT NOT NULL, name TEXT NOT NULL, function_name TEXT NOT NULL, document TEXT NOT NULL, PRIMARY KEY (namespace, name)) STRICT;
      CREATE INDEX function_events_of_function ON function_events (namespace, function_name, name);
      INSERT INTO schema_version VALUES (1, '2026-11-01T00:00:00Z');
      INSERT INTO settings VALUES ('identity', 'the-old-one');
      INSERT INTO projects VALUES ('nuclio', 'old', '{"metadata":{"name":"old","namespace":"nuclio"},"spec":{}}');
    `)
    client.close()
    const store = await openStore(directory)
    expect(store.identity).toBe('the-old-one')
    expect((await store.projects.list('nuclio')).map(({ metadata }) => metadata.name)).toEqual(['old'])
    expect(await store.gateways.list()).toEqual([])
    expect(store.accessKey).toMatch(/^[0-9a-f-]{36}$/)
    await store.close()
  })

  it('loses nothing that was acknowledged when the process is killed', async () => {
    const script = `
      import { runnerImport } from 'vite'
      const { module } = await runnerImport(${JSON.stringify(fileURLToPath(new URL('./store.ts', import.meta.url)))})
      const store = await module.openStore(${JSON.stringify(directory)})
      for (let n = 0; ; n++) {
        const name = 'p' + n
        await store.projects.insert({ namespace: 'nuclio', name }, { metadata: { name, namespace: 'nuclio' }, spec: {} })
        process.stdout.write(name + '\\n')
        await new Promise(setImmediate)
      }`
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text
      if (output.split('\n').length > 20) child.kill('SIGKILL')
    })
    await once(child, 'close')

    const store = await openStore(directory)
    const kept = new Set((await store.projects.list('nuclio')).map(({ metadata }) => metadata.name))
    // The last line may have been cut by the kill.
    const acknowledged = output.split('\n').slice(0, -1)
    expect(acknowledged.length).toBeGreaterThanOrEqual(20)
    expect(acknowledged.filter((name) => !kept.has(name))).toEqual([])
    await store.close()
  })
})

describe('the stores', () => {
  it('neither overwrite by insert nor create by replace', async () => {
    const store = await openStore(directory)
    const { projects, events } = store
    const ref = { namespace: 'nuclio', name: 'a' }
    const project = { metadata: ref, spec: { description: 'first' } }
    expect(await projects.replace(ref, project)).toBe(false)
    expect(await projects.insert(ref, project)).toBe(true)
    expect(await projects.insert(ref, { metadata: ref, spec: {} })).toBe(false)
    expect(await projects.get(ref)).toEqual(project)
    expect(await projects.delete(ref)).toBe(true)
    expect(await projects.delete(ref)).toBe(false)

    const stored = { functionName: 'f', event: { metadata: ref, spec: {} } }
    expect(await events.replace(ref, stored)).toBe(false)
    expect(await events.insert(ref, stored)).toBe(true)
    expect(await events.insert(ref, stored)).toBe(false)
    expect(await events.replace(ref, { ...stored, functionName: 'g' })).toBe(true)
    await events.deleteOfFunction({ namespace: 'nuclio', name: 'f' })
    expect(await events.list({ namespace: 'nuclio' })).toHaveLength(1)
    await events.deleteOfFunction({ namespace: 'nuclio', name: 'g' })
    expect(await events.list({ namespace: 'nuclio' })).toEqual([])
    await store.close()
  })

  it('find the events whose function is gone', async () => {
    const store = await openStore(directory)
    await store.functions.put([record('here')])
    for (const functionName of ['here', 'gone']) {
      const ref = { namespace: 'nuclio', name: `of-${functionName}` }
      await store.events.insert(ref, { functionName, event: { metadata: ref, spec: {} } })
    }
    await store.events.deleteOrphans()
    const left = await store.events.list({ namespace: 'nuclio' })
    expect(left.map(({ metadata }) => metadata.name)).toEqual(['of-here'])
    await store.close()
  })

  it('replace and delete functions, and take ten thousand at once', async () => {
    const store = await openStore(directory)
    const { functions } = store
    const many = Array.from({ length: 10_000 }, (_, n) => record(`f${String(n).padStart(5, '0')}`))
    await functions.put(many)
    await functions.put([record('f00000', { generation: 2 })])
    await functions.delete({ namespace: 'nuclio', name: 'f00001' })
    await functions.delete({ namespace: 'nuclio', name: 'f00001' })
    await functions.put([])
    const stored = await functions.list()
    expect(stored).toHaveLength(9_999)
    expect(stored[0]?.generation).toBe(2)
    expect(stored[1]?.name).toBe('f00002')
    await store.close()
  })
})

describe('migrate', () => {
  const next = allMigrations.length + 1

  it('applies what is missing, once', async () => {
    const client = database()
    await migrate(client)
    await client.execute("INSERT INTO settings VALUES ('colour', 'red')")
    const upper = { version: next, statements: ["UPDATE settings SET value = upper(value) || '!'"] }
    await migrate(client, [...allMigrations, upper])
    await migrate(client, [...allMigrations, upper])
    const { rows } = await client.execute('SELECT value FROM settings')
    expect(rows[0]?.value).toBe('RED!')
    client.close()
  })

  it('leaves nothing of a step that fails', async () => {
    const client = database()
    const half = {
      version: next,
      statements: ['CREATE TABLE half (a TEXT)', 'INSERT INTO nowhere VALUES (1)'],
    }
    await expect(migrate(client, [...allMigrations, half])).rejects.toThrow(/nowhere/)
    const { rows } = await client.execute(
      "SELECT (SELECT max(version) FROM schema_version) AS version, (SELECT count(*) FROM sqlite_master WHERE name = 'half') AS tables",
    )
    expect(rows[0]).toMatchObject({ version: next - 1, tables: 0 })
    client.close()
  })
})
