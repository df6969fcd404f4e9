// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest'
import { mendQuickInput } from './mend-quick-input'

it('leaves no option of the editor’s own lists with a level, also of those that come later', async () => {
  mendQuickInput()
  document.body.innerHTML = `
    <div role="option" aria-level="1">elsewhere</div>
    <div class="quick-input-widget"><input /><div role="option" aria-level="1">first</div></div>`
  const box = document.querySelector('.quick-input-widget')
  box?.querySelector('input')?.focus()
  expect(box?.querySelectorAll('[aria-level]')).toHaveLength(0)

  box?.insertAdjacentHTML('beforeend', '<div role="option" aria-level="1">second</div>')
  await vi.waitFor(() => expect(box?.querySelectorAll('[aria-level]')).toHaveLength(0))
  expect(document.querySelectorAll('[aria-level]')).toHaveLength(1)
})
