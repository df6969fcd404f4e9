import { Link } from 'react-router'
import { CopyButton } from '@/components/CopyButton'
import type { FunctionFailure } from '@/domain/function-error'
import { sourceFileName } from '@/domain/runtimes'
import { ScrollBox } from '../ScrollBox'
import { tabPath } from '../tabs'
import { useWorkbench } from '../workbench'
import classes from './DeployStrip.module.css'

/** Why a deploy failed: the cause in a line, the lines that tell it, the whole message behind a toggle. */
export function Failure({ failure }: { failure: FunctionFailure }) {
  const { summary, detail, whole } = failure
  return (
    <div className={classes.failure}>
      <FailureCause failure={failure} />
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

/** The cause of a failure in a line, with the way to where it lies. */
export function FailureCause({ failure: { summary, place } }: { failure: FunctionFailure }) {
  return (
    <p className={classes.cause}>
      {summary}
      {place && <Place place={place} isNamed={summary.includes(place.file)} />}
    </p>
  )
}

/** Where it lies, as a way to that line of the source when it is in the source that is edited here. */
function Place(props: { place: NonNullable<FunctionFailure['place']>; isNamed: boolean }) {
  const { file, line } = props.place
  const { ref, fn } = useWorkbench()
  const { runtime, handler, build } = fn.spec
  const isSource =
    Boolean(build?.functionSourceCode) && isFileOf(sourceFileName(runtime ?? '', handler), file)
  if (!isSource)
    return props.isNamed ? null : (
      <span className={classes.place}>
        {file}, line {line}
      </span>
    )
  return (
    <Link className={classes.place} to={tabPath(ref, { segment: 'code' }, `line-${line}`)}>
      {props.isNamed ? `Go to line ${line}` : `${file}, line ${line}`}
    </Link>
  )
}

// A message names the file alone; the source may lie in a folder.
const isFileOf = (source: string, file: string): boolean => source === file || source.endsWith(`/${file}`)
