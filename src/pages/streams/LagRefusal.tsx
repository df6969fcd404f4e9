import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { serverQuery } from '@/api/platform'
import { refusalOf, type LagRefusal as Refusal } from '@/api/v3io-streams'
import { errorLine } from '@/components/error-words'
import { ErrorDetail } from '@/components/ErrorDetail'
import { Icon } from '@/components/Icon'
import classes from './LagRefusal.module.css'

const words: Record<Refusal, { title: string; does: ReactNode }> = {
  session: {
    title: 'This server cannot look at streams for you',
    does: (
      <>
        Nuclio asks the data platform with the access key of your session, and there is none. Sign in to the
        data platform (Iguazio) in this browser and open the dashboard from there. A dashboard that nobody
        signs in to, such as Nuclio on Docker, lists streams and never their lags.
      </>
    ),
  },
  forbidden: {
    title: 'You may not see how far this stream is',
    does: (
      <>
        The platform knows you and does not let you read the stream. Ask whoever runs it for access to the
        container.
      </>
    ),
  },
  missing: {
    title: 'There is no such stream yet',
    does: (
      <>Its function was deployed before the stream was made. Make it with the tools of the data platform.</>
    ),
  },
}

/** In place of what a stream does, when its server does not tell: what is needed, and the server's own words. */
export function LagRefusal({ error }: { error: unknown }) {
  const { data: server } = useQuery(serverQuery())
  const refusal = refusalOf(error)
  const known = refusal && words[refusal]
  const isComing = refusal === 'missing' && server?.kind === 'embedded'
  return (
    <section className={classes.refusal} role="alert" aria-labelledby="lag-refusal">
      <h2 id="lag-refusal" className={classes.title}>
        <Icon name="alert" />
        {known?.title ?? 'The lags could not be read'}
      </h2>
      <p>
        {isComing
          ? 'This platform makes it with the deploy of its function.'
          : (known?.does ?? errorLine(error))}
      </p>
      {known && error instanceof Error && <ErrorDetail text={error.message} />}
    </section>
  )
}
