import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { ApiError, networkError } from '@/api/errors'
import { emptyRequest } from '@/domain/console/request'
import { takeOutSecrets } from '@/domain/console/request-secrets'
import { cancelledVerdict } from '@/domain/console/verdict'
import { changeExchanges } from '@/lib/kept-exchanges'
import type { Exchange, Outcome } from '../exchange'
import { saidOf, verdictOf } from '../verdict/verdict-of'
import { entryOfExchange, exchangeOfEntry } from './entry-exchange'
import { readHistory, writeHistory } from './history-store'

const request = { ...emptyRequest, path: '/?token=let-me-in' }

const exchange = (outcome: Outcome): Exchange => ({
  id: 'a',
  request,
  sentAt: 1_000,
  endedAt: 3_500,
  wasAsleep: false,
  hadCompany: false,
  outcome,
})

/** The exchange as it is shown from the history, after a reload. */
async function overAReload(before: Exchange): Promise<Exchange> {
  const verdict = verdictOf(before)
  if (!verdict) throw new Error('It is not over')
  await writeHistory('f', { put: [entryOfExchange(before, verdict, takeOutSecrets(request))] })
  return kept('f')
}

async function kept(owner: string): Promise<Exchange> {
  const [entry] = await readHistory(owner)
  if (!entry) throw new Error('It was not kept')
  return exchangeOfEntry(entry)
}

const saying = (words: string, options?: ConstructorParameters<typeof ApiError>[2]): Outcome => ({
  state: 'failed',
  error: new ApiError(500, words, options),
})

describe('a request without an answer, in the history', () => {
  it.each<[string, Outcome]>([
    ['cancelled', { state: 'cancelled' }],
    ['network', { state: 'failed', error: networkError(new TypeError('Failed to fetch')) }],
    ['late', saying('Failed to invoke function: context deadline exceeded', { detail: 'trace' })],
    ['page', { state: 'failed', error: new ApiError(504, 'A page', { page: '504 a proxy' }) }],
    ['signed-out', { state: 'failed', error: new ApiError(401, 'Who are you?') }],
    ['refused', saying('Something else')],
    ['page-failed', { state: 'failed', error: new TypeError('no header') }],
  ])('is told as it was when it happened: %s', async (reason, outcome) => {
    const before = exchange(outcome)
    const verdict = verdictOf(before)
    const after = await overAReload(before)
    expect(verdict?.reason).toBe(reason)
    expect(after.outcome.state).toBe(outcome.state)
    expect(verdictOf(after)).toMatchObject(verdict ?? {})
    if (verdict) expect(saidOf(after, verdict)).toMatchObject(saidOf(before, verdict))
    expect(after).toMatchObject({ sentAt: 1_000, endedAt: 3_500 })
  })

  it('keeps no secret that a server repeats', async () => {
    const address = 'Get "http://127.0.0.1:1/?token=let-me-in"'
    for (const words of [`Failed to invoke function: ${address}: odd`, `Odd: ${address}`]) {
      const after = await overAReload(exchange(saying(words, { detail: `at ${address}` })))
      const told = JSON.stringify([verdictOf(after), after.entry])
      expect(told).toContain('token=••••')
      expect(told).not.toContain('let-me-in')
    }
  })

  it('is still read as it was kept without a reason', async () => {
    const { masked } = takeOutSecrets(request)
    const entry = {
      id: 'a',
      at: 1,
      duration: 1,
      bytes: 1,
      pinned: false,
      isBodyLeftOut: false,
      request: masked,
    }
    const read = async (verdict: object) => {
      const whole = { ...entry, verdict }
      await changeExchanges('old', {
        put: [{ owner: 'old', id: 'a', at: 1, bytes: 1, pinned: 0, entry: whole }],
      })
      return kept('old')
    }
    const { origin, tone, words } = cancelledVerdict
    expect((await read({ origin, tone, words })).outcome).toEqual({ state: 'cancelled' })
    const late = { origin: 'dashboard', tone: 'bad', words: 'It did not answer.' }
    expect(verdictOf(await read(late))).toEqual(late)
    const newer = { ...late, reason: 'of a newer build' }
    expect(verdictOf(await read(newer))).toEqual(late)
    const own = { origin: 'browser', tone: 'bad', words: 'This page failed and sent nothing: odd' }
    expect(verdictOf(await read(own))?.reason).toBe('page-failed')
  })
})
