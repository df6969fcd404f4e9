import type { ReactNode } from 'react'
import { RelativeTime } from '@/components/RelativeTime'
import { isProvisioning } from '@/domain/function-state'
import { UrlList, urlsOf } from '../Addresses'
import { useWorkbench } from '../workbench'
import classes from './DeploysTab.module.css'

const scaleWords: Record<string, string> = {
  resourceUpdated: 'deployed',
  scaleFromZeroStarted: 'began to wake up',
  scaleFromZeroCompleted: 'woke up',
  scaleToZeroStarted: 'began to go to sleep',
  scaleToZeroCompleted: 'went to sleep',
}

/** What the status of the function says besides its state. */
export function StatusFacts() {
  const { fn } = useWorkbench()
  const { status, spec } = fn
  const { external, internal } = urlsOf(fn)
  const isMoving = isProvisioning(status.state)
  const none = isMoving ? 'not while it is being deployed' : 'none'
  const { lastScaleEvent, lastScaleEventTime } = status.scaleToZero ?? {}
  const selector = Object.entries(status.enrichedNodeSelector ?? {})
  return (
    <section className={classes.section} aria-label="Where it runs">
      <h2 className={classes.title}>Where it runs</h2>
      <dl className={classes.facts}>
        <Fact term="External invocation URLs">
          {external.length > 0 ? <UrlList urls={external} areLinks /> : none}
        </Fact>
        <Fact term="Internal invocation URLs">
          {internal.length > 0 ? <UrlList urls={internal} /> : none}
        </Fact>
        <Fact term="Image">{status.containerImage || spec.image || 'none yet'}</Fact>
        {selector.length > 0 && (
          <Fact term="Node selector in force">
            {selector.map(([key, value]) => `${key}=${value}`).join(', ')}
          </Fact>
        )}
        {lastScaleEvent && (
          <Fact term="Last scaling">
            {scaleWords[lastScaleEvent] ?? lastScaleEvent}
            {lastScaleEventTime && (
              <>
                {', '}
                <RelativeTime at={lastScaleEventTime} />
              </>
            )}
          </Fact>
        )}
        {status.apiGateways && status.apiGateways.length > 0 && (
          <Fact term="API gateways">{status.apiGateways.join(', ')}</Fact>
        )}
      </dl>
    </section>
  )
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}
