import type { Page } from '@playwright/test'

/** A control that Tab comes to. */
interface Stop {
  name: string
  isEditor: boolean
}

interface TabOrder {
  /** Takes down what the page has now, in the order in which Tab has to come to it. */
  take: () => Stop[]
  focus: (index: number) => void
  /** Which of them has the focus: -1 for none. */
  at: () => number
  /** What had the focus since it was last asked, in order: numbers of stops, and in words what is none of them. */
  reached: () => (number | string)[]
  /** Words under the editor that has the focus. */
  hint: () => string
  /** What is wrong with how a stop is shown when it has the focus. */
  unseen: () => string[]
}

type WindowWithOrder = Window & { tabOrder: TabOrder }

/** Puts into every page of a test what finds its controls. */
export async function addTabOrder(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const focusable = 'a[href], button, input, select, textarea, summary, [tabindex], [contenteditable]'
    const skipLink = 'a[href="#main"]'
    let stops: HTMLElement[] = []
    let reached: Element[] = []
    window.addEventListener('focusin', ({ target }) => reached.push(target as Element), true)

    const isEditor = (element: Element) => element.closest('.monaco-editor') !== null
    const isStop = (element: Element): element is HTMLElement => {
      if (!(element instanceof HTMLElement) || element.tabIndex < 0 || element.matches(':disabled'))
        return false
      if (element.closest('[inert]') || !element.checkVisibility({ visibilityProperty: true })) return false
      // Of a choice one by one only the chosen, or else the first.
      if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true
      const group = [...document.querySelectorAll<HTMLInputElement>('input[type=radio]')].filter(
        ({ name }) => name === element.name,
      )
      return element === (group.find(({ checked }) => checked) ?? group[0])
    }
    const nameOf = (element: Element): string => {
      const words =
        element.ariaLabel ??
        (element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : undefined) ??
        element.textContent
      return `${element.localName} ${element.id} “${words.trim().slice(0, 60)}”`
    }

    /** What is drawn of a control: itself, or the label of one that is drawn by it. */
    const drawn = (stop: HTMLElement): Element => {
      const editor = stop.closest('.monaco-editor')
      if (editor) return editor
      const { width, height } = stop.getBoundingClientRect()
      const label = stop instanceof HTMLInputElement ? stop.labels?.[0] : undefined
      return label && (width < 4 || height < 4 || getComputedStyle(stop).opacity === '0') ? label : stop
    }
    const isPressable = (stop: HTMLElement): boolean => {
      const [box] = drawn(stop).getClientRects()
      if (!box) return false
      const x = (Math.max(box.left, 0) + Math.min(box.right, window.innerWidth)) / 2
      const y = (Math.max(box.top, 0) + Math.min(box.bottom, window.innerHeight)) / 2
      const hit = document.elementFromPoint(x, y)
      if (!hit || box.left < -1 || box.right > window.innerWidth + 1) return false
      return drawn(stop).contains(hit) || hit.contains(stop) || hit.closest('label')?.control === stop
    }
    /** Sides on which the ring around a control is cut off. */
    const cutRing = (stop: HTMLElement): string[] => {
      const style = getComputedStyle(stop)
      const ring =
        style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth) + parseFloat(style.outlineOffset)
      const box = stop.getBoundingClientRect()
      const cut = new Set<string>()
      const compare = (clip: { left: number; right: number; top: number; bottom: number }, axes: string) => {
        const slack = 0.5 - Math.max(ring, 0)
        if (axes.includes('x') && box.left - clip.left < -slack) cut.add('left')
        if (axes.includes('x') && clip.right - box.right < -slack) cut.add('right')
        if (axes.includes('y') && box.top - clip.top < -slack) cut.add('top')
        if (axes.includes('y') && clip.bottom - box.bottom < -slack) cut.add('bottom')
      }
      compare({ left: 0, right: window.innerWidth, top: 0, bottom: 0 }, 'x')
      for (
        let around = stop.parentElement;
        around && around !== document.body;
        around = around.parentElement
      ) {
        const { overflowX, overflowY } = getComputedStyle(around)
        const axes = `${overflowX === 'visible' ? '' : 'x'}${overflowY === 'visible' ? '' : 'y'}`
        if (axes) {
          const { left, top } = around.getBoundingClientRect()
          const [x, y] = [left + around.clientLeft, top + around.clientTop]
          compare({ left: x, top: y, right: x + around.clientWidth, bottom: y + around.clientHeight }, axes)
        }
      }
      return [...cut]
    }

    const tabOrder: TabOrder = {
      take() {
        stops = [...document.querySelectorAll(focusable)].filter(isStop)
        return stops.map((stop) => ({ name: nameOf(stop), isEditor: isEditor(stop) }))
      },
      focus(index) {
        stops[index]?.focus()
        reached = []
      },
      at: () => stops.indexOf(document.activeElement as HTMLElement),
      reached() {
        const since = reached.map((element) => {
          const index = stops.indexOf(element as HTMLElement)
          return index < 0 ? nameOf(element) : index
        })
        reached = []
        return since
      },
      hint: () => document.querySelector('p[data-shown]')?.textContent ?? '',
      unseen() {
        const shown = stops.filter((stop) => stop.isConnected && !stop.matches(skipLink))
        const covered = (list: HTMLElement[], from: string) =>
          list.flatMap((stop) => {
            stop.focus()
            return isPressable(stop) ? [] : [`${nameOf(stop)} is covered or out of the window, ${from}`]
          })
        const cut = shown.flatMap((stop) => {
          if (isEditor(stop)) return []
          stop.focus()
          stop.scrollIntoView({ block: 'center', inline: 'center' })
          const sides = cutRing(stop)
          return sides.length > 0 ? [`${nameOf(stop)} is cut off: ${sides.join(', ')}`] : []
        })
        return [...covered(shown, 'from above'), ...covered(shown.toReversed(), 'from below'), ...cut]
      },
    }
    Object.assign(window, { tabOrder })
  })
}

