import classes from './RuntimeMark.module.css'

const letters: Record<string, string> = {
  python: 'Py',
  nodejs: 'JS',
  golang: 'Go',
  shell: '$_',
  java: 'Jv',
  dotnetcore: 'C#',
  ruby: 'Rb',
}

/** A small sign for a family of runtimes. Decorative: the words beside it say the same. */
export function RuntimeMark({ family }: { family: string }) {
  return (
    <span className={classes.mark} aria-hidden="true">
      {letters[family] ?? '?'}
    </span>
  )
}
