/** What is to be said of a part of the workbench: it is edited, or something in it needs the person. */
export type Mark = 'broken' | 'edited'

export const markWords: Record<Mark, string> = { broken: 'needs a change', edited: 'edited' }

/** The sign of a mark; its words stand beside it, since a sign or a colour alone says nothing. */
export function MarkSign({ mark }: { mark: Mark }) {
  return <span aria-hidden="true">{mark === 'broken' ? '▲' : '●'}</span>
}
