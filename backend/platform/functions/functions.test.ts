import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { call, functionConfig, logText, nodeHandler, testPlatform, untilState } from './testing'

const ref = (name: string) => ({ namespace: 'nuclio', name })
const echo = nodeHandler('context.callback(`${event.method} ${event.path} ${event.body}`)')

describe('createFunctions', { timeout: 30_000 }, () => {
  let platform: Awaited<ReturnType<typeof testPlatform>>
  const functions = () => platform.functions

  beforeEach(async () => {
    platform = await testPlatform()
  })
  afterEach(() => platform.dispose())

  const deployed = (name: string, source: string, spec = {}) =>
    functions().create(functionConfig(name, source, spec), { waitForEnd: true })

  describe('deploy', () => {
    it('goes from building to ready, with records of every stage and a port', async () => {
      await functions().create(functionConfig('echo', echo))
      const building = await functions().get(ref('echo'))
      expect(building.status?.state).toBe('building')
      expect(building.status?.httpPort).toBeUndefined()
      const ready = await untilState(functions(), 'echo', 'ready', 'error')
      expect(ready.status?.message).toBeUndefined()
      expect(ready.status?.internalInvocationUrls).toEqual([`127.0.0.1:${ready.status?.httpPort}`])
      expect(new Set(ready.status?.logs?.map((record) => record.stage))).toEqual(
        new Set(['source', 'build', 'start', 'readiness']),
      )
      expect(ready.spec.triggers).toEqual({
        'default-http': { class: '', kind: 'http', name: 'default-http', numWorkers: 1 },
      })
      expect(ready.metadata.labels).toEqual({ 'nuclio.io/project-name': 'default' })
      expect(ready.metadata.resourceVersion).toBe('1')
    })

    it.each([
      ['a syntax error', 'exports.handler = (', {}, /SyntaxError|Unexpected/],
      ['a failing build command', echo, { build: { commands: ['echo here', 'exit 7'] } }, /exit 7/],
      ['a missing handler', 'exports.other = () => {}', {}, /handler/],
      ['a crash at start', 'process.exit(3)', {}, /exit code 3/],
      [
        'a runtime that only Nuclio has',
        echo,
        { runtime: 'golang' },
        /golang.*nodejs, python, shell.*NUCLIO_DASHBOARD_URL/,
      ],
      ['a handler that leads out', echo, { handler: '../../../x:handler' }, /outside|handler/],
      [
        'more workers than a machine bears',
        echo,
        { triggers: { h: { kind: 'http', numWorkers: 500 } } },
        /64/,
      ],
    ])('ends in error for %s and says why', async (_what, source, spec, message) => {
      await deployed('wrong', source, spec)
      const { status } = await functions().get(ref('wrong'))
      expect(status?.state).toBe('error')
      expect(status?.message).toMatch(message)
      expect(status?.logs?.at(-1)).toMatchObject({ level: 'error', err: status?.message })
      await expect(call(functions(), 'wrong')).rejects.toMatchObject({
        status: 500,
        message: 'Failed to invoke function: Invocation URL is required',
      })
      await expect(functions().setDesiredState(ref('gone'), 'ready')).rejects.toMatchObject({ status: 404 })
    })

    it('says that code kept elsewhere is not fetched', async () => {
      const config = functionConfig('fetched', '')
      config.spec.build = { codeEntryType: 'archive', path: 'http://127.0.0.1:1/x.zip' }
      await functions().create(config, { waitForEnd: true })
      expect((await functions().get(ref('fetched'))).status).toMatchObject({
        state: 'error',
        message: expect.stringContaining('archive'),
      })
    })

    it('replaces a function without a gap, and forgets the earlier build', async () => {
      await deployed('swap', nodeHandler("context.callback('one')"))
      const port = (await functions().get(ref('swap'))).status?.httpPort
      const update = functions().update(functionConfig('swap', nodeHandler("context.callback('two')")), {
        waitForEnd: true,
      })
      const between = await fetch(`http://127.0.0.1:${port}/`)
      expect(['one', 'two']).toContain(await between.text())
      await update
      expect((await call(functions(), 'swap')).body).toBe('two')
      expect((await functions().get(ref('swap'))).status?.httpPort).toBe(port)
      const folder = path.join(platform.dataDirectory, 'functions', 'nuclio', 'swap')
      await expect.poll(() => readdir(folder)).toEqual(['build-2', 'logs'])
    })
  })

  describe('refusals', () => {
    it('keeps names, versions and states', async () => {
      await functions().create(functionConfig('taken', echo))
      await expect(functions().create(functionConfig('taken', echo))).rejects.toMatchObject({ status: 409 })
      await expect(functions().update(functionConfig('taken', echo))).rejects.toMatchObject({ status: 412 })
      await expect(functions().delete(ref('taken'))).rejects.toMatchObject({ status: 412 })
      await untilState(functions(), 'taken', 'ready')
      const stale = functionConfig('taken', echo)
      stale.metadata.resourceVersion = '0'
      await expect(functions().update(stale)).rejects.toMatchObject({
        status: 409,
        message: 'Function resource version is stale',
      })
      await expect(functions().delete(ref('taken'), { resourceVersion: '0' })).rejects.toMatchObject({
        status: 409,
      })
      await functions().delete(ref('taken'), { resourceVersion: '1' })
      await functions().delete(ref('taken'))
    })

    it('wants an existing project', async () => {
      const config = functionConfig('orphan', echo)
      config.metadata.labels = { 'nuclio.io/project-name': 'no-such-project' }
      await expect(functions().create(config)).rejects.toMatchObject({
        status: 412,
        message: 'Project does not exist',
      })
      await expect(functions().get(ref('orphan'))).rejects.toMatchObject({ status: 404 })
    })
  })

  describe('invocation', () => {
    it('passes request and answer through, on the port and from the dashboard', async () => {
      await deployed(
        'both',
        nodeHandler(`context.logger.info('seen', { a: 1 }); context.logger.debug('detail')
          context.callback(new context.Response(JSON.stringify([event.method, event.path, event.fields, String(event.body)]),
            { 'x-custom': 'one' }, 'application/json', 201))`),
      )
      const viaDashboard = await call(functions(), 'both', {
        path: 'a/b?x=1',
        headers: [['X-Nuclio-Log-Level', 'info']],
        body: Buffer.from('hi'),
      })
      expect(viaDashboard.status).toBe(201)
      expect(JSON.parse(viaDashboard.body)).toEqual(['POST', '/a/b', { x: '1' }, 'hi'])
      expect(JSON.parse(viaDashboard.headers['x-nuclio-logs'] ?? '')).toMatchObject([
        { level: 'info', name: 'default-http', message: 'seen', a: 1 },
      ])
      const port = (await functions().get(ref('both'))).status?.httpPort
      const direct = await fetch(`http://127.0.0.1:${port}/c?y=ü`, { method: 'PUT', body: 'x' })
      expect(direct.headers.get('x-custom')).toBe('one')
      expect(direct.headers.get('x-nuclio-logs')).toBeNull()
      expect(await direct.json()).toEqual(['PUT', '/c', { y: 'ü' }, 'x'])
      await expect.poll(() => logText(functions(), 'both')).toMatch(/\(I\).*processor\.http.*seen \{"a": 1/)
    })

    it('checks the URL and the time, and the function runs on', async () => {
      await deployed(
        'slow',
        nodeHandler("setTimeout(() => context.callback('done'), Number(String(event.body)))"),
      )
      await expect(call(functions(), 'slow', { invokeUrl: 'evil.example:80' })).rejects.toMatchObject({
        status: 400,
        message: 'Failed to invoke function: Invalid function url evil.example:80',
      })
      await expect(
        call(functions(), 'slow', { timeout: 30, body: Buffer.from('200') }),
      ).rejects.toMatchObject({
        status: 500,
        message: expect.stringMatching(/^Failed to invoke function: Post 'http.*context deadline exceeded/),
      })
      expect((await call(functions(), 'slow', { body: Buffer.from('1') })).body).toBe('done')
      await expect(call(functions(), 'none')).rejects.toMatchObject({
        status: 404,
        message: 'Failed to invoke function: Function not found: none @ nuclio',
      })
    })

    it('answers 503 without a free worker, 408 after the event timeout, also for a busy loop, and 413', async () => {
      await deployed(
        'limits',
        nodeHandler(
          "if (event.path === '/spin') for (;;);\n if (event.path !== '/hang') context.callback('ok')",
        ),
        {
          eventTimeout: '300ms',
          triggers: {
            web: {
              kind: 'http',
              workerAvailabilityTimeoutMilliseconds: 20,
              attributes: { maxRequestBodySize: 10 },
            },
          },
        },
      )
      const spin = call(functions(), 'limits', { path: '/spin' })
      expect(await call(functions(), 'limits')).toMatchObject({ status: 503, body: '' })
      expect(await spin).toMatchObject({ status: 408, body: '{"error": "handler timed out"}' })
      await expect.poll(() => call(functions(), 'limits'), { timeout: 5000 }).toMatchObject({ status: 200 })
      expect(await call(functions(), 'limits', { path: '/hang' })).toMatchObject({ status: 408 })
      expect(await call(functions(), 'limits', { body: Buffer.alloc(11) })).toMatchObject({ status: 413 })
      const port = (await functions().get(ref('limits'))).status?.httpPort
      const direct = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: 'x'.repeat(11) })
      expect(direct.status).toBe(413)
    })

    it('uses all workers at once and keeps the state of each', async () => {
      await deployed(
        'wide',
        `let count = 0\n${nodeHandler('count += 1; setTimeout(() => context.callback(String(process.pid)), 100)')}`,
        { minReplicas: 2, triggers: { web: { kind: 'http', numWorkers: 2 } } },
      )
      const answers = await Promise.all(Array.from({ length: 4 }, () => call(functions(), 'wide')))
      expect(new Set(answers.map(({ body }) => body)).size).toBe(4)
      expect(await functions().replicas(ref('wide'))).toEqual(['nuclio-nuclio-wide', 'nuclio-nuclio-wide-2'])
      expect(await logText(functions(), 'wide', 'nuclio-nuclio-wide-2')).toContain('Worker started')
      await expect(logText(functions(), 'wide', 'nuclio-nuclio-other')).rejects.toMatchObject({ status: 400 })
    })

    it('answers a process that ends with 500, starts it again, and is unhealthy when that goes on', async () => {
      await deployed(
        'fragile',
        nodeHandler("if (event.path === '/exit') process.exit(5)\n context.callback('ok')"),
      )
      expect(await call(functions(), 'fragile', { path: '/exit' })).toMatchObject({
        status: 500,
        body: 'EOF',
      })
      expect(await call(functions(), 'fragile')).toMatchObject({ status: 200, body: 'ok' })
      for (let i = 0; i < 4; i += 1) await call(functions(), 'fragile', { path: '/exit' })
      const { status } = await untilState(functions(), 'fragile', 'unhealthy')
      expect(status?.message).toMatch(/exited with code 5/)
      expect(status?.httpPort).toBeGreaterThan(0)
      const well = await untilState(functions(), 'fragile', 'ready')
      expect(well.status?.message).toBeUndefined()
    })
  })

  describe('states', () => {
    it('disables and enables without a build, with the log readable in between', async () => {
      await deployed('switch', echo)
      const before = await functions().get(ref('switch'))
      const put = async (disable: boolean) => {
        const config = await functions().get(ref('switch'))
        config.spec.disable = disable
        config.spec.build = { ...config.spec.build, mode: 'neverBuild' }
        await functions().update(config, { waitForEnd: true })
        return functions().get(ref('switch'))
      }
      const off = await put(true)
      expect(off.status).toMatchObject({ state: 'ready' })
      expect(off.status?.httpPort).toBeUndefined()
      expect(off.spec.disable).toBe(true)
      expect(await logText(functions(), 'switch')).toContain('Worker started')
      await expect(call(functions(), 'switch')).rejects.toMatchObject({ status: 500 })
      const on = await put(false)
      expect(on.status?.httpPort).toBe(before.status?.httpPort)
      expect(on.spec.disable).toBeUndefined()
      expect(on.status?.logs?.map((record) => record.message)).toContain('Skipping build')
      expect((await call(functions(), 'switch')).status).toBe(200)
    })

    it('scales to zero when asked and when idle, and wakes for a request', async () => {
      await deployed('sleepy', echo)
      await expect(functions().setDesiredState(ref('sleepy'), 'scaledToZero')).rejects.toMatchObject({
        status: 412,
      })
      const config = functionConfig('sleepy', echo, {
        minReplicas: 0,
        maxReplicas: 1,
        scaleToZero: { scaleResources: [{ metricName: 'requests', windowSize: '200ms', threshold: 0 }] },
      })
      await functions().update(config, { waitForEnd: true })
      await functions().setDesiredState(ref('sleepy'), 'scaledToZero')
      const asleep = await untilState(functions(), 'sleepy', 'scaledToZero')
      const answer = await fetch(`http://127.0.0.1:${asleep.status?.httpPort}/up`, {
        method: 'POST',
        body: 'x',
      })
      expect(await answer.text()).toBe('POST /up x')
      await untilState(functions(), 'sleepy', 'ready')
      await untilState(functions(), 'sleepy', 'scaledToZero')
      const both = await Promise.all([call(functions(), 'sleepy'), call(functions(), 'sleepy')])
      expect(both.map(({ status }) => status)).toEqual([200, 200])
    })

    it('redeploys what was built, and refuses what never was', async () => {
      await deployed('again', `const born = process.pid\n${nodeHandler('context.callback(String(born))')}`)
      const { body } = await call(functions(), 'again')
      await functions().setDesiredState(ref('again'), 'ready')
      await untilState(functions(), 'again', 'ready')
      expect((await call(functions(), 'again')).body).not.toBe(body)
      await deployed('never', 'exports.handler = (')
      await expect(functions().setDesiredState(ref('never'), 'ready')).rejects.toMatchObject({ status: 412 })
    })

    it('stores an import only, and deploys it with PATCH', async () => {
      await deployed('moved', echo)
      const exported = await functions().export(ref('moved'))
      expect(exported.metadata.annotations).toMatchObject({
        'skip-deploy': 'true',
        'nuclio.io/previous-state': 'ready',
      })
      expect(exported.metadata.namespace).toBeUndefined()
      await functions().delete(ref('moved'))
      await functions().create({ ...exported, metadata: { ...exported.metadata, namespace: 'nuclio' } })
      const imported = await functions().get(ref('moved'))
      expect(imported.status?.state).toBe('imported')
      expect(imported.metadata.annotations).toEqual({ 'nuclio.io/previous-state': 'ready' })
      await functions().setDesiredState(ref('moved'), 'ready')
      await untilState(functions(), 'moved', 'ready')
    })

    it('deletes while building, and nothing is left', async () => {
      await functions().create(functionConfig('doomed', echo, { build: { commands: ['sleep 30'] } }))
      await functions().delete(ref('doomed'), { ignoreState: true })
      await expect(functions().get(ref('doomed'))).rejects.toMatchObject({ status: 404 })
      expect(platform.store.records.size).toBe(0)
      expect(existsSync(path.join(platform.dataDirectory, 'functions', 'nuclio', 'doomed'))).toBe(false)
      await deployed('doomed', echo)
      expect((await call(functions(), 'doomed')).status).toBe(200)
    })

    it('ends a followed log with the function', async () => {
      await deployed('followed', echo)
      const stream = await functions().logs(ref('followed'), 'nuclio-nuclio-followed', {
        follow: true,
        signal: new AbortController().signal,
      })
      const text = new Response(stream).text()
      await functions().delete(ref('followed'))
      expect(await text).toContain('Worker started')
    })
  })

  describe('restart of the server', () => {
    it('brings functions up again on their ports, and says what was interrupted', async () => {
      await deployed('kept', echo)
      await deployed('zero', echo, { minReplicas: 0, maxReplicas: 1 })
      await functions().setDesiredState(ref('zero'), 'scaledToZero')
      await untilState(functions(), 'zero', 'scaledToZero')
      const before = await functions().get(ref('kept'))
      await functions().create(functionConfig('cut', echo, { build: { commands: ['sleep 30'] } }))
      await functions().close()
      const again = await platform.open()
      const kept = await untilState(again, 'kept', 'ready')
      expect(kept.status?.httpPort).toBe(before.status?.httpPort)
      expect((await call(again, 'kept', { path: '/x' })).body).toBe('POST /x ')
      expect((await again.get(ref('zero'))).status?.state).toBe('scaledToZero')
      expect((await call(again, 'zero')).status).toBe(200)
      const cut = await again.get(ref('cut'))
      expect(cut.status).toMatchObject({
        state: 'error',
        message: expect.stringContaining('Deploy it again'),
      })
      await again.update(functionConfig('cut', echo), { waitForEnd: true })
      expect((await again.get(ref('cut'))).status?.state).toBe('ready')
    })

    it('starts nothing for seeded functions', async () => {
      await functions().seed([functionConfig('seeded-b', echo), functionConfig('seeded-a', echo)])
      expect((await functions().list({ namespace: 'nuclio' })).map((fn) => fn.metadata.name)).toEqual([
        'seeded-a',
        'seeded-b',
      ])
      const again = await platform.open()
      expect((await again.get(ref('seeded-a'))).status).toEqual({ state: 'ready' })
    })
  })
})
