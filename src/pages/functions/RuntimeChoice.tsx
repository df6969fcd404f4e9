import { runsOnEmbedded, runtimes, type Runtime } from '@/domain/runtimes'
import classes from './RuntimeChoice.module.css'

interface RuntimeChoiceProps {
  value: string
  onChange: (id: string) => void
  /** Whether the server is the embedded platform, which runs only some of them. */
  embedded: boolean
}

const runnable = runtimes.filter((runtime) => runsOnEmbedded(runtime.id))
const others = runtimes.filter((runtime) => !runsOnEmbedded(runtime.id))

/** Which runtime a new function has. */
export function RuntimeChoice({ value, onChange, embedded }: RuntimeChoiceProps) {
  const option = (runtime: Runtime) => (
    <label key={runtime.id} className={classes.option}>
      <input
        type="radio"
        name="runtime"
        value={runtime.id}
        checked={runtime.id === value}
        onChange={() => onChange(runtime.id)}
      />
      {runtime.label}
    </label>
  )
  return (
    <fieldset className={classes.choice}>
      <legend>Runtime</legend>
      <div className={classes.options}>{(embedded ? runnable : runtimes).map(option)}</div>
      {embedded && (
        <>
          <p className={classes.note}>
            These run here. Every Python version runs on this machine’s own python3.
          </p>
          <div className={classes.options}>{others.map(option)}</div>
          <p className={classes.note}>
            These are stored but do not run on the embedded platform: their deploy ends in an error. They need
            a Nuclio behind this dashboard.
          </p>
        </>
      )}
    </fieldset>
  )
}
