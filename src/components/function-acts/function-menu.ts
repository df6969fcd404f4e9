import type { MenuAction } from '@/components/ActionMenu'
import { whyNot, type PlatformLimits } from '@/domain/function-actions'
import { isProvisioning } from '@/domain/function-state'
import type { FunctionSummary } from '@/domain/function-summary'

/** What can be set going from a function's menu. Each tells its own success and failure. */
export interface FunctionActs {
  redeploy: (fn: FunctionSummary) => void
  setDisabled: (fn: FunctionSummary, disable: boolean) => void
  scaleToZero: (fn: FunctionSummary) => void
  exportYaml: (fn: FunctionSummary) => void
  remove: (fn: FunctionSummary) => void
  forceRemove: (fn: FunctionSummary) => void
  /** Where the function is not open itself. */
  open?: (fn: FunctionSummary) => void
  rebuild?: (fn: FunctionSummary) => void
  duplicate?: (fn: FunctionSummary) => void
}

/** The menu of a function, wherever it stands; what may not be done now stays in it, with the reason. */
export function functionMenu(
  fn: FunctionSummary,
  acts: FunctionActs,
  platform: PlatformLimits,
): MenuAction[] {
  const { open, rebuild, duplicate } = acts
  const moving = isProvisioning(fn.status?.state)
  const enable = fn.spec?.disable === true
  return [
    ...(open ? [{ label: 'Open', onSelect: () => open(fn) }] : []),
    {
      label: 'Deploy again',
      disabledReason: whyNot('redeploy', fn, platform),
      onSelect: () => acts.redeploy(fn),
    },
    ...(rebuild
      ? [
          {
            label: 'Build and deploy again',
            disabledReason: whyNot('deploy', fn, platform),
            onSelect: () => rebuild(fn),
          },
        ]
      : []),
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
    ...(duplicate ? [{ label: 'Duplicate', onSelect: () => duplicate(fn) }] : []),
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
