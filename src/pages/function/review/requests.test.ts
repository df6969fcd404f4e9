import { expect, it } from 'vitest'
import type { FunctionSpec, NuclioFunction } from '@/api/generated/schema'
import { codeChoices } from './requests'

const ref = { namespace: 'nuclio', project: 'shop', name: 'resize' }

function choices(spec: FunctionSpec = {}, { platformKind = 'local', resourceVersion = '' } = {}) {
  const fn: NuclioFunction = {
    metadata: { name: 'resize', namespace: 'nuclio', ...(resourceVersion && { resourceVersion }) },
    spec: { runtime: 'nodejs', env: [{ name: 'API_TOKEN', value: 'sesame' }], ...spec },
    status: { state: 'ready' },
  }
  const deploy = { metadata: fn.metadata, spec: fn.spec }
  const made = codeChoices({ ref, fn, deploy, platformKind, origin: 'http://here:8090' })
  return Object.fromEntries(
    made.map(({ label, text }) => [label.replace(' as it is on the server', ''), text]),
  )
}

/** The body of a command, its variables with their names for values. */
function bodyOf(command = ''): unknown {
  const [, body = ''] = /<<'?BODY'?\n([^]*)\nBODY$/.exec(command) ?? []
  return JSON.parse(body)
}

it('offers the deploy, the file, and the plain acts, without a secret in any', () => {
  const all = choices()
  expect(Object.keys(all)).toEqual([
    'Deploy the draft (curl)',
    'function.yaml of the draft',
    'Start again (curl)',
    'Disable (curl)',
    'Delete (curl)',
  ])
  expect(JSON.stringify(all)).not.toContain('sesame')
})

it('writes the deploy as the page sends it', () => {
  const command = choices({}, { resourceVersion: '7' })['Deploy the draft (curl)']
  expect(command).toContain("curl --fail-with-body -X PUT 'http://here:8090/api/functions/resize'")
  expect(command).not.toContain('Creation-State')
  expect(bodyOf(command)).toEqual({
    metadata: {
      name: 'resize',
      namespace: 'nuclio',
      labels: { 'nuclio.io/project-name': 'shop' },
      resourceVersion: '7',
    },
    spec: { runtime: 'nodejs', env: [{ name: 'API_TOKEN', value: '${SECRET_API_TOKEN}' }] },
  })
  const fetched = choices({ build: { codeEntryType: 'git', path: 'https://git.example/a' } })
  expect(fetched['Deploy the draft (curl)']).toContain("-H 'X-Nuclio-Creation-State-Updated-Timeout: 5m'")
})

it('says in the file how its secrets come in', () => {
  const file = choices()['function.yaml of the draft']
  expect(file).toMatch(/^# Secrets are variables: set SECRET_API_TOKEN, then run it through envsubst\.\n/)
  expect(file).toContain('value: ${SECRET_API_TOKEN}')
  expect(choices({ env: [] })['function.yaml of the draft']).toMatch(/^apiVersion: /)
})

it('starts again and switches as each platform does it', () => {
  const local = choices()
  expect(bodyOf(local['Start again (curl)'])).toMatchObject({ spec: { build: { mode: 'neverBuild' } } })
  expect(bodyOf(local['Disable (curl)'])).toMatchObject({ spec: { disable: true } })
  const kube = choices({ disable: true }, { platformKind: 'kube' })
  expect(kube['Start again (curl)']).toMatch(/-X PATCH .*\/resize/)
  expect(bodyOf(kube['Start again (curl)'])).toEqual({ desiredState: 'ready' })
  expect(bodyOf(kube['Enable (curl)'])).toMatchObject({ spec: { disable: false } })
})

it('deletes the version that is known', () => {
  expect(bodyOf(choices()['Delete (curl)'])).toEqual({ metadata: { name: 'resize', namespace: 'nuclio' } })
  expect(bodyOf(choices({}, { resourceVersion: '7' })['Delete (curl)'])).toEqual({
    metadata: { name: 'resize', namespace: 'nuclio', resourceVersion: '7' },
  })
})
