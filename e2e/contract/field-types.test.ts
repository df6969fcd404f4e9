import { afterAll, beforeAll, expect, it } from 'vitest'

import type { FunctionConfig } from '@/api/generated/schema'
import { validateFunctionConfig } from '@/api/generated/function-validator'
import { answerTo, configFindings } from '@/domain/spec-rules/schema-findings'

import { PlatformClient } from '../platform'
import { DashboardServer } from '../server'
import { bodyWith, wrongFields } from './wrong-fields'

let server: DashboardServer

beforeAll(async () => {
  server = await DashboardServer.start()
})
afterAll(() => server?.dispose())

it('knows the fields of a function', () => {
  expect(wrongFields.length).toBeGreaterThan(200)
})

it('refuses a wrong type in every field of a function, names the field, and says what the page predicts', async () => {
  const missed: string[] = []
  for (const field of wrongFields) {
    const body = bodyWith(field)
    const answer = await fetch(`${server.url}/api/functions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const { error = '' } = (await answer.json()) as { error?: string }
    const name = field.path
      .map((key) => (typeof key === 'number' ? `[${key}]` : key))
      .join('.')
      .replaceAll('.[', '[')
    const predicted = answerTo(
      configFindings(
        body as FunctionConfig,
        { act: 'create', existing: null },
        { types: validateFunctionConfig },
      ),
    )
    const isNamed = answer.status === 400 && error.includes(name)
    if (!isNamed || predicted?.status !== answer.status || predicted.message !== error)
      missed.push(
        `${name} = ${JSON.stringify(field.wrong)} → ${answer.status} ${error.slice(0, 160)}; predicted ${predicted?.message.slice(0, 160)}`,
      )
  }
  expect(missed).toEqual([])
  const listed = await new PlatformClient(server.url).send('GET', '/api/functions')
  expect(await listed.json()).toEqual({})
})
