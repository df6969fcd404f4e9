import type { InvocationAnswer } from '@/api/invocations'
import { CopyButton } from '@/components/CopyButton'
import classes from './Response.module.css'

/** So many signs of a value are drawn; the copy has all of it. */
const drawn = 2_000

/** The headers of an answer as they came, with several of one name each on its own. */
export function ResponseHeaders({ answer }: { answer: InvocationAnswer }) {
  const { headers, sealed } = answer
  return (
    <div className={classes.scrolled}>
      {headers.length === 0 && <p className={classes.quiet}>It came without headers.</p>}
      <dl className={classes.headers}>
        {headers.map(([name, value], index) => (
          <div key={index}>
            <dt>{name}</dt>
            <dd>
              <span className={classes.value}>
                {value.slice(0, drawn)}
                {value.length > drawn && <span className={classes.quiet}> … {value.length} signs</span>}
              </span>
              <CopyButton value={value} label={`Copy ${name}`} />
            </dd>
          </div>
        ))}
      </dl>
      {!sealed && (
        <p className={classes.quiet}>
          A Nuclio dashboard removes headers that begin with X-Nuclio, and a browser hides cookies.
        </p>
      )}
    </div>
  )
}
