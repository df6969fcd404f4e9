import { Fragment } from 'react'
import { Link } from 'react-router'
import type { ProjectRef } from '@/api/projects'
import type { UpstreamShare } from '@/domain/gateways/upstreams'
import { paths } from '@/domain/paths'
import classes from './Shares.module.css'

/** Who gets how much of the requests, on one line: names that lead to their functions and, between two, a bar of the shares. */
export function Shares({ at, shares }: { at: ProjectRef; shares: readonly UpstreamShare[] }) {
  const isSplit = shares.length > 1
  return (
    <span className={classes.shares}>
      {shares.map(({ functionName, percentage, isCanary }) => (
        <Fragment key={isCanary ? 'canary' : 'primary'}>
          {isCanary && (
            <span className={classes.bar} aria-hidden="true">
              <i style={{ width: `${100 - percentage}%` }} />
            </span>
          )}
          <span className={classes.share} title={`${functionName} ${percentage} %`}>
            <Link to={paths.function({ ...at, name: functionName })} className={classes.name}>
              {functionName}
            </Link>
            {isSplit && <span className={classes.percentage}>{percentage} %</span>}
          </span>
        </Fragment>
      ))}
    </span>
  )
}
