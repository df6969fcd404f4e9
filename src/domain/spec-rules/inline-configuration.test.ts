import { describe, expect, it } from 'vitest'
import type { FunctionSpec } from '@/api/generated/schema'
import { encodeSource } from '@/domain/function-config'
import { filledFromSource } from './inline-configuration'

const python = `import os

# @nuclio.configure
#
# function.yaml:
#   apiVersion: nuclio.io/v1
#   metadata:
#     name: another
#     labels: {team: a, kind: inline}
#   spec:
#     runtime: python:3.9
#     handler: other:handler
#     minReplicas: 2
#     env:
#     - {name: A, value: source}
#     - {name: B, value: source}
#     build:
#       commands:
#       - pip install x
#     triggers:
#       web: {kind: http, numWorkers: 4}
#       every: {kind: cron, attributes: {interval: 10s}}

# not a part of it
def handler(context, event):
    pass
`

function filled(source: string, spec: FunctionSpec = {}, labels?: Record<string, string>) {
  const build = { ...spec.build, functionSourceCode: encodeSource(source) }
  return filledFromSource({ metadata: { name: 'f', labels }, spec: { ...spec, build } })
}

describe('filledFromSource', () => {
  it('fills what the request leaves open', () => {
    const { metadata, spec } = filled(python, { handler: '', build: { commands: [] } })
    expect(metadata).toEqual({ name: 'f', labels: { team: 'a', kind: 'inline' } })
    expect(spec).toMatchObject({
      runtime: 'python:3.9',
      handler: 'other:handler',
      minReplicas: 2,
      build: { commands: ['pip install x'] },
      triggers: { web: { kind: 'http', numWorkers: 4 }, every: { kind: 'cron' } },
    })
    expect(spec.env).toHaveLength(2)
  })

  it('lets the request win, in maps key by key and in variables name by name', () => {
    const { metadata, spec } = filled(
      python,
      {
        runtime: 'python:3.11',
        minReplicas: 0,
        env: [{ name: 'A', value: 'request' }],
        build: { commands: ['make'] },
        triggers: { mine: { kind: 'http' } },
      },
      { team: 'b' },
    )
    expect(metadata.labels).toEqual({ team: 'b', kind: 'inline' })
    expect(spec).toMatchObject({ runtime: 'python:3.11', minReplicas: 0, build: { commands: ['make'] } })
    expect(spec.env).toEqual([
      { name: 'A', value: 'request' },
      { name: 'B', value: 'source' },
    ])
    expect(Object.keys(spec.triggers ?? {})).toEqual(['mine', 'every'])
  })

  it('reads comments of the other sign, without a blank after it, and Windows line ends', () => {
    const source =
      '//@nuclio.configure\r\n//function.yaml:\r\n//  spec:\r\n//    minReplicas: 3\r\nexports.x = 1'
    expect(filled(source).spec.minReplicas).toBe(3)
  })

  it('leaves a configuration alone whose source has no such block', () => {
    for (const source of ['', 'print("@nuclio.configure")', '# @nuclio.other\n# function.yaml: {}\n']) {
      const spec = { build: { functionSourceCode: encodeSource(source) } }
      const config = { metadata: { name: 'f' }, spec }
      expect(filledFromSource(config)).toBe(config)
    }
  })

  it.each([
    ['# @nuclio.configure\n# function.yaml:\n#   spec: [\n', /cannot be read: .*line/s],
    [
      `# @nuclio.configure\n# a: &a [x, x]\n# b: &b [${'*a,'.repeat(99)}]\n# c: [${'*b,'.repeat(99)}]\n`,
      /alias/,
    ],
    ['# @nuclio.configure\n', /no map "function.yaml"/],
    ['# @nuclio.configure\n# function.yaml: 5\n', /no map "function.yaml"/],
    ['# @nuclio.configure\n# function.yaml:\n#   spec: 5\n', /spec is not a map/],
  ])('refuses %j', (source, message) => {
    expect(() => filled(source)).toThrow(message)
  })

  it('is found wherever it stands, and in base64 of several lines', () => {
    for (let offset = 0; offset < 4; offset += 1) {
      const source = `${'x'.repeat(offset)}\n# @nuclio.configure\n# function.yaml: {spec: {minReplicas: 3}}\n`
      expect(filled(source).spec.minReplicas).toBe(3)
      const encoded = encodeSource(source).replaceAll(/(.{10})/g, '$1\n')
      const { spec } = filledFromSource({
        metadata: { name: 'f' },
        spec: { build: { functionSourceCode: encoded } },
      })
      expect(spec.minReplicas).toBe(3)
    }
  })
})
