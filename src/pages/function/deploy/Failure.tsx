import { CopyButton } from '@/components/CopyButton'
import type { FunctionFailure } from '@/domain/function-error'
import { ScrollBox } from '../ScrollBox'
import classes from './DeployStrip.module.css'

/** Why a deploy failed: the cause in a line, the lines that tell it, the whole message behind a toggle. */
export function Failure({ failure }: { failure: FunctionFailure }) {
  const { summary, detail, whole, place } = failure
  return (
    <div className={classes.failure}>
      <p className={classes.cause}>
        {summary}
        {place && !summary.includes(place.file) && (
          <span className={classes.place}>
            {place.file}, line {place.line}
          </span>
        )}
      </p>
      {detail.trim() !== summary && (
        <details open={detail.trim().split('\n').length <= 8}>
          <summary>The lines that tell it</summary>
          <ScrollBox label="The lines that tell it" className={classes.scroll}>
            <pre>{detail}</pre>
          </ScrollBox>
        </details>
      )}
      {whole !== detail && (
        <details>
          <summary>The whole message</summary>
          <div className={classes.whole}>
            <ScrollBox label="The whole message" className={classes.scroll}>
              <pre>{whole}</pre>
            </ScrollBox>
            <CopyButton value={whole} label="Copy the whole message" />
          </div>
        </details>
      )}
    </div>
  )
}
