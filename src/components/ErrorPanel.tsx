import { Button } from '@mantine/core'
import { errorWords } from './error-words'
import { ErrorDetail } from './ErrorDetail'
import { Icon } from './Icon'
import classes from './ErrorPanel.module.css'

/** Stands where something failed to load: what happened, what to do, a retry, and the server's text behind a toggle. */
export function ErrorPanel(props: { error: unknown; onRetry?: () => void; title?: string }) {
  const { title, words, detail } = errorWords(props.error)
  return (
    <section className={classes.panel} role="alert" aria-label={props.title ?? title}>
      <h2 className={classes.title}>
        <Icon name="alert" />
        {props.title ?? title}
      </h2>
      {props.title && props.title !== title && <p>{title}.</p>}
      <p className={classes.words}>{words}</p>
      {props.onRetry && (
        <Button variant="default" onClick={props.onRetry}>
          Try again
        </Button>
      )}
      {detail && <ErrorDetail text={detail} />}
    </section>
  )
}
