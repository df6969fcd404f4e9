import type { ReadAnswer, ReadRequest } from '@/api/logs/log-messages'
import type { LogSession } from '@/api/logs/log-session'
import type { ShownRow } from '@/domain/logs/log-view'
import { keepKnownRows } from './keep-known-rows'
import { barPosition, scrollScale } from './scroll-scale'

/** Of a line that is neither wrapped nor open, pixels. */
export const rowHeight = 20

/** Rows beyond the edges of the view that are read as well. */
const around = 24
/** Pixels to the edge of what was read at which more is read. */
const nearEdge = 300
/** Milliseconds without scrolling after which the bar is put where it belongs. */
const rest = 150

/** What the view stands on: the end, or a row whose upper edge is `offset` pixels above the view's. */
type Place =
  { at: 'end' } | { at: 'row'; row: number; offset: number } | { at: 'entry'; id: number; offset: number }

/** The elements that show a log: the box scrolls, the stage stays in it, and the strip of rows moves in that. */
export interface ScrollerParts {
  box: HTMLElement
  stage: HTMLElement
  strip: HTMLElement
}

/** What is drawn. */
export interface ShownWindow {
  rows: readonly ShownRow[]
  /** Of the first of `rows` in the view. */
  first: number
  total: number
  isFollowing: boolean
  /** Rows that had come into the view when it was last followed. */
  seen: number
  /** Pixels that the box holds. */
  height: number
}

/**
 * The part of a log that is in view, as a store beside React. Its rows come from another thread and may be of any height; what one reads
 * stays where it is whatever comes before or after it, unless the end is followed.
 */
export class LogScroller {
  readonly #session: LogSession
  readonly #listeners = new Set<() => void>()
  #parts: ScrollerParts | undefined
  #shown: ShownWindow = { rows: [], first: 0, total: 0, isFollowing: true, seen: 0, height: 0 }
  #place: Place = { at: 'end' }
  #isRaw = false
  #shift = 0
  #barTop = 0
  #isReading = false
  #readsAgain = false
  #resting: ReturnType<typeof setTimeout> | undefined

