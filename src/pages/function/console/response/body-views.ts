import type { BodyShow } from '@/domain/console/body-kind'

/** A way to look at a body. */
export type View = 'tree' | 'preview' | 'table' | 'text' | 'hex'

const usual: Record<BodyShow['kind'], readonly View[]> = {
  empty: [],
  json: ['tree', 'text', 'hex'],
  text: ['text', 'hex'],
  html: ['preview', 'text', 'hex'],
  form: ['table', 'text', 'hex'],
  image: ['preview', 'hex'],
  audio: ['preview', 'hex'],
  video: ['preview', 'hex'],
  pdf: ['preview', 'hex'],
  compressed: ['hex'],
  binary: ['hex', 'text'],
}

/** The ways in which a body can be looked at, the best one first. An SVG is text, too. */
export function viewsOf(show: BodyShow): readonly View[] {
  if (show.kind === 'image' && show.type === 'image/svg+xml') return ['preview', 'text', 'hex']
  return usual[show.kind]
}

const chosen = new Map<BodyShow['kind'], View>()

/** The way that was last chosen for such a body in this tab, or the best one. */
export function viewFor(show: BodyShow): View | undefined {
  const views = viewsOf(show)
  return views.find((view) => view === chosen.get(show.kind)) ?? views[0]
}

/** Remembers a choice for further bodies of the kind. */
export function chooseView({ kind }: BodyShow, view: View): void {
  chosen.set(kind, view)
}

/** A view in words. */
export const viewWords: Record<View, string> = {
  tree: 'Tree',
  preview: 'Preview',
  table: 'Table',
  text: 'Text',
  hex: 'Hex',
}
