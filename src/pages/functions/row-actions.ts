import type { MenuAction } from '@/components/ActionMenu'
import { whyNot, type PlatformLimits } from '@/domain/function-actions'
import { isProvisioning } from '@/domain/function-state'
import type { FunctionSummary } from '@/domain/function-summary'

/** What the menu of a row can set going. Each tells its own success and failure. */
export interface FunctionActs {
  open: (fn: FunctionSummary) => void
  redeploy: (fn: FunctionSummary) => void
  rebuild: (fn: FunctionSummary) => void
  setDisabled: (fn: FunctionSummary, disable: boolean) => void
  scaleToZero: (fn: FunctionSummary) => void
  exportYaml: (fn: FunctionSummary) => void
  duplicate: (fn: FunctionSummary) => void
  remove: (fn: FunctionSummary) => void
  forceRemove: (fn: FunctionSummary) => void
}

/** The menu of a function; what may not be done now stays in it, with the reason. */
export function rowActions(fn: FunctionSummary, acts: FunctionActs, platform: PlatformLimits): MenuAction[] {
  const moving = isProvisioning(fn.status?.state)
  const enable = fn.spec?.disable === true
  return [
    { label: 'Open', onSelect: () => acts.open(fn) },
    {
      label: 'Deploy again',
      disabledReason: whyNot('redeploy', fn, platform),
      onSelect: () => acts.redeploy(fn),
    },
    {
      label: 'Build and deploy again',
      disabledReason: whyNot('deploy', fn, platform),
      onSelect: () => acts.rebuild(fn),
    },
    {
      label: enable ? 'Enable' : 'Disable',
      disabledReason: whyNot(enable ? 'enable' : 'disable', fn, platform),
      onSelect: () => acts.setDisabled(fn, !enable),
    },
    {
      label: 'Scale to zero',
      disabledReason: whyNot('scaleToZero', fn, platform),
      onSelect: () => acts.scaleToZero(fn),
    },
    { label: 'Duplicate', onSelect: () => acts.duplicate(fn) },
    { label: 'Export YAML', onSelect: () => acts.exportYaml(fn) },
    moving
      ? {
          label: 'Force deletion',
          danger: true,
          disabledReason: whyNot('forceDelete', fn, platform),
          onSelect: () => acts.forceRemove(fn),
        }
      : {
          label: 'Delete',
          danger: true,
          disabledReason: whyNot('delete', fn, platform),
          onSelect: () => acts.remove(fn),
        },
  ]
}
