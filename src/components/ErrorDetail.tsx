import classes from './ErrorDetail.module.css'

/** The long text of an error behind a toggle, in a box that scrolls. */
export function ErrorDetail({ text }: { text: string }) {
  return (
    <details className={classes.detail}>
      <summary>Details</summary>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reachable by keyboard */}
      <pre tabIndex={0}>{text}</pre>
    </details>
  )
}
