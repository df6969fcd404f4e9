import { modeWords } from '@/domain/gateways/authentication'
import type { GatewayForm } from '@/domain/gateways/gateway-form'
import { gatewayUrl } from '@/domain/gateways/gateway-url'
import classes from './RouteLine.module.css'

interface RouteLineProps {
  form: GatewayForm
  /** In the place of a host that is left to the server. */
  madeHost: string
  listenerPort?: number
}

/** What comes of the form, as one line: where requests come in, who may pass, and where they go. */
export function RouteLine({ form, madeHost, listenerPort }: RouteLineProps) {
  const host = form.host.trim() || madeHost
  const url = gatewayUrl({ host, path: form.path.trim() }, window.location, listenerPort)
  const share = form.hasCanary && form.share >= 0 && form.share <= 100 ? form.share : undefined
  return (
    <p className={classes.route} role="group" aria-label="The resulting route">
      <span className={classes.url}>{url ?? '…'}</span>
      <Arrow />
      <span>{modeWords[form.mode]}</span>
      <Arrow />
      <span className={classes.to}>
        <strong>{form.primary || '…'}</strong>
        {form.hasCanary && (
          <>
            {' '}
            {share === undefined ? '…' : 100 - share} %, <strong>{form.canary || '…'}</strong> {share ?? '…'}{' '}
            %
          </>
        )}
      </span>
    </p>
  )
}

function Arrow() {
  return (
    <span className={classes.arrow} aria-hidden="true">
      →
    </span>
  )
}
