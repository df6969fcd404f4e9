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
  copyYaml: (fn: FunctionSummary) => void
  remove: (fn: FunctionSummary) => void
  forceRemove: (fn: FunctionSummary) => void
  /** Where the function is not open itself. */
  open?: (fn: FunctionSummary) => void
  rebuild?: (fn: FunctionSummary) => void
  duplicate?: (fn: FunctionSummary) => void
}

/**
 * The menu of a function, wherever it stands; what may not be done now stays in it, with the reason. With `hasEdits` there is a
 * draft beside the function, and the menu says that deploying again is not about it.
 */
export function functionMenu(
  fn: FunctionSummary,
  acts: FunctionActs,
  platform: PlatformLimits,
  hasEdits = false,
): MenuAction[] {
  const { open, rebuild, duplicate } = acts
  const moving = isProvisioning(fn.status?.state)
  const enable = fn.spec?.disable === true
  const asStored = hasEdits ? ', without your edits' : ''
  return [
    ...(open ? [{ label: 'Open', onSelect: () => open(fn) }] : []),
    {
      label: `Deploy again${asStored}`,
      disabledReason: whyNot('redeploy', fn, platform),
      onSelect: () => acts.redeploy(fn),
    },
    ...(rebuild
      ? [
          {
            label: `Build and deploy again${asStored}`,
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
    { label: 'Copy YAML', onSelect: () => acts.copyYaml(fn) },
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
