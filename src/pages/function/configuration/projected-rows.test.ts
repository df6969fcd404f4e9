import { expect, it } from 'vitest'
import {
  bodyOfSource,
  isAmount,
  isBlankFile,
  isBlankSource,
  kindOfSource,
  withContent,
  withContentOf,
  withSourceBody,
  withSourceKind,
  type ProjectedSource,
} from './projected-rows'

const keys: ProjectedSource = { secret: { name: 'tls', items: [{ key: 'a', path: 'b' }] } }

it('knows the kind of a source, and keeps keys when it becomes another one', () => {
  expect(kindOfSource(keys)).toBe('secret')
  expect(kindOfSource({ clusterTrustBundle: { path: 'a' } } as ProjectedSource)).toBe('other')
  expect(withSourceKind(keys, 'configMap')).toEqual({ configMap: keys.secret })
  expect(withSourceKind(keys, 'serviceAccountToken')).toEqual({ serviceAccountToken: {} })
  expect(withSourceBody(keys, { optional: true, items: undefined })).toEqual({
    secret: { name: 'tls', optional: true },
  })
  expect(bodyOfSource({})).toEqual({})
})

it('takes a source without anything in it for a blank line', () => {
  expect(isBlankSource({ secret: {} })).toBe(true)
  expect(isBlankSource(keys)).toBe(false)
  expect(isBlankSource({ clusterTrustBundle: {} } as ProjectedSource)).toBe(false)
})

it('puts a field of the pod or an amount into a file', () => {
  const labels = withContentOf({ path: 'labels', mode: 256 }, { fieldPath: 'metadata.labels' })
  expect(labels).toEqual({ path: 'labels', mode: 256, fieldRef: { fieldPath: 'metadata.labels' } })
  const amount = withContentOf(withContent(labels, 'amount'), { resource: 'limits.cpu' })
  expect(amount).toEqual({ path: 'labels', mode: 256, resourceFieldRef: { resource: 'limits.cpu' } })
  expect([isAmount(labels), isAmount(amount)]).toEqual([false, true])
  expect(withContentOf(amount, { resource: undefined })).toEqual({
    path: 'labels',
    mode: 256,
    resourceFieldRef: {},
  })
  expect([isBlankFile({ fieldRef: {} }), isBlankFile(labels), isBlankFile({ path: 'a' })]).toEqual([
    true,
    false,
    false,
  ])
})
