import { errorLine, errorWords } from './error-words'
import { ErrorDetail } from './ErrorDetail'
import { Icon } from './Icon'
import classes from './SubmitError.module.css'

/** Why a form was not accepted, inside the form. Nothing for no error. */
export function SubmitError({ error }: { error: unknown }) {
  if (error === null || error === undefined) return null
  const line = errorLine(error)
  const { detail } = errorWords(error)
  return (
    <div role="alert" className={classes.box}>
      <Icon name="alert" />
      <div className={classes.text}>
        <p>{line}</p>
        {detail && detail !== line && <ErrorDetail text={detail} />}
      </div>
    </div>
  )
}
