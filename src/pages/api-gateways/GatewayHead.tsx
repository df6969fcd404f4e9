import type { ApiGateway } from '@/api/generated/schema'
import { ActButton } from '@/components/ActButton'
import { ActionMenu } from '@/components/ActionMenu'
import { CopyButton } from '@/components/CopyButton'
import { PageHeader } from '@/components/PageHeader'
import { StaleNotice } from '@/components/StaleNotice'
import { StateWord } from '@/components/StateChip'
import { stateOfGateway } from '@/domain/gateways/gateway-state'
import type { GatewayActs } from './gateway-acts'
import { gatewayMenu } from './gateway-menu'
import classes from './GatewayForm.module.css'

interface GatewayHeadProps {
  gateway: ApiGateway
  url: string | undefined
  acts: GatewayActs
  /** Why its canary can be neither promoted nor rolled back just now. */
  busy?: string
  stale: { error: unknown; updatedAt: number }
}

/** Name, state and address of a gateway, and what can be done to it as it is on the server. */
export function GatewayHead({ gateway, url, acts, busy, stale }: GatewayHeadProps) {
  const { name } = gateway.metadata
  const state = stateOfGateway(gateway)
  const actions = gatewayMenu(gateway, acts, busy)
  return (
    <PageHeader
      title={
        <span className={classes.title}>
          {name}
          <StateWord state={state} withReason={false} />
        </span>
      }
      actions={
        <>
          {actions
            .filter(({ danger }) => !danger)
            .map(({ label, disabledReason, onSelect }) => (
              <ActButton key={label} variant="default" disabledReason={disabledReason} onClick={onSelect}>
                {label}
              </ActButton>
            ))}
          <ActionMenu label={`Actions on ${name}`} actions={actions} />
        </>
      }
    >
      {url && (
        <span className={classes.address}>
          <a href={url} target="_blank" rel="noreferrer" title="Open in a new tab, with GET">
            {url}
          </a>
          <CopyButton value={url} label={`Copy the URL of ${name}`} />
        </span>
      )}
      {state.reason && (
        <p className={classes.reason} role="status">
          {state.reason}
        </p>
      )}
      <StaleNotice {...stale} />
    </PageHeader>
  )
}