  constructor(session: LogSession) {
    this.#session = session
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly snapshot = (): ShownWindow => this.#shown

  /** Takes the elements, for as long as they are there. */
  attach(parts: ScrollerParts): () => void {
    this.#parts = parts
    const fit = () => {
      // Container units would say it in the style sheet, but stay 0 in Chromium where a least height makes the box.
      parts.stage.style.height = `${parts.box.clientHeight}px`
      this.put()
    }
    fit()
    const sizes = new ResizeObserver(fit)
    sizes.observe(parts.box)
    sizes.observe(parts.strip)
    const onScroll = () => this.#onScroll(parts)
    parts.box.addEventListener('scroll', onScroll, { passive: true })
    this.read()
    return () => {
      sizes.disconnect()
      parts.box.removeEventListener('scroll', onScroll)
      clearTimeout(this.#resting)
      this.#parts = undefined
    }
  }

  /** Lines as they were sent, or read. */
  setRaw(isRaw: boolean): void {
    if (this.#isRaw === isRaw) return
    this.#isRaw = isRaw
    this.read()
  }

  follow(): void {
    this.#goTo({ at: 'end' })
  }

  pause(): void {
    this.#setShift(this.#shift, false)
  }

  /** Puts a row of the view in the middle of the page; its first ones begin at the top. */
  goToRow(row: number): void {
    this.#goTo({ at: 'row', row, offset: this.#middle() })
  }

  goToEntry(id: number): void {
    this.#goTo({ at: 'entry', id, offset: this.#middle() })
  }

  /** Scrolls by pixels. */
  moveBy(pixels: number): void {
    this.#setShift(this.#shift + pixels)
  }

  /** Scrolls as little as shows an entry whole. */
  reveal(id: number): void {
    const row = this.#element(id)
    if (!row) return this.goToEntry(id)
    const end = row.offsetTop + row.offsetHeight
    if (row.offsetTop < this.#shift) this.#setShift(row.offsetTop)
    else if (end > this.#shift + this.page()) this.#setShift(end - this.page())
  }

  /** Pixels of the view. */
  page(): number {
    return this.#parts?.stage.clientHeight ?? 400
  }

  /** Ids of the rows in sight. */
  inSight(): number[] {
    const end = this.#shift + this.page()
    return this.#elements().flatMap(({ offsetTop, offsetHeight, dataset }) =>
      offsetTop + offsetHeight > this.#shift && offsetTop < end ? [Number(dataset.id)] : [],
    )
  }

  /** Asks for the rows around the place; one request at a time, the last one for the latest place. */
  read(): void {
    if (this.#isReading) {
      this.#readsAgain = true
      return
    }
    this.#isReading = true
    const wanted = this.#place
    const request = { ...requestOf(wanted, Math.ceil(this.page() / rowHeight)), isRaw: this.#isRaw }
    this.#session
      .ask('read', request)
      .then((answer) => this.#take(answer, wanted))
      // The log was closed.
      .catch(() => undefined)
      .finally(() => {
        this.#isReading = false
        if (!this.#readsAgain) return
        this.#readsAgain = false
        this.read()
      })
  }

  /** Puts the strip where the view stands; to be called when its rows were drawn. */
  put(): void {
    if (!this.#parts) return
    const room = this.#room()
    const place = this.#place
    let next = this.#shift
    if (place.at === 'end') next = room
    else if (place.at === 'entry') {
      const row = this.#element(place.id)
      if (row) next = row.offsetTop + place.offset
    }
    if (this.#hasEnd()) next = Math.min(next, room)
    this.#move(Math.max(0, next))
    const height = scrollScale(this.#shown.total, rowHeight, this.page()).height
    if (height !== this.#shown.height) this.#show({ height })
    this.#syncBar()
  }

  #take(answer: ReadAnswer, wanted: Place): void {
    const here = answer.rows[answer.at - answer.first]
    // What was asked for may be hidden or gone; then its neighbour is what the view stands on.
    if (this.#place === wanted && wanted.at !== 'end' && here)
      this.#place = { at: 'entry', id: here.id, offset: wanted.offset }
    const { first, total } = answer
    const { height } = scrollScale(total, rowHeight, this.page())
    this.#show({ rows: keepKnownRows(this.#shown.rows, answer.rows), first, total, height })
  }

  #goTo(place: Place): void {
    this.#stand(place)
    this.read()
  }

  #stand(place: Place): void {
    this.#place = place
    const isFollowing = place.at === 'end'
    if (isFollowing === this.#shown.isFollowing) return
    this.#show({ isFollowing, seen: this.#session.status().arrived.rows })
  }

  /** Shows the strip from a pixel of it on; at the end of the log the view follows it from then on. */
  #setShift(to: number, mayFollow = true): void {
    if (!this.#parts) return
    const room = this.#room()
    this.#move(Math.max(0, Math.min(to, room)))
    const top = this.#top()
    if (this.#hasEnd() && to >= room - 1 && mayFollow) this.#stand({ at: 'end' })
    else if (top) this.#stand({ at: 'entry', id: top.id, offset: top.offset })
    const isNearStart = this.#shift < nearEdge && this.#shown.first > 0
    if (isNearStart || (room - this.#shift < nearEdge && !this.#hasEnd())) this.read()
    clearTimeout(this.#resting)
    this.#resting = setTimeout(() => this.#syncBar(), rest)
  }

  #onScroll({ box }: ScrollerParts): void {
    const delta = box.scrollTop - this.#barTop
    this.#barTop = box.scrollTop
    if (delta === 0) return
    const view = this.page()
    const scale = scrollScale(this.#shown.total, rowHeight, view)
    if (Math.abs(delta) <= 2 * view) return this.#setShift(this.#shift + delta * scale.factor)
    if (box.scrollTop >= scale.height - view - 1) return this.#goTo({ at: 'end' })
    const above = box.scrollTop * scale.factor
    const row = Math.floor(above / rowHeight)
    this.#goTo({ at: 'row', row, offset: above - row * rowHeight })
  }

  /** The bar shows where the view is; rows that are open or wrapped make it drift while one scrolls. */
  #syncBar(): void {
    if (!this.#parts) return
    const { box } = this.#parts
    const view = this.page()
    const top = this.#top()
    const above = top ? top.row * rowHeight + Math.min(top.offset, rowHeight) : 0
    const scale = scrollScale(this.#shown.total, rowHeight, view)
    const wanted = barPosition(this.#place.at === 'end' ? Infinity : above, scale, view)
    if (Math.abs(box.scrollTop - wanted) > 1) box.scrollTop = wanted
    this.#barTop = box.scrollTop
  }

  #move(shift: number): void {
    this.#shift = shift
    if (this.#parts) this.#parts.strip.style.transform = `translateY(${-shift}px)`
  }

  /** The first row in sight, and how much of it is above the view. */
  #top(): { row: number; id: number; offset: number } | undefined {
    const elements = this.#elements()
    const at = elements.findIndex((element) => element.offsetTop + element.offsetHeight > this.#shift)
    const element = elements[at]
    if (!element) return undefined
    const { offsetTop, dataset } = element
    return { row: this.#shown.first + at, id: Number(dataset.id), offset: this.#shift - offsetTop }
  }

  #room(): number {
    return Math.max(0, (this.#parts?.strip.offsetHeight ?? 0) - this.page())
  }

  #hasEnd(): boolean {
    return this.#shown.first + this.#shown.rows.length >= this.#shown.total
  }

  #middle(): number {
    return -(this.page() - rowHeight) / 2
  }

  #elements(): HTMLElement[] {
    return [...(this.#parts?.strip.children ?? [])] as HTMLElement[]
  }

  #element(id: number): HTMLElement | undefined {
    return this.#elements().find(({ dataset }) => Number(dataset.id) === id)
  }

  #show(change: Partial<ShownWindow>): void {
    this.#shown = { ...this.#shown, ...change }
    for (const listener of this.#listeners) listener()
  }
}

/** The rows in sight and some around them: every further one that is drawn holds up the page. */
function requestOf(place: Place, inSight: number): ReadRequest {
  if (place.at === 'end') return { at: { kind: 'end' }, before: inSight + around, after: 0 }
  const above = Math.max(0, Math.ceil(-place.offset / rowHeight))
  return {
    at: place.at === 'row' ? { kind: 'row', row: place.row } : { kind: 'entry', id: place.id },
    before: above + around,
    after: inSight + around,
  }
}
