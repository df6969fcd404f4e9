const widget = '.quick-input-widget'
const wrong = '[role="option"][aria-level]'

/**
 * Monaco draws the choices of its “Go to line” and of its commands as a tree and calls them options, which have no level: an
 * assistive technology may pass over the whole list. Takes the level away, as long as the widget is there.
 */
export function mendQuickInput(): void {
  const mended = new WeakSet<Element>()
  document.addEventListener('focusin', ({ target }) => {
    const box = target instanceof Element ? target.closest(widget) : null
    if (!box || mended.has(box)) return
    mended.add(box)
    const mend = () => {
      for (const option of box.querySelectorAll(wrong)) option.removeAttribute('aria-level')
    }
    mend()
    new MutationObserver(mend).observe(box, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['aria-level'],
    })
  })
}
