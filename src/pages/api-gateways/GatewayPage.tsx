import { Button } from '@mantine/core'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import {
  apiGatewayQuery,
  GatewayChangedError,
  updateApiGateway,
  type ApiGatewayRef,
} from '@/api/api-gateways'
import type { ApiGateway } from '@/api/generated/schema'
import { frontendSpecQuery } from '@/api/platform'
import { ActButton } from '@/components/ActButton'
import { notifySuccess } from '@/components/notify'
import { Page } from '@/components/Page'
import { PageHeader } from '@/components/PageHeader'
import { SubmitError } from '@/components/SubmitError'
import { isWrittenAlike } from '@/domain/gateways/gateway-config'
import { configOfForm, formOfGateway } from '@/domain/gateways/gateway-form'
import { gatewayUrl } from '@/domain/gateways/gateway-url'
import { hasGateways } from '@/domain/gateways/platform-gateways'
import { functionsOfGateway } from '@/domain/gateways/upstreams'
import { paths } from '@/domain/paths'
import { useGatewayRef } from '@/layouts/namespace'
import { sameValue } from '@/lib/tree'
import { gatewayActs } from './gateway-acts'
import { GatewayFields } from './GatewayFields'
import { GatewayHead } from './GatewayHead'
import { forGood, LeaveGuard } from './LeaveGuard'
import { NoGateways } from './NoGateways'
import { RouteLine } from './RouteLine'
import { TryGateway } from './TryGateway'
import { useFormSurroundings } from './use-form-surroundings'
import { useListener } from './use-listener'
import classes from './GatewayForm.module.css'

/** One gateway: its state, its address, its fields, and a place to try it. */
export function GatewayPage() {
  const { namespace, project, name } = useGatewayRef()
  const ref = useMemo(() => ({ namespace, project, name }), [namespace, project, name])
  const { data: platform } = useSuspenseQuery(frontendSpecQuery())
  if (hasGateways(platform)) return <EditGateway key={JSON.stringify(ref)} gatewayRef={ref} />
  return (
    <Page>
      <PageHeader title={name} />
      <NoGateways at={ref} />
    </Page>
  )
}

function EditGateway({ gatewayRef: ref }: { gatewayRef: ApiGatewayRef }) {
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const query = useSuspenseQuery(apiGatewayQuery(ref))
  const stored = query.data
  const { isEmbedded, listener } = useListener()
  /** What the edits were made on. */
  const [base, setBase] = useState(stored)
  const [form, setForm] = useState(() => formOfGateway(stored))
  const known = useMemo(() => functionsOfGateway(base.spec), [base])
  const surroundings = useFormSurroundings(ref, form, { isNew: false, known })
  const update = useMutation(updateApiGateway(queryClient))

  const isEdited = !sameValue(form, formOfGateway(base))
  const isElsewhere = !isWrittenAlike(base, stored)
  const take = (gateway: ApiGateway) => {
    setBase(gateway)
    setForm(formOfGateway(gateway))
  }
  if (base !== stored && (!isEdited || !isElsewhere)) {
    if (isEdited) setBase(stored)
    else take(stored)
  }

  const [first] = surroundings.problems
  const url = gatewayUrl(stored.spec, window.location, listener?.port)
  const acts = gatewayActs(queryClient, ref, {
    urlOf: () => url,
    onRemoved: () => void navigate(paths.apiGateways(ref), { state: forGood }),
  })

  const save = async () => {
    if (first || !isEdited || update.isPending) return
    await update.mutateAsync({ ref, config: configOfForm(form, base), before: base })
    take(await queryClient.query({ ...apiGatewayQuery(ref), staleTime: 0 }))
    notifySuccess(`${ref.name} saved`)
  }
  const isAsked = isEdited && isElsewhere
  const error = isAsked && update.error instanceof GatewayChangedError ? null : update.error

  return (
    <Page>
      <GatewayHead
        gateway={stored}
        url={url}
        acts={acts}
        busy={isEdited ? 'Save or undo the edits first' : undefined}
        stale={{ error: query.error, updatedAt: query.dataUpdatedAt }}
      />
      <RouteLine form={form} madeHost="" listenerPort={listener?.port} />
      <div className={classes.form}>
        <form
          className={classes.fields}
          onSubmit={(event) => {
            event.preventDefault()
            // Its failure is shown below the fields.
            save().catch(() => undefined)
          }}
        >
          <GatewayFields
            isNew={false}
            form={form}
            change={(change) => setForm((before) => ({ ...before, ...change }))}
            wrong={(field) => surroundings.problems.find((one) => one.field === field)?.words}
            surroundings={surroundings}
            listener={listener}
          />
          {isAsked && (
            <div className={classes.changed} role="alert">
              <p>Somebody else has changed this gateway while you were editing it.</p>
              <div className={classes.choices}>
                <Button variant="default" onClick={() => take(stored)}>
                  Take what is on the server
                </Button>
                <Button variant="default" onClick={() => setBase(stored)}>
                  Keep mine, to save it over that
                </Button>
              </div>
            </div>
          )}
          <SubmitError error={error} />
          <div className={classes.foot}>
            <ActButton
              type="submit"
              loading={update.isPending}
              disabledReason={
                isAsked
                  ? 'Decide first whose gateway it is to be'
                  : (first?.words ?? (isEdited ? undefined : 'Nothing has been edited'))
              }
            >
              Save
            </ActButton>
            {isEdited && (
              <Button variant="default" onClick={() => take(stored)}>
                Undo the edits
              </Button>
            )}
          </div>
        </form>
        <TryGateway
          gatewayRef={ref}
          gateway={stored}
          url={url}
          platformKey={listener?.accessKey}
          canSend={isEmbedded}
        />
      </div>
      <LeaveGuard isEdited={isEdited} />
    </Page>
  )
}
