import { describe, expect, it } from 'vitest'
import type { NuclioFunction } from '@/api/generated/schema'
import {
  copyName,
  decodeSource,
  duplicateConfig,
  encodeSource,
  exportConfig,
  newFunctionConfig,
  projectOf,
  putConfig,
  withoutBuild,
} from './function-config'

const read: NuclioFunction = {
  metadata: {
    name: 'echo',
    namespace: 'nuclio',
    labels: { 'nuclio.io/project-name': 'shop', team: 'a' },
    annotations: { 'skip-build': 'true', 'nuclio.io/previous-state': 'ready', note: 'x' },
    resourceVersion: '7',
  },
  spec: {
    runtime: 'nodejs',
    handler: 'main:handler',
    image: 'nuclio/processor-echo:latest',
    minReplicas: 0,
    maxReplicas: 4,
    build: {
      functionSourceCode: 'eA==',
      codeEntryType: 'sourceCode',
      timestamp: 1795457678,
      noBaseImagesPull: true,
    },
  },
  status: { state: 'ready' },
}

describe('source', () => {
  it('survives the round trip', () => {
    const text = 'print("größer 漢字 😀")\n'.repeat(5000)
    expect(decodeSource(encodeSource(text))).toBe(text)
  })

  it('is base64 of UTF-8', () => {
    expect(encodeSource('ö')).toBe('w7Y=')
    expect(decodeSource('')).toBe('')
  })

  it('is undefined when it is no text', () => {
    expect(decodeSource('…')).toBeUndefined()
    expect(decodeSource('/w==')).toBeUndefined()
  })
})

describe('newFunctionConfig', () => {
  it('carries project, runtime, handler and source', () => {
    expect(
      newFunctionConfig({
        namespace: 'nuclio',
        project: 'shop',
        name: 'echo',
        runtime: 'shell',
        source: 'x',
        description: '  ',
      }),
    ).toEqual({
      metadata: { name: 'echo', namespace: 'nuclio', labels: { 'nuclio.io/project-name': 'shop' } },
      spec: {
        runtime: 'shell',
        handler: 'main.sh',
        build: { functionSourceCode: 'eA==', codeEntryType: 'sourceCode' },
      },
    })
  })
})

describe('putConfig', () => {
  it('drops status and skip annotations and keeps the version of the server', () => {
    expect(putConfig(read)).toEqual({
      metadata: {
        ...read.metadata,
        annotations: { 'nuclio.io/previous-state': 'ready', note: 'x' },
        resourceVersion: '7',
      },
      spec: read.spec,
    })
  })

  it('sends no version when the server gave none', () => {
    const fn = { ...read, metadata: { name: 'echo', resourceVersion: '' } }
    expect(putConfig(fn).metadata).toEqual({ name: 'echo' })
  })
})

describe('withoutBuild', () => {
  it('keeps the spec and asks for no build', () => {
    const config = withoutBuild(read, { disable: true })
    expect(config.spec).toEqual({
      ...read.spec,
      disable: true,
      build: { ...read.spec.build, mode: 'neverBuild' },
    })
    expect(read.spec.build?.mode).toBeUndefined()
  })
})

describe('duplicateConfig', () => {
  it('keeps nothing of the build of the original', () => {
    expect(duplicateConfig(read, 'echo-copy')).toEqual({
      metadata: {
        name: 'echo-copy',
        namespace: 'nuclio',
        labels: read.metadata.labels,
        annotations: { note: 'x' },
      },
      spec: {
        runtime: 'nodejs',
        handler: 'main:handler',
        minReplicas: 0,
        maxReplicas: 4,
        build: { functionSourceCode: 'eA==', codeEntryType: 'sourceCode', noBaseImagesPull: true },
      },
    })
  })

  it('keeps the image of a function that is nothing but an image', () => {
    const fn = {
      ...read,
      spec: { runtime: 'nodejs', image: 'shop/echo:1', build: { codeEntryType: 'image' } },
    }
    expect(duplicateConfig(fn, 'b').spec.image).toBe('shop/echo:1')
  })
})

describe('exportConfig', () => {
  it('has no namespace, version or status', () => {
    const file = exportConfig(read)
    expect(Object.keys(file)).toEqual(['metadata', 'spec'])
    expect(file.metadata).toEqual({
      name: 'echo',
      labels: read.metadata.labels,
      annotations: { 'nuclio.io/previous-state': 'ready', note: 'x' },
    })
    expect(file.spec.build).not.toHaveProperty('noBaseImagesPull')
  })
})

describe('copyName', () => {
  it('finds a free one', () => {
    expect(copyName('echo', new Set())).toBe('echo-copy')
    expect(copyName('echo', new Set(['echo-copy', 'echo-copy-2']))).toBe('echo-copy-3')
    expect(copyName('a'.repeat(56), new Set())).toHaveLength(56)
  })
})

describe('projectOf', () => {
  it('is the label or the default project', () => {
    expect(projectOf(read)).toBe('shop')
    expect(projectOf({ metadata: { name: 'x' } })).toBe('default')
  })
})
