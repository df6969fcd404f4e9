import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { historyEntry, type HistoryEntry } from '@/domain/console/history'
import { emptyRequest, type ConsoleRequest } from '@/domain/console/request'
import { putSecretsBack, takeOutSecrets } from '@/domain/console/request-secrets'
import { changeExchanges } from '@/lib/kept-exchanges'
import { readHistory, writeHistory } from './history-store'

function entry(id: string, at: number): HistoryEntry {
  const request = { ...emptyRequest, path: `/${id}?token=let-me-in` }
  return historyEntry({
    id,
    at,
    request: takeOutSecrets(request).masked,
    answer: { status: 200, statusText: 'OK', headers: [['a', 'b']], body: new Uint8Array([1, 2]) },
    verdict: { origin: 'function', tone: 'ok' },
    duration: 5,
  })
}

describe('the kept history', () => {
  it('comes back as it was, the newest first', async () => {
    const [old, late] = [entry('old', 1), entry('late', 2)]
    await writeHistory('f', { put: [old, late] })
    expect(await readHistory('f')).toEqual([late, old])
    await writeHistory('f', { put: [{ ...old, pinned: true }], remove: ['late'] })
    expect(await readHistory('f')).toEqual([{ ...old, pinned: true }])
  })

  it('knows of every secret that was taken out, wherever it stood, and asks for each', async () => {
    const key = { name: 'id_rsa', type: '', size: 1, bytes: new Uint8Array(1) }
    const request: ConsoleRequest = {
      ...emptyRequest,
      path: '/?token=let-me-in',
      offQuery: [{ id: 7, name: 'api_key', value: 'let-me-in', isOff: true, after: 1 }],
      headers: [{ id: 1, name: 'Authorization', value: 'Bearer let-me-in' }],
      body: {
        kind: 'multipart',
        text: '{"password": "let-me-in"}',
        fields: [
          { id: 1, name: 'secret', value: 'let-me-in' },
          { id: 2, name: 'file', value: '', file: key },
        ],
        file: key,
      },
      options: { ...emptyRequest.options, invokeUrl: 'host/?token=let-me-in' },
    }
    const { masked, secrets } = takeOutSecrets(request)
    await writeHistory('secrets', { put: [{ ...entry('all', 1), request: masked }] })
    const [kept] = await readHistory('secrets')
    expect(kept?.request).toEqual(masked)
    expect(JSON.stringify(kept)).not.toContain('let-me-in')
    const parts = masked.marks.map(({ place }) => place.part).sort()
    expect(parts).toEqual(
      ['field', 'fieldFile', 'file', 'header', 'invokeUrl', 'path', 'query', 'text'].sort(),
    )
    expect(kept && putSecretsBack(kept.request, new Map()).missing).toHaveLength(8)
    expect(kept && putSecretsBack(kept.request, secrets).request.offQuery).toEqual(request.offQuery)
  })

  it('passes over what it cannot read', async () => {
    const about = { owner: 'g', at: 1, bytes: 1, pinned: 0 } as const
    await changeExchanges('g', {
      put: [
        { ...about, id: '1', entry: undefined },
        { ...about, id: '2', entry: { ...entry('2', 1), verdict: 'fine' } },
        { ...about, id: '3', entry: { ...entry('3', 1), request: { request: { method: 1 }, marks: [] } } },
        { ...about, id: '4', entry: entry('4', 1) },
      ],
    })
    expect((await readHistory('g')).map(({ id }) => id)).toEqual(['4'])
  })
})
