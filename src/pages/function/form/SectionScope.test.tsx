// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { setAt } from '@/lib/tree'
import { useWorkbench, WorkbenchContext, type Workbench } from '../workbench'
import { SectionScope } from './SectionScope'

const config = { metadata: { name: 'a' }, spec: { description: 'one', env: [{ name: 'A' }] } }
const draft = { base: { ...config, status: {} }, server: { ...config, status: {} }, config }
const ref = { namespace: 'n', project: 'p', name: 'a' }
const first = {
  ref,
  server: 's',
  fn: draft.base,
  isGone: false,
  control: { draft },
  platform: {},
  findings: [],
} as unknown as Workbench

const edited = (path: string[], value: unknown): Workbench => ({
  ...first,
  ref: { ...ref },
  control: { ...first.control, draft: { ...first.control.draft, config: setAt(config, path, value) } },
})

let drawn: string[]

function Description() {
  const { control, findings } = useWorkbench()
  drawn.push(`${control.draft.config.spec.description} ${findings.map(({ message }) => message).join()}`)
  return null
}

let root: ReturnType<typeof createRoot>
const section = (
  <SectionScope paths={[['spec', 'description']]}>
    <Description />
  </SectionScope>
)
const draw = (workbench: Workbench) =>
  act(async () => root.render(<WorkbenchContext value={workbench}>{section}</WorkbenchContext>))

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  drawn = []
  root = createRoot(document.createElement('div'))
})
afterEach(() => act(async () => root.unmount()))

it('draws a section again for its own places and findings, and for no others', async () => {
  await draw(first)
  await draw(edited(['spec', 'env', '0', 'value'], 'x'))
  expect(drawn).toEqual(['one '])
  await draw(edited(['spec', 'description'], 'two'))
  expect(drawn.at(-1)).toBe('two ')
  const finding = { rule: 'r', status: 400 as const, message: 'wrong' }
  const count = drawn.length
  await draw({ ...edited(['spec', 'description'], 'two'), findings: [{ ...finding, path: ['spec', 'env'] }] })
  expect(drawn).toHaveLength(count)
  await draw({
    ...edited(['spec', 'description'], 'two'),
    findings: [{ ...finding, path: ['spec', 'description'] }],
  })
  expect(drawn.at(-1)).toBe('two wrong')
})
