import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { deleteFunction, deployFunction, functionQuery } from '@/api/functions'
import type { ProjectRef } from '@/api/projects'
import { ActButton } from '@/components/ActButton'
import { confirmAct } from '@/components/confirm'
import { notifySuccess } from '@/components/notify'
import { SelectionBar } from '@/components/SelectionBar'
import { withoutBuild } from '@/domain/function-config'
import type { FunctionSummary } from '@/domain/function-summary'
import { planBulk, runBulk, type BulkPlan } from './bulk'
import classes from './BulkBar.module.css'

interface BulkBarProps {
  at: ProjectRef
  selected: FunctionSummary[]
  onClear: () => void
}

const counted = (count: number): string => `${count} ${count === 1 ? 'function' : 'functions'}`

/** What can be done to all selected functions, at the foot of the page. */
export function BulkBar({ at, selected, onClear }: BulkBarProps) {
  const queryClient = useQueryClient()
  const { mutateAsync: deploy } = useMutation(deployFunction(queryClient))
  const { mutateAsync: remove } = useMutation(deleteFunction(queryClient))
  const disable = planBulk('disable', selected)
  const deletion = planBulk('delete', selected)

  const disableAll = () =>
    confirmAct({
      title: `Disable ${counted(disable.able.length)}`,
      body: (
        <Plan plan={disable}>They keep their configuration and answer nobody until they are enabled.</Plan>
      ),
      confirmLabel: `Disable ${counted(disable.able.length)}`,
      act: async () => {
        const done = await runBulk(disable.able, async (fn) => {
          const ref = { ...at, name: fn.metadata.name }
          const fresh = await queryClient.query({ ...functionQuery(ref), staleTime: 0 })
          await deploy({ ref, config: withoutBuild(fresh, { disable: true }), create: false })
        })
        notifySuccess(`Disabling ${counted(done)}`)
        onClear()
      },
    })

  const deleteAll = () =>
    confirmAct({
      title: `Delete ${counted(deletion.able.length)}`,
      body: <Plan plan={deletion}>Their code and events are deleted with them. This cannot be undone.</Plan>,
      confirmLabel: `Delete ${counted(deletion.able.length)}`,
      danger: true,
      typeToConfirm: deletion.able.length > 5 ? String(deletion.able.length) : undefined,
      act: async () => {
        const done = await runBulk(deletion.able, (fn) =>
          remove({
            ref: { ...at, name: fn.metadata.name },
            resourceVersion: fn.metadata.resourceVersion || undefined,
          }),
        )
        notifySuccess(`${counted(done)} deleted`)
        onClear()
      },
    })

  return (
    <SelectionBar label="Selected functions" count={selected.length} onClear={onClear}>
      <ActButton variant="default" disabledReason={whyNone(disable)} onClick={disableAll}>
        Disable
      </ActButton>
      <ActButton variant="default" disabledReason={whyNone(deletion)} onClick={deleteAll}>
        Delete
      </ActButton>
    </SelectionBar>
  )
}

const whyNone = ({ able, unable }: BulkPlan): string | undefined =>
  able.length > 0 ? undefined : (unable[0]?.reason ?? 'Nothing is selected')

function Plan({ plan, children }: { plan: BulkPlan; children: ReactNode }) {
  const names = plan.able.slice(0, 8).map(({ metadata }) => metadata.name)
  return (
    <>
      <p className={classes.names}>
        {names.join(', ')}
        {plan.able.length > names.length && ` and ${plan.able.length - names.length} more`}
      </p>
      <p>{children}</p>
      {plan.unable.length > 0 && (
        <>
          <p>Left as they are:</p>
          <ul className={classes.left}>
            {plan.unable.slice(0, 8).map(({ name, reason }) => (
              <li key={name}>
                {name}: {reason}
              </li>
            ))}
            {plan.unable.length > 8 && <li>and {plan.unable.length - 8} more</li>}
          </ul>
        </>
      )}
    </>
  )
}
