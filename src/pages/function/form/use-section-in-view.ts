import { useEffect, useState, type RefObject } from 'react'

/**
 * The section that a person looks at: the one with the focus as long as it is in sight, the first one at the top of the form, else
 * the one in the middle of the screen.
 * The sections are elements within `form`, by their ids.
 */
export function useSectionInView(
  form: RefObject<HTMLElement | null>,
  sections: readonly { id: string }[],
): string | undefined {
  const [current, setCurrent] = useState<string>()
  const ids = sections.map(({ id }) => id).join(' ')
  useEffect(() => {
    const root = form.current
    const elements = ids.split(' ').flatMap((id) => document.getElementById(id) ?? [])
    if (!root || elements.length === 0) return
    const withFocus = () => elements.find((element) => element.contains(document.activeElement))
    const onFocus = () => {
      const section = withFocus()
      if (section) setCurrent(section.id)
    }
    const observer = new IntersectionObserver(
      (entries) => {
        const focused = withFocus()
        if (focused && isInSight(focused)) return
        const seen = entries.findLast((entry) => entry.isIntersecting)
        const isAtTop = root.scrollTop === 0 && window.scrollY === 0
        if (isAtTop) setCurrent(elements[0]?.id)
        else if (seen) setCurrent(seen.target.id)
      },
      { rootMargin: '-45% 0px -50% 0px' },
    )
    for (const element of elements) observer.observe(element)
    root.addEventListener('focusin', onFocus)
    return () => {
      observer.disconnect()
      root.removeEventListener('focusin', onFocus)
    }
  }, [form, ids])
  return current
}

function isInSight(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  return top < window.innerHeight && bottom > 0
}