/** Asks the page for something of its tab order. */
function ask<Part extends keyof TabOrder>(
  page: Page,
  part: Part,
  ...given: Parameters<TabOrder[Part]>
): Promise<ReturnType<TabOrder[Part]>> {
  return page.evaluate(
    ([name, args]) => {
      const { tabOrder } = window as unknown as WindowWithOrder
      return (tabOrder[name] as (...all: unknown[]) => unknown)(...args)
    },
    [part, given] as const,
  ) as Promise<ReturnType<TabOrder[Part]>>
}

interface Walk {
  /** Every control in the order in which it has to be reached, and what was reached. */
  expected: string[]
  reached: string[]
  /** The editors that were entered and left, each with the words under it. */
  editors: string[]
}

/**
 * Goes through the page by Tab, or backwards by Shift+Tab, from one end to the other and out of it. Out of an editor that indents by
 * Tab it gets as the words under it say.
 */
export async function walk(page: Page, key: 'Tab' | 'Shift+Tab'): Promise<Walk> {
  const taken = await ask(page, 'take')
  const step = key === 'Tab' ? 1 : -1
  const [first, last] = step > 0 ? [0, taken.length - 1] : [taken.length - 1, 0]
  const reached: (number | string)[] = [first]
  const editors: string[] = []
  await ask(page, 'focus', first)
  /** Presses the key so many times, out of an editor once. */
  const leave = async (at: number, presses: number) => {
    if (taken[at]?.isEditor) {
      const hint = await ask(page, 'hint')
      editors.push(`${taken[at].name}: ${hint}`)
      if (/Press Esc and then Tab to leave/.test(hint)) await page.keyboard.press('Escape')
      await page.keyboard.press(key)
    } else for (let count = 0; count < presses; count += 1) await page.keyboard.press(key)
    const focused = await ask(page, 'reached')
    return { focused, now: await ask(page, 'at') }
  }
  let at = first
  for (let tries = 0; at !== last && tries < 9; tries += 1) {
    // Up to the next editor without a look at the page, since nothing on the way has another use for the key.
    let next = at + step
    while (next !== last && !taken[next]?.isEditor) next += step
    const { focused, now } = await leave(at, Math.abs(next - at))
    reached.push(...focused)
    if (now >= 0 && now !== at) {
      at = now
      tries = 0
    }
  }
  const end = await leave(last, 1)
  if (end.now === last) reached.push('and the focus stays there')
  const names = taken.map(({ name }) => name)
  return {
    expected: step > 0 ? names : names.toReversed(),
    reached: reached.map((one) => (typeof one === 'number' ? (names[one] ?? '') : one)),
    editors,
  }
}

/** Controls that are covered, out of the window, or cut off when they have the focus. */
export async function unseenControls(page: Page): Promise<string[]> {
  await ask(page, 'take')
  return ask(page, 'unseen')
}
