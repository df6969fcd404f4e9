// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { createBrowserRouter, RouterProvider } from 'react-router'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useUrlState } from './use-url-state'

function Probe() {
  const [words, setWords] = useUrlState('q', '')
  const [sort, setSort] = useUrlState('sort', 'name')
  const type = () => {
    setWords('a')
    setWords('ab')
  }
  return (
    <>
      <output>{`${words}|${sort}`}</output>
      <button onClick={type}>type</button>
      <button onClick={() => setWords('')}>clear</button>
      <button onClick={() => setSort('-age')}>sort</button>
    </>
  )
}

let host: HTMLElement
let root: Root
let router: ReturnType<typeof createBrowserRouter>

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  window.history.replaceState(null, '', 'http://localhost:3000/list?ns=other&q=first')
  router = createBrowserRouter([{ path: '*', Component: Probe }])
  host = document.body.appendChild(document.createElement('div'))
  root = createRoot(host)
  await act(async () => root.render(<RouterProvider router={router} />))
})

afterEach(async () => {
  await act(async () => root.unmount())
  host.remove()
  router.dispose()
})

const shown = () => host.querySelector('output')?.textContent
const press = (name: string) =>
  [...host.querySelectorAll('button')].find((button) => button.textContent === name)?.click()
const addressIs = async (search: string) => {
  await act(() => vi.waitFor(() => expect(window.location.search).toBe(search)))
}

it('begins with what the address says, or the fallback', () => {
  expect(shown()).toBe('first|name')
})

it('changes at once, and the address a moment later, both keys of one moment together', async () => {
  await act(async () => {
    press('type')
    press('sort')
  })
  expect(shown()).toBe('ab|-age')
  await addressIs('?ns=other&q=ab&sort=-age')
  expect(shown()).toBe('ab|-age')
})

it('leaves the fallback out of the address', async () => {
  await act(async () => press('clear'))
  await addressIs('?ns=other')
})

it('follows a link', async () => {
  await act(async () => router.navigate('/list?q=linked'))
  expect(shown()).toBe('linked|name')
})

it('does not carry a write to the page that was gone to meanwhile', async () => {
  await act(async () => {
    press('type')
    await router.navigate('/elsewhere')
  })
  await act(async () => press('sort'))
  await addressIs('?sort=-age')
})

it.each([new Event('pointerdown'), new KeyboardEvent('keydown', { key: 'Enter' })])(
  'is in the address before what is pressed next leads away ($type)',
  async (event) => {
    await act(async () => {
      press('type')
      window.dispatchEvent(event)
    })
    expect(window.location.search).toBe('?ns=other&q=ab')
  },
)
