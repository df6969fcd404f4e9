import type { NuclioFunction } from '@/api/generated/schema'
import type { MenuAction } from '@/components/ActionMenu'
import { whyNot, type PlatformLimits } from '@/domain/function-actions'
import { isProvisioning } from '@/domain/function-state'

/** What the menu of a row can set going. Each tells its own success and failure. */
export interface FunctionActs {
  open: (fn: NuclioFunction) => void
  redeploy: (fn: NuclioFunction) => void
  rebuild: (fn: NuclioFunction) => void
  setDisabled: (fn: NuclioFunction, disable: boolean) => void
  scaleToZero: (fn: NuclioFunction) => void
  exportYaml: (fn: NuclioFunction) => void
  duplicate: (fn: NuclioFunction) => void
  remove: (fn: NuclioFunction) => void
  forceRemove: (fn: NuclioFunction) => void
}

/** The menu of a function; what may not be done now stays in it, with the reason. */
export function rowActions(fn: NuclioFunction, acts: FunctionActs, platform: PlatformLimits): MenuAction[] {
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
