import { Button } from '@mantine/core'
import { usualNoiseHeaders } from '@/domain/console/answer-difference'
import { formatBytes } from '@/lib/format-bytes'
import { DifferenceRow } from './DifferenceRow'
import type { DrawnBody, DrawnDifference } from './drawn-difference'
import { FirstRows } from './FirstRows'
import type { Noise } from './noise'
import { TextLines } from './TextLines'
import classes from './Compare.module.css'

interface DifferencesProps {
  difference: DrawnDifference
  noise: Noise
  onNoise: (noise: Noise) => void
}

/** Status, headers and body of two answers, where they differ. */
export function Differences({ difference, noise, onNoise }: DifferencesProps) {
  const { status, headers, body, isSame } = difference
  // Rows have the keys of their places: when one is ignored, the focus is on the next one.
  const usual = headers.map(({ name }) => name).filter((name) => usualNoiseHeaders.includes(name))
  const ignoreHeaders = (names: readonly string[]) =>
    onNoise({ ...noise, headers: [...new Set([...noise.headers, ...names])] })
  if (isSame)
    return (
      <p className={classes.same} role="status">
        {body.kind === 'json' ? 'Nothing differs but how the JSON is written.' : 'Nothing differs.'}
      </p>
    )
  return (
    <div className={classes.differences}>
      {status && (
        <ul className={classes.rows} aria-label="Difference of the status">
          <DifferenceRow kind="changed" name="Status" from={String(status.from)} to={String(status.to)} />
        </ul>
      )}
      {headers.length > 0 && (
        <section aria-label="Differences of headers">
          <div className={classes.head}>
            <h2>Headers</h2>
            {usual.length > 0 && (
              <Button variant="subtle" onClick={() => ignoreHeaders(usual)}>
                Ignore {usual.length} that always differ
              </Button>
            )}
          </div>
          <ul className={classes.rows}>
            {headers.map(({ kind, name, from, to }, index) => (
              <DifferenceRow
                key={index}
                kind={kind}
                name={name}
                from={kind === 'added' ? undefined : from.join(', ')}
                to={kind === 'removed' ? undefined : to.join(', ')}
                onIgnore={() => ignoreHeaders([name])}
              />
            ))}
          </ul>
        </section>
      )}
      <Body
        body={body}
        onIgnore={(path) => onNoise({ ...noise, paths: [...new Set([...noise.paths, path])] })}
      />
    </div>
  )
}

function Body({ body, onIgnore }: { body: DrawnBody; onIgnore: (path: string) => void }) {
  switch (body.kind) {
    case 'same':
      return <p className={classes.quiet}>The bodies are the same.</p>
    case 'json':
      return (
        <FirstRows
          rows={body.rows}
          count={body.count}
          unit={['place', 'places']}
          note={body.isRough ? '; some parts were too large to find the fewest' : ''}
        >
          {(shown) => (
            <ul className={classes.rows}>
              {shown.map(({ path, ...row }, index) => (
                <DifferenceRow key={index} {...row} name={path} onIgnore={() => onIgnore(path)} />
              ))}
            </ul>
          )}
        </FirstRows>
      )
    case 'text':
      return <TextLines {...body} />
    case 'bytes':
      return (
        <p className={classes.quiet}>
          The bytes differ from the {body.offset.toLocaleString('en')}th on (counted from 0);{' '}
          {formatBytes(body.fromSize)} before, {formatBytes(body.toSize)} now.
        </p>
      )
  }
}
