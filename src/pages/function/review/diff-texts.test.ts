import { expect, it } from 'vitest'
import type { FunctionConfig } from '@/api/generated/schema'
import { encodeSource } from '@/domain/function-config'
import { configurationTexts, sourceTexts } from './diff-texts'

const config = (source: string, token: string, cpu: string | number) =>
  ({
    metadata: { name: 'f', resourceVersion: '1' },
    spec: {
      runtime: 'nodejs',
      env: [{ name: 'API_TOKEN', value: token }],
      resources: { requests: { cpu } },
      build: { functionSourceCode: encodeSource(source) },
    },
  }) as FunctionConfig

it('shows what differs and nothing else: no secret, no source, no other way to write a quantity', () => {
  const [server, draft] = [config('a', 'sesame', '500m'), config('b', 'street', 0.5)]
  const { before, after } = configurationTexts(server, draft)
  expect(before + after).not.toMatch(/sesame|street|functionSourceCode|resourceVersion/)
  const [left, right] = [before.split('\n'), after.split('\n')]
  expect(right.filter((line, i) => line !== left[i])).toEqual(['      value: •••• (another one)'])
})

it('shows sources as text', () => {
  const server = config('one\n', 't', 1)
  expect(sourceTexts(server, config('two\n', 't', 1))).toEqual({ before: 'one\n', after: 'two\n' })
  expect(sourceTexts({ metadata: { name: 'f' }, spec: {} }, server)).toEqual({ before: '', after: 'one\n' })
  expect(
    sourceTexts({ metadata: { name: 'f' }, spec: {} }, { metadata: { name: 'f' }, spec: {} }),
  ).toBeUndefined()
})
